import type { ExportAbout, ExportDocument } from "@/lib/export/export-document";
import type { PrintChapter, PrintCover, PrintDocument } from "./print-blocks";
import { dayFormatter } from "./print-dates";
import { withEvidence } from "./print-evidence";
import { printReadiness } from "./print-readiness";
import { printCompletionRecord, printTool } from "./print-tool";
import { buildReadinessModel } from "./readiness-model";

const ATTRIBUTION =
  "Completed with the PS-COPE toolkit, National Council for Mental Wellbeing. The wording of the tools is the toolkit’s; the answers and ratings are the team’s own.";

function documentTitle({ options, about, tools }: ExportDocument): string {
  const [tool] = tools;
  const name = options.content === "tools" && tools.length === 1 && tool ? tool.name : "PS-COPE Toolkit";
  return `${name} – ${about.agencyName}, ${about.teamName}`;
}

function printCover({ agencyName, teamName, exportedBy, completeness }: ExportAbout, date: string): PrintCover {
  const { toolsComplete, tools, answered, total } = completeness;
  return {
    eyebrow: "Public Safety-led Community-oriented Overdose Prevention Efforts",
    agency: agencyName,
    team: teamName,
    facts: [
      { label: "Date", text: date },
      { label: "Prepared by", text: exportedBy },
      { label: "Tools complete", text: `${toolsComplete} of ${tools}` },
      { label: "Questions answered", text: `${answered} of ${total}` },
    ],
    attribution: ATTRIBUTION,
  };
}

/** Everything the template needs, in printing order. Throws a RangeError when the export's instant is no date. */
export function printDocument(document: ExportDocument): PrintDocument {
  const { options, about, tools, readiness } = document;
  const day = dayFormatter(about.timeZone);
  const date = day(about.at);
  const isToolkit = options.content === "toolkit";
  const chapters: PrintChapter[] = [
    ...(isToolkit ? [printCompletionRecord(tools, day)] : []),
    ...(readiness ? [printReadiness(buildReadinessModel(readiness), day)] : []),
    ...tools.map((tool) => withEvidence(printTool(tool, day, document.comments.get(tool.number)), tool, document.evidence, day)),
  ];
  return {
    title: documentTitle(document),
    author: about.exportedBy,
    language: "en",
    timestamp: Math.floor(Date.parse(about.at) / 1000),
    running: {
      left: `${about.agencyName} · ${about.teamName}`,
      footer: isToolkit ? `PS-COPE Toolkit · ${date}` : `${ATTRIBUTION.split(". ")[0]} · ${date}`,
    },
    cover: isToolkit ? printCover(about, date) : null,
    chapters,
  };
}
