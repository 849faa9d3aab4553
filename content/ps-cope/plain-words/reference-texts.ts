import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** What stands between the items of Tools 1, 2, 6, 7, 10, 11 and 12. */
export const referenceWords: PlainWordsList = {
  // Tool 1
  "During data collection, consider and discuss the following questions.": "While you gather facts, think about these questions and talk them over.",
  // Tool 2
  "Review the EAR model (engage, assess, resolve) for de-escalation and assess whether your program has fully integrated this model into encounters. If there are opportunities to further integrate the model, note in the section below.":
    "Look at the EAR model: engage, assess, resolve. It helps to calm things down. Does your program use all of it when staff meet people? If there is more you could do, write it below.",
  "Build trust by validating the person and their situation.": "Build trust. Show that you take the person, and what they go through, to heart.",
  "Gather necessary information to make a safe resolution.": "Learn what you need to know to end this safely.",
  "Gain control of the situation and return to the pre-crisis state.": "Get things under control, and back to how they were before the crisis.",
  "Maintain safe distance.": "Stay far enough away to be safe.",
  "Remove distractions or upsetting influences.": "Take away what might distract or upset the person.",
  "Be aware that uniform, gun, and handcuffs can be intimidating.": "Keep in mind that a uniform, gun and cuffs can scare people.",
  "Use a relaxed and non-threatening posture.": "Stand in a calm way that does not look like a threat.",
  "Ask open-ended questions to gather information.": "Ask questions that need more than a yes or no, so that you learn more.",
  "Get information about the person’s illness, medication, and treatment.": "Find out about the person’s illness, drugs from a doctor, and care.",
  "Check if there are any other sources of information nearby, such as family members.": "See if someone close by, such as family, can tell you more.",
  "Set clear limits and explain what behavior is appropriate or not.": "Set clear limits. Say what is okay to do and what is not.",
  "Communicate your wants and needs directly (e.g., “I want to make sure no one gets hurt.”).":
    "Say plainly what you want and need, such as “I want to make sure no one gets hurt.”",
  "Let the person know what the options and desired outcomes are.": "Tell the person what they can choose from, and how you hope this will end.",
  // Tool 6
  "The three dimensions of community engagement include breadth, depth, and scope.":
    "There are three sides to this. How many kinds of people take part? How big a part do they take? In how many ways?",
  "Expanding the Breadth of Support and Involvement": "More kinds of people help and take part.",
  "Expanding the Depth of Support and Involvement": "People help more and take a bigger part.",
  "Expanding the Scope of Strategies Used": "You use more ways to reach people.",
  "Encouraging wider levels of support and involvement from more parts of the community.": "Get more parts of the community to help and take part.",
  "Encouraging deeper levels of support and involvement from each part of the community.":
    "Get each part of the community to help more and take a bigger part.",
  "Using strategies to target, organize, and mobilize many different parts of the community.":
    "Use more than one way to reach many parts of the community, to bring people together, and to help them act.",
  "Refer to Tool 5: Partner Organization Checklist for a list of potential community partners.":
    "See Tool 5 for a list of people and groups you might work with.",
  "Here are some examples of community engagement programs and strategies.": "Here are some ways to work with the community.",
  "Social media, media releases, community surveys, press conferences": "Posts online, news for the press, questions sent to people here, and talks with the press.",
  "Community events, neighborhood briefings, town hall meetings, strategic partnerships":
    "Local events, talks with people on their block, town hall meetings, and work with key partners.",
  "Citizen police academies, youth engagement, volunteer opportunities":
    "Classes where people learn about police work, things for young people to do, and ways to help out.",
  "Listening sessions, roundtables, policy review committees, community advisory groups, citizen review boards":
    "Times to hear people out, and group talks. Groups of local people who look over rules, give advice, or look into how police act.",
  "The International Association of Chiefs of Police (IACP) provides further resources for public safety organizations’ community engagement at https://www.theiacp.org/resources/document/community-police-engagement.":
    "A group of police chiefs from many lands, the IACP, has more on working with the community. The link leads there.",
  // Tool 7
  "Motivational interviewing (MI) is a style of communication that pays attention to the language of change.":
    "MI is a way of talking with people. It listens for words about change.",
  "Motivation (or lack of) is not a fixed trait. Uncertainty about change is human nature, as is push-back when someone tries to change us. Confrontation can make a difficult situation even worse because the human brain is unable to respond, learn or process when under significant stress or threat.":
    "How much we want to change can go up and down. It is human to be unsure about change, and to push back when someone tries to change us. Being hard on a person can make things worse. Under great stress or threat, the brain cannot respond, learn or think well.",
  "MI starts with a commitment to the underlying spirit of this approach.": "MI starts with a promise to work in this spirit.",
  "Expressing empathy in a non-judgmental and non-blaming way to understand what it is like for the other person and what is meaningful for them.":
    "Show that you care. Do not judge or blame. Try to learn what it is like for the other person, and what matters to them.",
  "Collaborating to solve problems, address issues or pursue ideas. Acknowledging you both have experiences that can be helpful.":
    "Work as a team on problems and ideas. Say that both of you have been through things that can help.",
  "Shifting mindset from instilling change in someone to drawing it out of them using empathy and respectful curiosity.":
    "Do not try to put change into someone. Draw it out of them. Care about them, and ask with respect.",
  "Recognizing the person’s worth and the need for independence. Feeling in control of one’s choices facilitates motivation.":
    "See the person’s worth, and their need to choose for themselves. When we feel that the choice is ours, it is easier to want to act.",
  "It is this spirit of MI that creates environments and relationships that are collaborative and mutually respectful. The more a person hears themselves using statements that favor change (“change talk”), the more their own motivation is increased. These might sound like:":
    "This spirit helps people work together and respect each other. The more a person hears themselves speak for change (“change talk”), the more they want it. It may sound like this:",
  "MI strategies to focus and promote change talk include:": "These help people talk about change:",
  "1. Open-ended questions.": "Questions that need more than a yes or no.",
  "What worries you about your current situation?": "What worries you about how things are now?",
  "What is one small thing you can do right away that will make a difference?": "What small thing can you do now that will help?",
  "2. Listening statements to validate and deepen the person’s perspective.":
    "Say back what you heard. The person feels heard and can see more in it.",
  "I hear you saying you are frustrated with the process.": "You say that you are fed up with how this goes.",
  "On one hand you know it will be hard, and at the same time, you are considering treatment.":
    "You know it will be hard, and yet you think about getting treatment.",
  "3. Recognizing strengths to support growth and build protective factors.":
    "Name what the person is good at. It helps them grow, and it helps keep them safe.",
  "You are/You seem persistent, focused, resilient, determined, faithful, reasonable, strong…":
    "You do not give up. You know what you want. You bounce back. You keep your word. You think things through. You are strong.",
  "4. Ask-Provide-Ask framework for giving information.": "When you share facts: ask, then tell, then ask again.",
  "Ask a question to enhance interest or gain permission. Examples: What do you know about Naloxone? Can I provide some information about Naloxone?":
    "Ask first, so that they want to hear more or say yes to it. You could ask: What do you know about naloxone? May I tell you more about it?",
  "Provide information that meets the person where they are based on what they already know, misinformation they may have heard or what they want to know more about.":
    "Then tell them facts that fit what they know, what they may have heard that is not true, or what they want to know.",
  // Tool 10
  "As a team, based on the identified needs and messages above, answer the prompting questions below. Then, draft your elevator pitch individually below. Give your pitch to the rest of the group and ask for feedback. Please note that you may want to tailor your elevator pitch depending on your audience and pilot test among a select group before using it widely.":
    "As a team, answer the questions below. Use the needs and messages from above. Then each of you writes a short pitch, one that you could give while you ride an elevator. Give it to the group and ask what they think. You may want to change it to suit the people you speak to, and to try it with a few of them first.",
  // Tool 11
  "A program vision statement is a concise summary of what your program is trying to achieve long-term. A program vision statement:":
    "A vision says in a few words what your program hopes to reach in the long run. It:",
  "Is specific to your program and describes an outcome only you can provide.":
    "Is about your program and no other. It names something that only you can bring about.",
  "Is simple and easily understood.": "Is plain and easy to grasp.",
  "A program mission statement is a concise statement of the general values and principles of a program. A program mission statement:":
    "A mission says in a few words what a program values and stands for. It:",
  "Is a clear description of the purpose of the program.": "Says clearly what the program is there for.",
  "Is aligned with the organization’s mission.": "Fits the mission of the whole agency.",
  "Should be distinctive for the program.": "Should stand out as this program’s own.",
  // Tool 12
  "Use the worksheets on the following pages to refine your ideas and develop goals. You will consider:":
    "Use the sheets below to work out your ideas and set goals. Think about this:",
  "Who is leading this effort? Who is responsible? Who is ultimately making certain that this work moves forward?":
    "Who leads this? Whose job is it? Who makes sure in the end that it moves on?",
  "Who do you need to engage in the process for this to be successful? Who are your partners or stakeholders? Is there someone from the community you hope to engage in your efforts?":
    "Whom do you need on board for this to work? Who are your partners, or others with a stake in it? Is there someone from the community you hope to bring in?",
  Specific: "Clear about what you will do.",
  Measurable: "You can count it or check it.",
  Achievable: "You can do it.",
  Realistic: "It can be done with what you have.",
  Timely: "It has a date.",
  "Do you have the ability to achieve what you want to do?": "Are you able to do it?",
  "Will you be able to achieve what you would like to do within the timeframe allotted?": "Can you do it in the time you have?",
};
