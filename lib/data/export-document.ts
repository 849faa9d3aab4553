import "server-only";
import { elements } from "@/content/guide/elements";
import { TOOLKIT_VERSION, TOOLS } from "@/content/tools";
import type { TeamContext } from "@/lib/auth/context";
import type { Completeness, ExportAssignment, ExportDocument } from "@/lib/export/export-document";
import { ExportError } from "@/lib/export/export-error";
import { type ExportOptions, PLAN_TOOLS } from "@/lib/export/export-options";
import { type People, personOf } from "@/lib/people/person";
import type { ToolDefinition, ToolNumber } from "@/lib/tools/definition";
import { buildReadiness } from "@/lib/tools/readiness";
import { buildToolReport } from "@/lib/tools/report";
import type { ToolReport } from "@/lib/tools/report-model";
import { RULES_VERSION } from "@/lib/tools/rules";
import { listTeamAssignments } from "./assignments";
import { listThreads } from "./comment-threads";
import { listEvidenceEntries } from "./export-evidence";
import { loadHistory } from "./export-history";
import { listNamesEverHad, listPeople, listPeopleByRole } from "./people";
import { metaOf } from "./response-facts";
import { getTeamAnswers } from "./team-answers";
import { getTeam } from "./teams";
import { findOpenTool } from "./tool-access";
import { listToolReviews } from "./tool-status";
import { hideTypedNames } from "./typed-names";

/**
 * Everything an export with these options holds, of the tools the person may open, as of now.
 * @throws ExportError "nothing-open" without any such tool, "too-large" when the history alone is more than one file holds.
 */
export async function loadExportDocument(context: TeamContext, options: ExportOptions): Promise<ExportDocument> {
  const body = await loadExportBody(context, options);
  if (body.tools.length === 0 && options.content !== "readiness") throw new ExportError("nothing-open");
  const numbers = toolsWithAttachments(body);
  const takeOutNames = options.hasComments && options.names === "roles" ? hideTypedNames(await listNamesEverHad(context)) : null;
  const [comments, history, assignments, evidence] = await Promise.all([
    options.hasComments ? listThreads(context, numbers, takeOutNames) : new Map<ToolNumber, never>(),
    options.hasHistory ? loadHistory(context, numbers) : new Map<ToolNumber, never>(),
    listExportAssignments(context, numbers),
    options.hasEvidence ? listEvidenceEntries(context, numbers) : [],
  ]);
  const document = { ...body, comments, history, assignments, evidence };
  return { ...document, people: await listExportPeople(context, options, document) };
}

/** How people are shown in an export of this: the one place where its options decide that. */
export function listExportPeople(context: TeamContext, { names }: ExportOptions, shown: unknown): Promise<People> {
  return names === "roles" ? listPeopleByRole(context, shown) : listPeople(context, shown);
}

/** An export without its people, comments, history, assignments and files. */
export type ExportBody = Omit<ExportDocument, "people" | "comments" | "history" | "assignments" | "evidence">;

/** The tools whose comments, history, assignments and files an export may hold: a blank form holds nothing of the team's. */
export function toolsWithAttachments({ options, tools }: ExportBody): readonly ToolNumber[] {
  return options.content === "forms" ? [] : tools.map(({ number }) => number);
}

/** What every export begins with, and what its preview tells. */
export async function loadExportBody(context: TeamContext, options: ExportOptions): Promise<ExportBody> {
  const tools = chooseTools(options).filter(({ number }) => findOpenTool(context, number));
  const [team, loaded] = await Promise.all([
    getTeam(context),
    options.content === "forms" ? blankForms(tools) : loadAnswers(context, options, tools),
  ]);
  const { completeness, ...answers } = loaded;
  return {
    options,
    about: {
      agencyName: team.agencyName,
      teamName: team.name,
      at: new Date().toISOString(),
      timeZone: options.timeZone,
      exportedBy: personOf(context.userId),
      toolkitVersion: String(TOOLKIT_VERSION),
      rulesVersion: String(RULES_VERSION),
      completeness,
    },
    ...answers,
  };
}

function chooseTools({ content, tools }: ExportOptions): readonly ToolDefinition[] {
  const chosen: Record<ExportOptions["content"], (number: ToolNumber) => boolean> = {
    toolkit: () => true,
    tools: (number) => tools.includes(number),
    readiness: () => false,
    plan: (number) => (PLAN_TOOLS as readonly ToolNumber[]).includes(number),
    forms: (number) => tools.length === 0 || tools.includes(number),
  };
  return TOOLS.filter(({ number }) => chosen[content](number));
}

async function listExportAssignments(context: TeamContext, tools: readonly ToolNumber[]): Promise<ExportAssignment[]> {
  if (tools.length === 0) return [];
  const assignments = await listTeamAssignments(context);
  return assignments
    .filter(({ toolNumber }) => tools.includes(toolNumber))
    .map(({ toolNumber, targetId, assignee, assigned, dueOn, isAccepted, handedBack }) => ({
      toolNumber,
      targetId,
      assignee,
      assigned,
      dueOn,
      isAccepted,
      handBackNote: handedBack?.note ?? null,
    }));
}

type LoadedAnswers = Pick<ExportDocument, "tools" | "records" | "readiness"> & { readonly completeness: Completeness };

function blankForms(tools: readonly ToolDefinition[]): LoadedAnswers {
  const blank = tools.map((tool) => buildToolReport(tool, {}, metaOf(undefined)));
  return { tools: blank, records: {}, readiness: null, completeness: countCompleteness(blank) };
}

async function loadAnswers(
  context: TeamContext,
  { content }: ExportOptions,
  tools: readonly ToolDefinition[],
): Promise<LoadedAnswers> {
  const hasReadiness = content === "toolkit" || content === "readiness";
  const [stored, reviews] = await Promise.all([
    getTeamAnswers(context, hasReadiness ? null : tools.map(({ number }) => number)),
    listToolReviews(context),
  ]);
  const reportOf = (tool: ToolDefinition): ToolReport => {
    const own = reviews.filter(({ toolNumber }) => toolNumber === tool.number).map(({ by, at }) => ({ by, at }));
    const meta = stored.tools.get(tool.number) ?? metaOf(undefined);
    return buildToolReport(tool, stored.answers, { ...meta, ...(own.length > 0 ? { reviews: own } : {}) });
  };
  const reports = tools.map(reportOf);
  return {
    tools: reports,
    // The report alone tells how complete the toolkit is that it was made from.
    completeness: countCompleteness(content === "readiness" ? TOOLS.map(reportOf) : reports),
    records: stored.records,
    readiness: hasReadiness ? buildReadiness({ tools: TOOLS, elements, answers: stored.records }) : null,
  };
}

function countCompleteness(tools: readonly ToolReport[]): Completeness {
  return {
    toolsComplete: tools.filter(({ status }) => status === "complete").length,
    tools: tools.length,
    answered: tools.reduce((sum, { progress }) => sum + progress.answered, 0),
    total: tools.reduce((sum, { progress }) => sum + progress.total, 0),
  };
}
