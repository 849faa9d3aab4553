import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** Worksheets 3 and 4. */
export const influenceWords: PlainWordsList = {
  "p3-program-1-list": "Look at the risk of overdose together with the person.",
  "p3-program-1-3": "Have naloxone with you, and give it out.",
  "p3-program-2-list": "Stand by people in any change for the better.",
  "p3-program-2-1": "Help people get the right check for drug use and other needs.",
  "p3-program-3-list": "Build up all that helps a person recover, such as a home, skills, and friends.",
  "p3-program-3-1": "See what a person already has that can help them recover.",
  "p3-program-3-2": "Help people recover and stay away from crime.",
  "p3-program-3-3": "Plan how a person can meet people who are good for them.",
  "p3-program-4-1": "Keep a list of the help there is, and bring it up to date often.",
  "p3-program-4-2": "Help people take part in treatment for drug use.",
  "p3-culture-1-1": "Make it a habit to ask about the risk of overdose.",
  "p3-culture-1-2": "Train staff to lower risk in ways that build on strengths and help people recover. Train them to act when somebody overdoses, and to give naloxone.",
  "p3-culture-2-list": "Change the main rules, and how things are done.",
  "p3-culture-2-1": "Write rules for giving out naloxone.",
  "p3-culture-3-1": "Make peers a part of your daily work.",
  "p3-culture-4-list": "Clear away what stands in the way inside your agency.",
  "p3-culture-4-1": "Set up the staff, tools, and rules you need to lower the risk of overdose.",
  "p3-culture-4-2": "Make naloxone easier to get.",
  "p3-culture-4-3": "Work well with partners, and keep it up, so that more people can get help.",
  "p3-system-1-1": "Help people see where whole systems treat some groups unfairly.",
  "p3-system-1-2": "Change rules so that people are treated more fairly.",
  "p3-system-1-3": "Help people learn how drug use is treated, and which drugs from a doctor help with opioid use.",
  "p3-system-2-list": "Make sure that there is help in the community, and that people can get it.",
  "p3-system-2-1": "Back what research has shown to work.",
  "p3-system-2-2": "Speak up for a system that has all the kinds of help people need.",
  "p3-system-3-list": "Work on the parts of daily life that make people well or sick, such as housing, money, and racism.",
  "p3-system-3-1": "Help people get in touch with those who can help and support them.",
  "p3-system-3-2": "Speak up for stronger health and social services.",
  "p3-system-3-3": "Keep a list of the help there is in your community, and bring it up to date.",

  "Harm reduction strategies": "Ways to help people stay alive and safer.",
  "Recovery support strategies": "Ways to help people recover.",
  Emotional: "Help with feelings, such as care and hope.",
  Instrumental: "Help with things and with daily tasks.",
  Informational: "Help by sharing facts and skills.",
  Affiliational: "Help to meet others and to belong.",
  "Example in the guide: One-on-one support and validation; wellness support groups": "Listen to one person, and let them feel seen. Hold groups where people help each other stay well.",
  "Example in the guide: Provide harm reduction supplies; Connect to HIV, HCV, STI prevention, screening and care":
    "Give out supplies for safer use. Help people avoid HIV, hepatitis C, and other such diseases, get tested, and get care.",
  "Example in the guide: Safer drug use/risk reduction practices; safer sex practices; how to use supplies (e.g., naloxone, fentanyl test strips)":
    "Talk about safer ways to use drugs and to have sex. Show how to use supplies, such as naloxone or strips that test for fentanyl.",
  "Example in the guide: Foster connections; drug user union meetings, events, actions": "Help people find each other. Go with them when people who use drugs meet or act together.",
  "Example in the guide: Address emergencies and harmful situations": "Help when somebody is in danger or being harmed.",
  "Example in the guide: Identifying relax zones, safe consumption sites": "Find places to rest, and places where people can use drugs with help close by.",
  "Example in the guide: Raise awareness of general topics, such as social and health rights and negotiation skills":
    "Talk about things that concern us all, such as the right to care, or how to come to terms with others.",
  "Example in the guide: Connect to leisure activities of interest": "Help people find things they like to do in their free time.",
  "Example in the guide: Community drug checking": "Let people test what is in their drugs.",
  "Example in the guide: Organize and participate in advocacy, collective actions and public awareness raising events":
    "Plan or join events where people speak up, act together, or let the public know.",
  "Example in the guide: Information on PWUD friendly services": "Tell people which services are kind to people who use drugs (PWUD).",
  "Example in the guide: One-on-one peer mentoring or coaching; peer-led support groups; telephone recovery support":
    "Guide one person at a time. Hold groups that peers lead. Call people to support their recovery.",
  "Example in the guide: Provide housing or child-care vouchers; provide public transportation passes":
    "Give people vouchers for a home or for child care. Give them passes for the bus or train.",
  "Example in the guide: Identifying community health and social services": "Find out where people can get care and other help nearby.",
  "Example in the guide: One-on-one recovery capital assessments and recovery check-ins":
    "Look with one person at what they have that helps them recover. Ask now and then how it goes.",
  "Example in the guide: Recovery planning; provide connections to recovery resources": "Make a plan to recover. Put people in touch with those who can help.",
  "Example in the guide: Facilitate wellness seminars or classes; provide information to help with self-advocacy":
    "Hold classes on how to stay well. Teach people how to speak up for what they need.",
  "Example in the guide: Arrange outings or activities, such as sober sports, alcohol and drug-free dances, movie nights":
    "Plan trips and fun without drugs or alcohol, such as sports, dances, and movies.",
};
