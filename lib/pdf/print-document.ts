import type { ToolReport } from "@/lib/tools/report-model";
import type { ExportDocument } from "./export-document";
import type { PrintCover, PrintDocument } from "./print-blocks";
import { dayFormatter } from "./print-dates";
import { withEvidence } from "./print-evidence";
import { printReadiness } from "./print-readiness";
import { printCompletionRecord, printTool } from "./print-tool";

const ATTRIBUTION =
  "Completed with the PS-COPE toolkit, National Council for Mental Wellbeing. The wording of the tools is the toolkit’s; the answers and ratings are the team’s own.";

function documentTitle(document: ExportDocument): string {
  const [tool] = document.tools;
  const name = document.kind === "tool" && tool ? tool.name : "PS-COPE Toolkit";
  return `${name} – ${document.agencyName}, ${document.teamName}`;
}

function answeredInAll(tools: readonly ToolReport[]): string {
  const answered = tools.reduce((sum, tool) => sum + tool.progress.answered, 0);
  const total = tools.reduce((sum, tool) => sum + tool.progress.total, 0);
  return `${answered} of ${total}`;
}

function printCover(document: ExportDocument, date: string): PrintCover {
  const complete = document.tools.filter((tool) => tool.status === "complete").length;
  return {
    eyebrow: "Public Safety-led Community-oriented Overdose Prevention Efforts",
    agency: document.agencyName,
    team: document.teamName,
    facts: [
      { label: "Date", text: date },
      { label: "Prepared by", text: document.preparedBy },
      { label: "Tools complete", text: `${complete} of ${document.tools.length}` },
      { label: "Questions answered", text: answeredInAll(document.tools) },
    ],
    attribution: ATTRIBUTION,
  };
}

/** Everything the template needs, in printing order. Throws a RangeError when `date` is not a date. */
export function printDocument(document: ExportDocument): PrintDocument {
  const day = dayFormatter(document.timeZone);
  const date = day(document.date);
  const isToolkit = document.kind === "toolkit";
  return {
    title: documentTitle(document),
    author: document.preparedBy,
    language: "en",
    timestamp: Math.floor(Date.parse(document.date) / 1000),
    running: {
      left: `${document.agencyName} · ${document.teamName}`,
      footer: isToolkit ? `PS-COPE Toolkit · ${date}` : `${ATTRIBUTION.split(". ")[0]} · ${date}`,
    },
    cover: isToolkit ? printCover(document, date) : null,
    chapters: [
      ...(isToolkit ? [printCompletionRecord(document.tools, day)] : []),
      ...(isToolkit && document.readiness ? [printReadiness(document.readiness, day)] : []),
      ...document.tools.map((tool) => withEvidence(printTool(tool, day, document.comments?.get(tool.number)), tool, document.evidence, day)),
    ],
  };
}
