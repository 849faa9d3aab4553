import { showPerson } from "@/lib/domain/people/person";
import type { ToolName } from "@/lib/domain/tool/tool-ref";
import { mainToolsOf, nameSourcesOf, toolOfEdition } from "@/lib/exports/document/export-edition";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { PrintAbout } from "./print-blocks";
import { formatInstant } from "./print-dates";
import { formatDay } from "@/lib/domain/text/due-words";

export const TOOLKIT_NAME = "PS-COPE Toolkit";
const EYEBROW = "Public Safety-led Community-oriented Overdose Prevention Efforts";

const listWords = (words: readonly string[]) => new Intl.ListFormat("en-US").format(words);

/** "Tool 9", "Tools 2, 3, and 9", "Tool 9 and Peer worksheets 1 and 2". */
function nameTools(tools: readonly Pick<ToolName, "label" | "number">[]): string {
  const numbers = new Map<string, string[]>();
  for (const { label, number } of tools) {
    const word = label.replace(/ \d+$/, "");
    numbers.set(word, [...(numbers.get(word) ?? []), String(number)]);
  }
  return listWords([...numbers].map(([word, found]) => `${found.length === 1 ? word : `${word}s`} ${listWords(found)}`));
}

/** What the document is, without whose. */
export function nameDocument({ options, tools }: ExportDocument): string {
  const [first] = tools;
  const only = tools.length === 1 && first ? first.name : null;
  const names: Record<typeof options.content, string> = {
    toolkit: TOOLKIT_NAME,
    tools: only ?? nameTools(tools),
    readiness: "Readiness and gap report",
    brief: "One-page brief",
    plan: only ?? "Operational plan and evaluation",
    compare: "What changed",
    forms: only ? `${only} (blank form)` : "Blank forms",
  };
  return names[options.content];
}

/** Which parts the document has, and which of those it could have it leaves out. */
function listParts({ options, comments, history, evidence }: ExportDocument): { readonly included: string; readonly leftOut: string } {
  if (options.content === "compare") {
    return { included: "What changed between two days", leftOut: "The answers themselves, comments, history, and the list of supporting files" };
  }
  if (options.content === "readiness") {
    return {
      included: "The readiness and gap report",
      leftOut: "The answers to single questions, comments, history, and the list of supporting files",
    };
  }
  const optional = [
    { isIn: options.hasComments, part: "comments", isEmpty: comments.size === 0 },
    { isIn: options.hasHistory, part: "the history of every answer", isEmpty: history.size === 0 },
    { isIn: options.hasEvidence, part: "the list of supporting files", isEmpty: evidence.length === 0 },
  ];
  const chosen = optional.filter(({ isIn }) => isIn).map(({ part, isEmpty }) => (isEmpty ? `${part} (there are none)` : part));
  const missing = optional.filter(({ isIn }) => !isIn).map(({ part }) => part);
  const start = options.content === "toolkit" ? ["the answers", "the readiness and gap report"] : ["the answers"];
  return {
    included: sentence(listWords([...start, ...chosen])),
    leftOut: missing.length === 0 ? "" : sentence(listWords(missing)),
  };
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function completenessOf({ options, about, readiness }: ExportDocument): string {
  if (options.content === "compare") return "";
  if (options.content === "readiness") {
    return readiness ? `${readiness.answered} of ${readiness.total} ratings and statements answered` : "";
  }
  const { toolsComplete, tools, answered, total } = about.completeness;
  const isComplete = toolsComplete === 1 ? "Marked complete" : "Not yet marked complete";
  const toolWords = tools === 1 ? isComplete : `${toolsComplete} of ${tools} tools marked complete`;
  return total === 0 ? toolWords : `${toolWords}, ${answered} of ${total} questions answered`;
}

function factsOf(document: ExportDocument): PrintAbout["facts"] {
  const { options, about, readiness, people } = document;
  const { milestone } = about;
  const date = { label: "Date", text: formatInstant(about.at, about.timeZone) };
  const kept = milestone ? [{ label: "Milestone", text: `${milestone.name}, ${formatDay(milestone.onDay)}` }] : [];
  const versions = `Toolkit version ${about.toolkitVersion}${readiness ? `, rules version ${about.rulesVersion}` : ""}`;
  if (options.content === "forms") {
    return [date, { label: "Made by", text: showPerson(people, about.exportedBy) }, { label: "Version", text: versions }];
  }
  const { included, leftOut } = listParts(document);
  return [
    ...kept,
    date,
    { label: milestone ? "Milestone made by" : "Exported by", text: showPerson(people, about.exportedBy) },
    ...(options.content === "compare" ? [] : [{ label: "Completeness", text: completenessOf(document) }]),
    { label: "Version", text: versions },
    { label: "In this document", text: included },
    ...(leftOut ? [{ label: "Left out", text: leftOut }] : []),
  ];
}

function milestoneNotes({ about: { milestone, timeZone } }: ExportDocument): readonly string[] {
  if (!milestone) return [];
  return [
    "A milestone does not change. Comments and the history go on in the workbook and are no part of it.",
    ...(milestone.madeAfterwards === null ? [] : [`Made afterwards, out of the history, on ${formatInstant(milestone.madeAfterwards, timeZone)}.`]),
    ...milestone.unknown,
  ];
}

function notesOf({ options, tools, evidence, edition }: ExportDocument): readonly string[] {
  const main = tools.filter(({ ref }) => toolOfEdition(edition, ref).isMain);
  const isPartial = options.content === "toolkit" && tools.length > 0 && main.length < mainToolsOf(edition).length;
  return [
    ...(options.content === "forms" ? ["Blank forms to fill in by hand. They hold none of the team’s answers."] : []),
    ...(isPartial ? [`This document holds ${nameTools(tools)}. The person who made it can open no other tools.`] : []),
    ...(evidence.length > 0 && options.content !== "forms" ? ["Supporting files are listed. The files themselves stay in the workbook."] : []),
    ...(options.names === "roles" && options.content !== "forms"
      ? ["People are shown by their roles. Names typed into answers were not changed."]
      : []),
  ];
}

/** What an export says about itself, worded. */
export function printAbout(document: ExportDocument): PrintAbout {
  const { about, options, tools, edition } = document;
  const source = nameSourcesOf(edition, tools);
  const use = options.content === "forms" ? `From the ${source}.` : `Completed with the ${source}.`;
  const wording = "The wording of the tools is the toolkit’s; the answers and ratings are the team’s own.";
  return {
    eyebrow: EYEBROW,
    agency: about.agencyName,
    team: about.teamName,
    facts: factsOf(document),
    notes: [...milestoneNotes(document), ...notesOf(document)],
    attribution: options.content === "forms" ? use : `${use} ${wording}`,
  };
}
