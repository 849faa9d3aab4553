import { showPerson } from "@/lib/domain/people/person";
import type { ToolReport } from "@/lib/domain/report/report-model";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { toolOfEdition } from "@/lib/exports/document/export-edition";
import type { ExportAbout, ExportDocument } from "@/lib/exports/document/export-document";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { type Allowance, usualAllowance } from "@/lib/history/text-difference";
import { forLargePrint } from "./large-print";
import { nameDocument, printAbout, TOOLKIT_NAME } from "./print-about";
import type { PrintChapter, PrintDocument } from "./print-blocks";
import { printBrief } from "./print-brief";
import { printComments } from "./print-comments";
import { dayFormatter, type EventPrinter } from "./print-dates";
import { printComparison } from "./print-compare";
import { printEvidence } from "./print-evidence";
import { printHistory } from "./print-history";
import { printIndicators } from "./print-indicators";
import { printKept } from "./print-kept";
import { printComesFrom } from "./print-links";
import { printReadiness } from "./print-readiness";
import { printCompletionRecord, printTool, type ToolSetting } from "./print-tool";
import { withoutNarrowTexts } from "./table-records";

/** A form has rows to write in; large print, where each row takes much room, has fewer. */
function toolSetting({ content, isLargePrint }: ExportOptions): Omit<ToolSetting, "place"> {
  return content === "forms"
    ? { isBlankForm: true, blankRows: isLargePrint ? 4 : 8 }
    : { isBlankForm: false, blankRows: isLargePrint ? 1 : 4 };
}

/** A tool with what lies beside its answers, where it was asked for. */
function printToolChapter(document: ExportDocument, tool: ToolReport, printer: EventPrinter, allowance: Allowance): PrintChapter {
  const { kept, evidence, comments, history, links, about, options } = document;
  const chapter = printTool(tool, printer, {
    ...toolSetting(options),
    place: toolOfEdition(document.edition, tool.ref).place,
    beneath: printIndicators(tool, document.indicators, printer),
    comesFrom: (placeId) => printComesFrom({ links }, tool, placeId),
  });
  if (options.content === "forms") return chapter;
  return {
    ...chapter,
    blocks: [
      ...chapter.blocks,
      ...printKept(kept.get(toolKey(tool.ref)) ?? []),
      ...printEvidence(tool, evidence, printer),
      ...printComments(tool, comments.get(toolKey(tool.ref)) ?? new Map(), printer),
      ...printHistory(tool, history.get(toolKey(tool.ref)) ?? [], { people: printer.people, timeZone: about.timeZone, allowance }),
    ],
  };
}

/** Two lines over a page have room for so many letters. */
const RUNNING_LETTERS = { normal: 110, large: 80 };

function runningHead({ agencyName, teamName }: ExportAbout, isLargePrint: boolean): string {
  const letters = Array.from(`${agencyName} · ${teamName}`);
  const room = isLargePrint ? RUNNING_LETTERS.large : RUNNING_LETTERS.normal;
  return letters.length > room ? `${letters.slice(0, room - 1).join("").trimEnd()}…` : letters.join("");
}

/** Everything the template needs, in printing order. Throws a RangeError when the export's instant is no date. */
export function printDocument(document: ExportDocument): PrintDocument {
  const { options, about, people, tools, readiness } = document;
  const day = dayFormatter(about.timeZone);
  const printer = { people, day };
  const allowance = usualAllowance();
  const isToolkit = options.content === "toolkit";
  const chapters: PrintChapter[] = [
    ...(isToolkit ? [printCompletionRecord(tools, printer)] : []),
    ...(document.comparison ? [printComparison(document.comparison)] : []),
    ...(readiness ? [printReadiness(readiness, printer, options.isLargePrint)] : []),
    ...tools.map((tool) => printToolChapter(document, tool, printer, allowance)),
  ];
  const name = nameDocument(document);
  return {
    title: `${name} – ${about.agencyName}, ${about.teamName}`,
    name,
    author: showPerson(people, about.exportedBy),
    language: "en",
    timestamp: Math.floor(Date.parse(about.at) / 1000),
    running: { left: runningHead(about, options.isLargePrint), footer: `${TOOLKIT_NAME} · ${day(about.at)}` },
    hasCover: isToolkit,
    hasContents: isToolkit || chapters.length > 1,
    isLargePrint: options.isLargePrint,
    isBlankForm: options.content === "forms",
    about: printAbout(document),
    notices: [],
    chapters: chapters.map(options.isLargePrint ? forLargePrint : withoutNarrowTexts),
    ...(document.brief ? { brief: printBrief(document.brief, day(about.at)) } : {}),
  };
}
