import type { KeptAnswer } from "@/lib/domain/item/upgrades";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { column, type SheetTable, tableOf } from "./sheet-model";

type PlacedAnswer = KeptAnswer & { readonly toolNumber: number };

/** What a team answered in an earlier version of a tool and this one has no place for. */
export function buildKeptSheet({ kept, edition }: ExportDocument): SheetTable {
  return tableOf<PlacedAnswer>(
    {
      name: "Earlier versions",
      title: "Answers from an earlier version, one row each",
      explanation: "These tools were changed since the team began them, and have no place for these answers now.",
    },
    [
      column("Tool", "number", ({ toolNumber }) => toolNumber),
      column("Version", "number", ({ version }) => version),
      column("Item id", "code", ({ itemId }) => itemId),
      column("Question", "words", ({ question }) => question),
      column("Where it stood", "text", ({ source }) => source),
      column("Answer", "words", ({ text }) => text),
    ],
    edition.tools.flatMap(({ definition: { ref, number } }) => (kept.get(toolKey(ref)) ?? []).map((answer) => ({ ...answer, toolNumber: number }))),
  );
}
