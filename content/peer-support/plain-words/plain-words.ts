import type { PlainWords } from "@/lib/domain/toolkit/plain-words";
import { influenceWords } from "./influences-and-activities";
import { planningWords } from "./planning";
import { questionWords } from "./questions-and-settings";
import { supervisionWords } from "./supervision";

/** Ours, for the seven worksheets and the own check. */
export const peerPlainWords: PlainWords = new Map(
  Object.entries({ ...questionWords, ...influenceWords, ...planningWords, ...supervisionWords }),
);
