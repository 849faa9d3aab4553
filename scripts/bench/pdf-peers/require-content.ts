import type { PrintDocument } from "@/lib/exports/print/print-blocks";
import { readWithPoppler, visible } from "@/tests/exports/pdf/readers";
import { textsOf } from "./plain-document.mjs";

/** Signs that an engine puts in or draws otherwise: bullets, boxes, numbers of lists. */
const LETTERS_SHARE = 0.98;
/** Enough to tell one answer from another, and in one line of the page or two. */
const ANSWER_LETTERS = 60;

/** An engine must not win by leaving out what people wrote. @throws naming the engine and what its PDF lacks. */
export function requireContent(name: string, bytes: Uint8Array, document: PrintDocument): void {
  const shown = visible(readWithPoppler(bytes));
  const missing = answersOf(document).filter((answer) => !shown.includes(visible(answer).slice(0, ANSWER_LETTERS)));
  if (missing.length > 0) throw new Error(`The PDF by ${name} lacks ${missing.length} answers, the first of them: ${missing[0]?.slice(0, ANSWER_LETTERS)}`);
  const expected = visible(textsOf(document).join("")).length;
  if (shown.length < expected * LETTERS_SHARE) throw new Error(`The PDF by ${name} has ${shown.length} letters of ${expected}`);
}

/** Those that stand in lines of their own: in the cells of a table, readers mix lines that are beside each other. */
function answersOf({ chapters }: PrintDocument): string[] {
  return chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.block === "field" && block.answer !== "" ? [block.answer] : [])));
}
