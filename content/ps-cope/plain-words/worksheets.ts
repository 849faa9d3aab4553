import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** Tools 1, 6 and 8. */
export const worksheetWords: PlainWordsList = {
  "t1-q1": "Who has to do with police, courts or jails because of drugs?",
  "t1-q3": "Who overdoses? Think of age, race or ethnic group, and gender.",
  "t1-q4": "Which drugs have people taken when they overdose?",
  "t1-q5": "How do people take the drugs? They may inject, snort or swallow them.",
  "t1-q6": "Where on the map do people overdose?",
  "t1-q7": "In what kinds of places do people overdose, such as at home or in a car?",
  "t1-q8": "Where do 911 calls about overdose come from?",
  "t1-q9": "What else do you see about overdose here? What goes up or down, or happens again and again?",
  "t1-q10": "Which groups or services here are people most in touch with?",
  "t1-q11": "Where do money, staff and time go to prevent overdose and respond to it?",
  "t1-notes-privacy": "How do we keep people safe, and their facts private, when we gather data and share it?",
  "t1-notes-sharing": "When and how do people in the community hear what we know?",

  "t6-partners":
    "Name the partner groups that matter most. For each one, write which of the three sides of working with the community you want to improve, and what you could do.",

  "t8-s1-1": "The person who leads this work.",
  "t8-s1-2": "Write the name of each leader, and the day you first talk or meet.",
  "t8-s1-3": "Write who is on the core team: their role, name and group, and how to reach them.",
  "t8-s1-5-b": "How often does the team plan to meet?",
  "t8-s1-5-c": "Where or how will the team meet, such as online or in one room?",
  "t8-principles": "For each principle, write how the team will use it.",
  "t8-principle-safety":
    "Save lives by giving aid. Keep people safe, in body and mind, in your work with them. Be fair and show respect. When you can, calm things down. One way is to talk well with people.",
  "t8-principle-trust":
    "Give facts in clear words. Talk openly about choices and about what will change. Let people see how you decide, and be fair and within the law. Welcome questions, worries and feedback.",
  "t8-principle-person":
    "Make sure that people, the community and public safety staff are heard when you decide, run programs and change systems. Find out together what people worry about, need, value and do well, and use it in how you help. Help people bounce back.",
  "t8-principle-culture":
    "See the trauma that a community has been through. Respect each person, with their culture and gender. Make the whole program fair and open to all. Prepare staff to work with people of other cultures and languages, and to be humble about what they do not know. Work on the gaps in health between groups.",
  "t8-principle-engage":
    "Bring in people with lived experience of addiction and recovery when you think up, plan and give services. Make sure that many kinds of people sit at the table where the big choices are made.",
  "t8-s1-7-a": "What does it mean to you to make PS-COPE part of your work?",
  "t8-s1-7-b": "What do you hope the program will become? What will change once the principles are fully in use?",
  "t8-s2-1": "The day Tool 9 was filled in.",
  "t8-s2-2": "Write the name of each partner, what they do, and how to reach them.",
  "t8-s2-3": "Write each partner, and the days you talked or met.",
  "t8-s2-4": "Write each leader or other person with a stake in this, and the days you talked or met.",
  "t8-s4-2": "What more do you need, such as money, staff or time?",
  "t8-s4-3": "Think of people and families that programs have served. Which of their stories of recovery could be shared?",
  "t8-s4-4": "What chances are there to keep on training and learning?",
};
