import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** Tools 2 to 5. */
export const checklistWords: PlainWordsList = {
  "t2-1": "We know that trauma can happen to anyone, and we give the right support.",
  "t2-2": "We have promised to look after the health and safety of all people.",
  "t2-3": "We agree on what a safe and secure place is, and have put it into words.",
  "t2-4": "People we serve have ways to ask questions and to tell us what worries them.",
  "t2-5": "We speak openly and share facts with people, families and the community.",
  "t2-6": "We make the place where we serve people feel as safe and calm as we can.",
  "t2-7": "We work with people who have lived it: drug use, or addiction and recovery.",
  "t2-8": "We share places to turn to for mental health and substance use challenges.",
  "t2-9": "We bring our safety rules up to date again and again, at set times.",
  "t2-10": "Listen with care. Give the person your full attention.",
  "t2-11": "Act in a way that does not judge people.",
  "t2-12": "Ask questions that need more than a yes or no.",
  "t2-13": "Treat each person as a human being, not as a thing.",
  "t2-14": "Let people have privacy when they get care or talk with you.",
  "t2-15": "Respect each person’s customs and language. Respect that their people may have been harmed in the past.",
  "t2-16": "Stand, move and look at people in ways that show respect.",
  "t2-17": "Think of how close you stand. Leave people room.",
  "t2-18": "Know ways to calm a conflict, and use them.",
  "t2-19": "Use plain words that people know.",
  "t2-20": "Do not use words that shame people or put a label on them.",

  "t3-1":
    "Some 911 calls are about a substance use disorder, and no one is in danger right now. Such calls can go to a mobile crisis team or a crisis hotline.",
  "t3-2": "We have crisis teams that come to the person. They go alone if it is safe, or with officers if it is not.",
  "t3-3":
    "Some people say no to a ride to the emergency room. Our partners can help them in other places, such as local clinics, harm reduction spaces or recovery centers.",
  "t3-4":
    "We have worked with hospitals and others in health care to change rules. The aim is to keep things calm when people are brought in, and to hand them over sooner from officers to people who support recovery.",
  "t3-5": "Soon after a crisis, someone who works in mental health checks in with the person. We have a set way to make that happen.",
  "t3-6": "Once the crisis is over, we check back soon: by an outreach team, by a video visit, or by phone.",
  "t3-7": "Our rules and ways of working show that we know what trauma is. They show how it is tied to many health and social problems.",
  "t3-8":
    "Our rules and ways of working put health and a good life first. This is so for people with a substance use disorder and people at risk of one.",
  "t3-9": "Our rules and ways of working say that each life is precious. They say to use force last, when nothing else works.",
  "t3-10": "We have set ways to link people with the services that fit them.",
  "t3-11": "We have set ways to hear how well our programs meet local needs. People from the community tell us, and so do partners from other fields.",
  "t3-12":
    "We have set ways to look over our rules with people from the community. They include people who use drugs and people with lived experience of recovery.",

  "t4-organization": "At our agency, we do this:",
  "t4-1": "We work on having many kinds of people in our jobs, from the newest staff to the top.",
  "t4-2": "We help make this a place where people take part and respect each other.",
  "t4-3": "People from many cultures, who speak many languages, want to work here. We support them.",
  "t4-4":
    "We train people for their own job, such as 911 operator, officer, firefighter or EMS. They learn what they need to know to do their part well in preventing and responding to overdose.",
  "t4-5":
    "Staff get training that fits their job on preventing and responding to overdose. It may be about trauma, ways to support recovery, or harm reduction.",
  "t4-6": "People from the community help train our staff. They may have lived through an overdose, be family, or have lost someone they love to one.",
  "t4-7": "They serve people in a way that keeps trauma in mind and helps people recover.",
  "t4-8": "They know what to do to prevent an overdose and to respond to one, and they can do it.",
  "t4-9": "They help make this a place where people take part and respect each other.",
  "t4-10": "They are trained in the best ways to be fair: to listen, to treat people alike, and to explain what they do.",
  "t4-11": "They are ready to help people in a crisis in a safe way.",

  "t5-partnerships": "We now work closely with:",
  "t5-1": "People who have lived with substance use and with arrest, court or jail.",
  "t5-2": "People in recovery who are trained to support others, and the programs where they work.",
  "t5-3": "Those who treat mental health and substance use.",
  "t5-4": "Doctors, nurses and hospitals. This includes staff of the emergency room.",
  "t5-5": "Groups that help people who use drugs stay safer. Some of them hand out new syringes.",
  "t5-6": "Others whose job is to come first in an emergency.",
  "t5-7": "Courts for drug cases that work with treatment.",
  "t5-8": "The lawyers who bring criminal cases to court.",
  "t5-9": "Groups that help people who come home from jail or prison.",
  "t5-10": "Local groups that help people recover. The people who lead them are in recovery, too.",
  "t5-11": "Groups that help people with daily needs, such as food or money.",
  "t5-12": "The offices of people who were voted in, such as a mayor.",
  "t5-13": "Groups that help people find a home or keep one.",
  "t5-15": "Shops and firms owned by Black people, Indigenous people or other people of color.",
  "t5-16": "Public health offices, and the local and state offices for mental health and substance use.",
  "t5-17": "Schools near us where adults study after high school.",
  "t5-18": "Lawyers for people in court who cannot pay for one.",
  "t5-19": "Groups that give free or low-cost help with the law.",
  "t5-20": "Bus and train lines, and other ways to get around.",
};
