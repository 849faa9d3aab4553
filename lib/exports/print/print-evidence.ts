import type { ToolReport } from "@/lib/domain/report/report-model";
import { isSameTool } from "@/lib/domain/tool/tool-ref";
import type { EvidenceEntry } from "@/lib/exports/document/export-document";
import { type PrintBlock, type PrintCell, textCell } from "./print-blocks";
import { type EventPrinter, formatEvent } from "./print-dates";

/** The list of a tool's files; nothing when it has none. */
export function printEvidence(tool: ToolReport, evidence: readonly EvidenceEntry[], printer: EventPrinter): PrintBlock[] {
  const entries = evidence.filter((entry) => isSameTool(entry.tool.ref, tool.ref));
  if (entries.length === 0) return [];
  return [
    { block: "heading", level: 2, text: "Supporting files", isOutlined: true, isLeftOutOfContents: true },
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
        textCell(formatEvent(added, printer)),
      ]),
    },
  ];
}

/** A name without spaces may break after the signs people put between its words. */
function breakable(name: string): string {
  return name.replace(/([_.-])(?=\S)/g, "$1\u200b");
}
