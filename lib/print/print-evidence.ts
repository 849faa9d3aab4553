import type { EvidenceEntry } from "@/lib/export/export-document";
import type { ToolReport } from "@/lib/tools/report-model";
import { type PrintBlock, type PrintCell, type PrintChapter, textCell } from "./print-blocks";
import { type DayFormatter, formatEvent } from "./print-dates";

/** A tool's chapter with the list of its files at the end; as it was when it has none. */
export function withEvidence(
  chapter: PrintChapter,
  tool: ToolReport,
  evidence: readonly EvidenceEntry[] = [],
  day: DayFormatter,
): PrintChapter {
  const entries = evidence.filter(({ toolNumber }) => toolNumber === tool.number);
  if (entries.length === 0) return chapter;
  return { ...chapter, blocks: [...chapter.blocks, ...printEvidence(entries, day)] };
}

function printEvidence(entries: readonly EvidenceEntry[], day: DayFormatter): PrintBlock[] {
  return [
    { block: "heading", level: 2, text: "Supporting files", isOutlined: true },
    {
      block: "paragraph",
      tone: "body",
      text: "These files support the answers above. They are kept in the workbook and are not part of this document.",
    },
    {
      block: "table",
      caption: "",
      columns: [
        { label: "File", share: 1.4 },
        { label: "Kind and size", points: 92 },
        { label: "Question", share: 1.6 },
        { label: "Added by", share: 1 },
      ],
      rows: entries.map(({ name, kind, item, added }): PrintCell[] => [
        textCell(breakable(name)),
        textCell(kind),
        textCell(item),
        textCell(formatEvent(added, day)),
      ]),
    },
  ];
}

/** A name without spaces may break after the signs people put between its words. */
function breakable(name: string): string {
  return name.replace(/([_.-])(?=\S)/g, "$1\u200b");
}
