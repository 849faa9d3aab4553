import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** Worksheet 7, and the supervisor’s own check. */
export const supervisionWords: PlainWordsList = {
  "p7-marks-list": "What a supervisor of peers does who builds on strengths:",
  "p7-1": "Helps peers get better at what only peers can do.",
  "p7-2": "Gives peers a safe place to talk about right and wrong, and about how close is too close.",
  "p7-3": "Works with peers to make the program stronger.",
  "p7-4": "Helps your agency become a place that is good for recovery.",
  "p7-5": "Makes clear how your agency works: who does what, and how.",
  "p7-6": "Helps peers look after themselves.",
  "p7-7": "Helps people get good help.",
  "p7-8": "Makes sure that what peers do fits the rules.",

  "ps1-knowledge-5": "What peers need to be good at: how to coach somebody in recovery, and how to use their own story in their work.",
  "ps1-skills-8": "Leading a group: work together, learn together.",
  "ps1-skills-10": "Seeing which tasks there are, which come first, and who can do them.",
  Preferred: "It is good to have this, but it is not a must.",
  "ps1-attitudes-2": "Is honest and real with others, knows themselves, and thinks about what they do.",
  "ps1-attitudes-4": "Sees that both sides give and take, as in recovery.",
};
