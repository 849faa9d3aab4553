import type { ExportDocument } from "@/lib/export/export-document";
import { nameDocument, printAbout } from "./print-about";
import type { PrintChapter, PrintDocument } from "./print-blocks";
import { dayFormatter } from "./print-dates";
import { withEvidence } from "./print-evidence";
import { printReadiness } from "./print-readiness";
import { printCompletionRecord, printTool } from "./print-tool";
import { buildReadinessModel } from "./readiness-model";

/** Everything the template needs, in printing order. Throws a RangeError when the export's instant is no date. */
export function printDocument(document: ExportDocument): PrintDocument {
  const { options, about, tools, readiness } = document;
  const day = dayFormatter(about.timeZone);
  const isToolkit = options.content === "toolkit";
  const chapters: PrintChapter[] = [
    ...(isToolkit ? [printCompletionRecord(tools, day)] : []),
    ...(readiness ? [printReadiness(buildReadinessModel(readiness), day)] : []),
    ...tools.map((tool) => withEvidence(printTool(tool, day, document.comments.get(tool.number)), tool, document.evidence, day)),
  ];
  const name = nameDocument(document);
  return {
    title: `${name} – ${about.agencyName}, ${about.teamName}`,
    name,
    author: about.exportedBy,
    language: "en",
    timestamp: Math.floor(Date.parse(about.at) / 1000),
    running: { left: `${about.agencyName} · ${about.teamName}`, footer: `${isToolkit ? name : "PS-COPE Toolkit"} · ${day(about.at)}` },
    hasCover: isToolkit,
    hasContents: isToolkit || chapters.length > 1,
    isLargePrint: options.isLargePrint,
    isBlankForm: options.content === "forms",
    about: printAbout(document),
    notices: [],
    chapters,
  };
}
