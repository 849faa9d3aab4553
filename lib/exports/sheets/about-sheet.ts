import { showPerson } from "@/lib/domain/people/person";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline, formatUnscored } from "@/lib/domain/readiness/scoring";
import { formatSharedItem } from "@/lib/domain/readiness/shared-items";
import { nameSourcesOf, toolOfEdition } from "@/lib/exports/document/export-edition";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { ExportContent } from "@/lib/exports/document/export-options";
import { column, type SheetTable, tableOf } from "./sheet-model";
import type { LocalTime } from "./sheet-times";

type Fact = readonly [what: string, value: string];

const CONTENT_WORDS: Record<ExportContent, string> = {
  toolkit: "All tools, with the readiness and gap report",
  tools: "The tools chosen",
  readiness: "The readiness and gap report",
  brief: "The one-page brief",
  plan: "The plan and its evaluation (Tools 12 and 13)",
  compare: "What changed between two days",
  forms: "Blank forms",
};

function inOrOut(isIncluded: boolean, count: number, one: string, many: string): string {
  if (!isIncluded) return "Not included";
  return count === 0 ? "None" : `${count} ${count === 1 ? one : many}`;
}

function sizeOf(lists: Iterable<{ readonly length: number }>): number {
  return [...lists].reduce((sum, { length }) => sum + length, 0);
}

function contentFacts({ options, tools, comments, history, evidence, edition }: ExportDocument): Fact[] {
  const threads = [...comments.values()].flatMap((ofTool) => [...ofTool.values()].flat());
  return [
    ["Contents", CONTENT_WORDS[options.content]],
    ...(tools.length > 0 ? [["Tools included", tools.map(({ ref, number, label }) => (toolOfEdition(edition, ref).isMain ? number : label)).join(", ")] as const] : []),
    ["Comments", inOrOut(options.hasComments, sizeOf(threads.map((thread) => thread.comments)), "comment", "comments")],
    ["History", inOrOut(options.hasHistory, sizeOf(history.values()), "change", "changes")],
    ["List of files", inOrOut(options.hasEvidence, evidence.length, "file", "files")],
    ["People", options.names === "roles" ? "Roles in place of names" : "Named as in the workbook"],
  ];
}

function milestoneFacts({ about: { milestone } }: ExportDocument, localTime: LocalTime): Fact[] {
  if (!milestone) return [];
  return [
    ["Milestone", milestone.name],
    ["Day", milestone.onDay],
    ...(milestone.madeAfterwards === null ? [] : ([["Made afterwards, out of the history", localTime(milestone.madeAfterwards)]] as const)),
    ...milestone.unknown.map((sentence): Fact => ["What can’t be known of that day", sentence]),
  ];
}

function readinessFacts(report: ReadinessReport): Fact[] {
  const unscored = formatUnscored(report.headline);
  return [
    ["Areas in place", formatHeadline(report.headline)],
    ...(unscored ? [["Areas without a score", unscored] as const] : []),
    ...report.sharedItems.map((item): Fact => ["Printed twice in the toolkit", formatSharedItem(item)]),
    ["Scores", `${SELF_RATING_STATEMENT} Cells hold scores unrounded; Excel shows them with one decimal.`],
  ];
}

/** What the export is, what is in it and what is not, and what each of the other sheets holds. */
export function buildAboutSheet(
  document: ExportDocument,
  others: readonly SheetTable[],
  localTime: LocalTime,
): SheetTable {
  const { about, tools, readiness } = document;
  const { toolsComplete, answered, total } = about.completeness;
  const facts: Fact[] = [
    ["Agency", about.agencyName],
    ["Team", about.teamName],
    ...milestoneFacts(document, localTime),
    [about.milestone ? "Holds the work of" : "Made at", localTime(about.at)],
    ["Made by", showPerson(document.people, about.exportedBy)],
    ["Time zone of all times", about.timeZone],
    ...contentFacts(document),
    ...(tools.length > 0
      ? ([
          ["Tools complete", `${toolsComplete} of ${about.completeness.tools}`],
          ["Questions answered", `${answered} of ${total}`],
        ] as const)
      : []),
    ...(readiness ? readinessFacts(readiness) : []),
    ["Blank cells", "Nothing was answered, or the column does not apply to the row."],
    ["Toolkit version", about.toolkitVersion],
    ["Rules version", about.rulesVersion],
    [
      "Source",
      `The ${nameSourcesOf(document.edition, tools)}. The wording of the tools is the toolkit’s; the answers and ratings are the team’s own.`,
    ],
    ...others.map(({ name, explanation }): Fact => [`Sheet “${name}”`, explanation]),
  ];
  return tableOf<Fact>(
    { name: "About", title: "About this export", explanation: "What this export is and what each sheet holds." },
    [column("What", "text", ([what]) => what), column("Value", "words", ([, value]) => value)],
    facts,
  );
}
