import type { PlainWordsList } from "@/lib/domain/toolkit/plain-words";

/** Tool 12 prints the same sheet for each idea. */
function sheetWords(number: number): PlainWordsList {
  const id = `t12-sheet-${number}`;
  return {
    [`${id}-idea`]: "Give this idea a short name.",
    [`${id}-smart`]: "Is your goal clear? Can you measure it? Can you do it, with what you have, by a set date?",
    [`${id}-timeframe`]: "Is it for soon, for later, or for a long time from now?",
    [`${id}-steps`]: "Write each step, and by when you will do it. Then write who leads it.",
    [`${id}-partners-existing`]: "Who are your main partners, and who else has a stake in this? First: those you work with now.",
    [`${id}-partners-promising`]: "People or groups that look like good partners.",
    [`${id}-partners-cultivate`]: "People or groups you still need to win.",
    [`${id}-outcomes`]: "What you think will come of this.",
    [`${id}-resources`]: "What you need, such as money, staff, time or help.",
  };
}

/** Tool 13 is printed once; the sheets that we add ask the same. */
function goalWords(id: string): PlainWordsList {
  return {
    [`${id}-questions`]:
      "Write what you want to know, which signs will show progress, where the facts come from, and when you will gather them.",
    [`${id}-sharing`]: "How will you tell people in the community, and others with a stake in this, what you found?",
  };
}

/** Tools 10 to 13. */
export const planningWords: PlainWordsList = {
  "t10-stakeholders": "Who are the main people with a stake in this? What do they care about, need, worry about and want?",
  "t10-messages":
    "Write each person or group with a stake in this. Write what you will say that fits their needs, worries and wants. Write what you hope to reach, and how you will know that it worked. Write who should say it.",
  "t10-follow-up":
    "What will you do after that? You might meet people again, hold talks at set times so that the message stays, or plan a special event to teach.",
  "t10-avoid": "Are there words you should not use, or that may put people off?",

  "t11-vision": "Write what you hope your program will reach in the long run.",
  "t11-vision-check-3": "Does it look ahead and say by when?",
  "t11-vision-check-4": "Does it show what the program cares about and where it wants to go?",
  "t11-mission": "Write what your program is, what it does and for whom.",
  "t11-mission-check-3": "Does it say what the program mainly does?",
  "t11-mission-check-4": "Does it say whom the program serves?",
  "t11-mission-check-5": "Does it fit the mission of the whole agency?",
  "t11-mission-check-6": "Does it show what matters most to the program?",

  "t12-idea-1": "Choose the three or four ideas that look best. Write one on each line.",
  ...sheetWords(1),
  ...sheetWords(2),
  ...sheetWords(3),
  ...sheetWords(4),

  ...goalWords("t13"),
  ...goalWords("t13-2"),
  ...goalWords("t13-3"),
  ...goalWords("t13-4"),
};
