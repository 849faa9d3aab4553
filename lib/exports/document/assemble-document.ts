import type { Answers } from "@/lib/domain/answer/answers";
import { nameInAnswers } from "@/lib/domain/item/people-in-answers";
import type { Comparison } from "@/lib/domain/milestones/comparison";
import { type People, type PersonRef, showPerson } from "@/lib/domain/people/person";
import { buildToolReport, sectionItemReports } from "@/lib/domain/report/report";
import type { ToolReport, ToolReportMeta } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { isSameTool, toolKey, type ToolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { mainToolsOf, toolOfEdition } from "./export-edition";
import type { Completeness, ExportAbout, ExportDocument } from "./export-document";
import { type ExportOptions, isOfPlan } from "./export-options";

/**
 * What an export is made of, before its options choose from it: read from the database of now, out of the history of a past
 * day, or kept in a milestone. The same reading, options and people always make the same document.
 */
export interface TeamReading
  extends Pick<ExportDocument, "edition" | "records" | "readiness" | "brief" | "kept" | "comments" | "history" | "assignments" | "indicators" | "links" | "evidence"> {
  readonly about: Omit<ExportAbout, "timeZone" | "exportedBy" | "completeness">;
  /** The tools that may be opened, in printed order. */
  readonly open: readonly ToolRef[];
  /** How each of them stands; one that is missing was not started. */
  readonly metas: ReadonlyMap<ToolKey, ToolReportMeta>;
}

/** For whom a document is made, and how the people it names are shown. */
export interface Asker {
  readonly people: People;
  readonly exportedBy: PersonRef;
  /** For "compare". */
  readonly comparison?: Comparison;
}

const NOT_STARTED: ToolReportMeta = { status: "not-started", completed: null, locked: null, lastChange: null };

/** The tools that the options name, of those that are open. */
export function chooseTools({ edition, open }: Pick<TeamReading, "edition" | "open">, { content, tools }: ExportOptions): readonly ToolDefinition[] {
  const isChosen = ({ slug }: ToolDefinition) => tools.includes(slug);
  const chosen: Record<ExportOptions["content"], (tool: ToolDefinition) => boolean> = {
    toolkit: () => true,
    tools: isChosen,
    readiness: () => false,
    brief: () => false,
    compare: () => false,
    plan: isOfPlan,
    forms: (tool) => tools.length === 0 || isChosen(tool),
  };
  const definitions = edition.tools.map(({ definition }) => definition);
  return definitions.filter((tool) => open.some((ref) => isSameTool(ref, tool.ref)) && chosen[content](tool));
}

/** Whether an export of this holds the readiness report beside the tools. */
export function hasReadiness({ content }: Pick<ExportOptions, "content">): boolean {
  return content === "toolkit" || content === "readiness";
}

/** What the options choose of a reading, as the document that every format is made from. */
export function assembleDocument(reading: TeamReading, options: ExportOptions, { people, exportedBy, comparison }: Asker): ExportDocument {
  const tools = chooseTools(reading, options);
  const isForms = options.content === "forms";
  // A blank form holds nothing of the team's.
  const refs = isForms ? [] : tools.map(({ ref }) => ref);
  const isIn = (ref: ToolRef) => refs.some((one) => isSameTool(one, ref));
  const ofTools = <T>(byTool: ReadonlyMap<ToolKey, T>, isAsked = true): ReadonlyMap<ToolKey, T> =>
    new Map(isAsked ? [...byTool].filter(([key]) => refs.some((ref) => toolKey(ref) === key)) : []);
  const { edition, records, about } = reading;
  const named = isForms ? {} : nameAsShown(edition.tools.map(({ definition }) => definition), records, people);
  const reportOf = (tool: ToolDefinition): ToolReport => withoutCarried(records, buildToolReport(tool, named, (isForms ? undefined : reading.metas.get(toolKey(tool.ref))) ?? NOT_STARTED));
  const reports = tools.map(reportOf);
  const isReport = options.content === "readiness" || options.content === "brief";
  return {
    options,
    people,
    about: {
      ...about,
      timeZone: options.timeZone,
      exportedBy,
      // The report alone tells how complete the toolkit is that it was made from.
      completeness: countCompleteness(edition, isReport ? mainToolsOf(edition).map(reportOf) : reports),
    },
    edition,
    tools: reports,
    records: isForms ? {} : recordsOf(records, hasReadiness(options) ? null : tools),
    readiness: hasReadiness(options) ? reading.readiness : null,
    brief: options.content === "brief" ? reading.brief : null,
    comparison: comparison ?? null,
    kept: ofTools(reading.kept),
    comments: ofTools(reading.comments, options.hasComments),
    history: ofTools(reading.history, options.hasHistory),
    assignments: reading.assignments.filter(({ tool }) => isIn(tool.ref)),
    indicators: reading.indicators.filter(({ tool }) => isIn(tool.ref)),
    links: reading.links.filter(({ to }) => isIn(to.tool.ref)),
    evidence: options.hasEvidence ? reading.evidence.filter(({ tool }) => isIn(tool.ref)) : [],
  };
}

/** What was carried forward from a milestone counts as answered once somebody has looked at it. */
function withoutCarried(records: TeamReading["records"], report: ToolReport): ToolReport {
  const less = (progress: ToolReport["progress"], sections: ToolReport["sections"]) => {
    const waiting = sections.flatMap(sectionItemReports).filter(({ id }) => records[id]?.isCarried).length;
    return waiting === 0 ? progress : { ...progress, answered: Math.max(0, progress.answered - waiting) };
  };
  return { ...report, progress: less(report.progress, report.sections), sections: report.sections.map((section) => ({ ...section, progress: less(section.progress, [section]) })) };
}

/** The answers of these tools; all for null. */
function recordsOf(records: TeamReading["records"], tools: readonly ToolDefinition[] | null): TeamReading["records"] {
  if (!tools) return records;
  const ids = new Set(tools.flatMap(toolItems).map(({ id }) => id));
  return Object.fromEntries(Object.entries(records).filter(([id]) => ids.has(id)));
}

/** In words: with names or roles in place of the people whom answers name. */
function nameAsShown(tools: readonly ToolDefinition[], records: TeamReading["records"], people: People): Answers {
  const answers: Answers = Object.fromEntries(Object.entries(records).map(([id, { answer }]) => [id, answer]));
  return nameInAnswers(tools.flatMap(toolItems), answers, (person) => showPerson(people, person));
}

/** Of the toolkit that every team works with; of others only where nothing of it is in the export. */
function countCompleteness(edition: TeamReading["edition"], reports: readonly ToolReport[]): Completeness {
  const main = reports.filter(({ ref }) => toolOfEdition(edition, ref).isMain);
  const tools = main.length > 0 ? main : reports;
  return {
    toolsComplete: tools.filter(({ status }) => status === "complete").length,
    tools: tools.length,
    answered: tools.reduce((sum, { progress }) => sum + progress.answered, 0),
    total: tools.reduce((sum, { progress }) => sum + progress.total, 0),
  };
}
