import { runDocx } from "@/lib/exports/docx/render-docx";
import type { PrintBlock, PrintDocument } from "@/lib/exports/print/print-blocks";
import { type ReadDocx, readDocx } from "./read-docx";

/** A document of one chapter with these blocks, without cover and contents. */
export function printedOf(blocks: readonly PrintBlock[], changes: Partial<PrintDocument> = {}): PrintDocument {
  return {
    title: "Title – Agency, Team",
    name: "Name",
    author: "Dana Whitfield",
    language: "en",
    timestamp: 1795381500,
    running: { left: "Agency · Team", footer: "Foot" },
    hasCover: false,
    hasContents: false,
    isLargePrint: false,
    isBlankForm: false,
    about: { eyebrow: "Eyebrow", agency: "Agency", team: "Team", facts: [{ label: "Date", text: "Today" }], notes: [], attribution: "Source" },
    notices: [],
    chapters: [{ eyebrow: "Element", title: "Chapter", blocks }],
    ...changes,
  };
}

export interface PrintedDocx extends ReadDocx {
  readonly bytes: Buffer;
  readonly notShown: number;
  readonly peakMemoryBytes: number;
}

export async function renderRead(document: PrintDocument): Promise<PrintedDocx> {
  const { bytes, report, peakMemoryBytes } = await runDocx(document);
  return { ...(await readDocx(bytes)), bytes, notShown: report.notShown.count, peakMemoryBytes };
}

export function field(answer: string): PrintBlock {
  return { block: "field", number: "", prompt: "Prompt", answer, room: "box" };
}
