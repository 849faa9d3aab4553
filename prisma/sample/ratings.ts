import type { Answers, RatingValue, StatusValue } from "@/lib/domain/answer/answers";
import type { PsCopeAreaId } from "@/content/ps-cope/framework-ids";

/** Tool 9: four strengths, priorities with low items, one area with too few ratings, every meaning of D/K. */
const RATINGS: Record<PsCopeAreaId, readonly RatingValue[]> = {
  i1: [4, 3, 2],
  i2: [4, 5, 4, 4],
  i3: [4, 3, 3, "dk-unknown", 3],
  i4: [4, 4, 2, 3, 3],
  i5: ["dk-unknown", "dk-unknown", "dk-unclear", 3],
  c1: [4, 5, 4, 4, 4],
  c2: [3, 3, 4, 4],
  c3: [4, 4, 5, 4],
  c4: [5, 2, 4],
  c5: ["dk-not-applicable", 4, 5, 4, 3],
};

export const ratings: Answers = {
  ...Object.fromEntries(
    Object.entries(RATINGS).flatMap(([area, values]) =>
      values.map((value, index) => [`t9-${area}-${index + 1}`, value]),
    ),
  ),
  "t9-notes-infrastructure":
    "We know what happens on a call. We know much less about what happens afterwards. The analyst will ask the health department what they can share.",
  "t9-notes-components":
    "Partners say the outreach team is trusted. Weekends and nights are the gap: nobody follows up between Friday and Monday.",
};

function checklist(tool: number, values: string): Answers {
  const meaning: Record<string, StatusValue> = { Y: "yes", P: "in-progress", N: "no" };
  return Object.fromEntries(
    [...values].flatMap((letter, index) => {
      const value = meaning[letter];
      return value ? [[`t${tool}-${index + 1}`, value]] : [];
    }),
  );
}

/** Tools 2 to 5: Y yes, P in progress, N no, "." still blank. */
export const safetyChecklist: Answers = {
  ...checklist(2, "YYPYYNYYPYYYYPPYYYYP"),
  "t2-notes-checklist": "The interview room is bare and loud. The partner team offered to help choose paint, chairs and a plant.",
  "t2-notes-ear":
    "New officers practise EAR in field training. Patrol sergeants asked for a refresher with people who have been on the other side of the conversation.",
};
export const policyChecklist: Answers = checklist(3, "YPYNPPPYYYPN");
/** All yes so far, while Tool 9 rates the same element low: the readiness page points this out. */
export const workforceChecklist: Answers = checklist(4, "YYYYY.YY...");
export const partnerChecklist: Answers = checklist(5, "YYYYYYPPYYYPYPNYPYYN");
