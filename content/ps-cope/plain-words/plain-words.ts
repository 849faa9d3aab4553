import type { PlainWords } from "@/lib/domain/toolkit/plain-words";
import { assessmentWords } from "./assessment";
import { checklistWords } from "./checklists";
import { planningWords } from "./planning";
import { purposeWords } from "./purposes";
import { referenceWords } from "./reference-texts";
import { stepWords } from "./steps";
import { worksheetWords } from "./worksheets";

/** Ours, for all thirteen tools. */
export const plainWords: PlainWords = new Map(
  Object.entries({
    ...checklistWords,
    ...assessmentWords,
    ...worksheetWords,
    ...planningWords,
    ...purposeWords,
    ...referenceWords,
    ...stepWords,
  }),
);
