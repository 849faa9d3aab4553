import "server-only";
import { getTool, isMainTool, MAIN_TOOLKIT, TOOLS } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { listTeamAssignments } from "@/lib/assignments/assignments";
import { listThreads } from "@/lib/comments/comment-threads";
import type { Answers } from "@/lib/domain/answer/answers";
import { listPeopleInAnswers, nameInAnswers } from "@/lib/domain/item/people-in-answers";
import { type People, personOf, showPerson } from "@/lib/domain/people/person";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { RULES_VERSION } from "@/lib/domain/readiness/rules";
import { buildToolReport } from "@/lib/domain/report/report";
import type { ToolReport } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { isSameTool, nameOf, toolKey, type ToolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { Completeness, ExportAssignment, ExportDocument } from "@/lib/exports/document/export-document";
import { ExportError } from "@/lib/exports/document/export-error";
import { listPeopleInDocument } from "@/lib/exports/document/people-in-document";
import { type ExportOptions, isOfPlan } from "@/lib/exports/document/export-options";
import { listLinkTexts } from "@/lib/links/link-texts";
import { listNamesEverHad, listPeople, listPeopleByRole } from "@/lib/people/list-people";
import { hideTypedNames } from "@/lib/people/typed-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadBrief } from "@/lib/readiness/load-brief";
import { metaOf } from "@/lib/responses/response-facts";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { listToolReviews } from "@/lib/responses/tool-status";
import { listKeptAnswers } from "@/lib/responses/upgrade-response";
import { listEvidenceEntries } from "./export-evidence";
import { listExportIndicators } from "./export-indicators";
import { loadHistory } from "./export-history";

/**
 * Everything an export with these options holds, of the tools the person may open, as of now.
 * @throws ExportError "nothing-open" without any such tool, "too-large" when the history alone is more than one file holds.
 */
export async function loadExportDocument(context: TeamContext, options: ExportOptions): Promise<ExportDocument> {
  const body = await loadExportBody(context, options);
  if (body.tools.length === 0 && options.content !== "readiness" && options.content !== "brief") throw new ExportError("nothing-open");
  const refs = toolsWithAttachments(body);
  const takeOutNames = options.hasComments && options.names === "roles" ? hideTypedNames(await listNamesEverHad(context)) : null;
  const [kept, comments, history, assignments, indicators, links, evidence] = await Promise.all([
    loadKeptAnswers(context, refs),
    options.hasComments ? listThreads(context, refs, takeOutNames) : new Map<ToolKey, never>(),
    options.hasHistory ? loadHistory(context, refs) : new Map<ToolKey, never>(),
    listExportAssignments(context, refs),
    listExportIndicators(context, refs),
    refs.length > 0 ? listLinkTexts(context) : [],
    options.hasEvidence ? listEvidenceEntries(context, refs) : [],
  ]);
  const own = links.filter(({ to }) => refs.some((ref) => isSameTool(ref, to.tool.ref)));
  const document = { ...body, kept, comments, history, assignments, indicators, links: own, evidence };
  return { ...document, people: await listExportPeople(context, options, [document, listPeopleInDocument(document)]) };
}

/** How people are shown in an export of this: the one place where its options decide that. */
export function listExportPeople(context: TeamContext, { names }: ExportOptions, shown: unknown): Promise<People> {
  return names === "roles" ? listPeopleByRole(context, shown) : listPeople(context, shown);
}

/** An export without its people, and without what stands beside its answers. */
export type ExportBody = Omit<ExportDocument, "people" | "kept" | "comments" | "history" | "assignments" | "indicators" | "links" | "evidence">;

/** The tools whose comments, history, assignments and files an export may hold: a blank form holds nothing of the team's. */
export function toolsWithAttachments({ options, tools }: ExportBody): readonly ToolRef[] {
  return options.content === "forms" ? [] : tools.map(({ ref }) => ref);
}

/** What every export begins with, and what its preview tells. */
export async function loadExportBody(context: TeamContext, options: ExportOptions): Promise<ExportBody> {
  const tools = chooseTools(options).filter(({ ref }) => findOpenTool(context, ref));
  const [team, loaded] = await Promise.all([
    getTeam(context),
    options.content === "forms" ? blankForms(tools) : loadAnswers(context, options, tools),
  ]);
  const { completeness, ...answers } = loaded;
  return {
    options,
    brief: options.content === "brief" ? (await loadBrief(context)).brief : null,
    about: {
      agencyName: team.agencyName,
      teamName: team.name,
      at: new Date().toISOString(),
      timeZone: options.timeZone,
      exportedBy: personOf(context.personId),
      toolkitVersion: String(MAIN_TOOLKIT.version),
      rulesVersion: String(RULES_VERSION),
      completeness,
    },
    ...answers,
  };
}

function chooseTools({ content, tools }: ExportOptions): readonly ToolDefinition[] {
  const isChosen = ({ slug }: ToolDefinition) => tools.includes(slug);
  const chosen: Record<ExportOptions["content"], (tool: ToolDefinition) => boolean> = {
    toolkit: () => true,
    tools: isChosen,
    readiness: () => false,
    brief: () => false,
    plan: isOfPlan,
    forms: (tool) => tools.length === 0 || isChosen(tool),
  };
  return TOOLS.filter(chosen[content]);
}

async function loadKeptAnswers(context: TeamContext, refs: readonly ToolRef[]): Promise<ExportDocument["kept"]> {
  const loaded = await Promise.all(refs.map(async (ref) => [toolKey(ref), await listKeptAnswers(context, getTool(ref))] as const));
  return new Map(loaded.filter(([, kept]) => kept.length > 0));
}

async function listExportAssignments(context: TeamContext, tools: readonly ToolRef[]): Promise<ExportAssignment[]> {
  if (tools.length === 0) return [];
  const assignments = await listTeamAssignments(context);
  return assignments
    .filter(({ toolRef }) => tools.some((ref) => isSameTool(ref, toolRef)))
    .map(({ toolRef, targetId, assignee, assigned, dueOn, isAccepted, handedBack }) => ({
      tool: nameOf(getTool(toolRef)),
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
  options: ExportOptions,
  tools: readonly ToolDefinition[],
): Promise<LoadedAnswers> {
  const { content } = options;
  const hasReadiness = content === "toolkit" || content === "readiness";
  const [stored, reviews] = await Promise.all([
    getTeamAnswers(context, hasReadiness ? null : tools.map(({ ref }) => ref)),
    listToolReviews(context),
  ]);
  const answers = await nameAsShown(context, options, tools, stored.answers);
  const reportOf = (tool: ToolDefinition): ToolReport => {
    const own = reviews.filter(({ toolRef }) => isSameTool(toolRef, tool.ref)).map(({ by, at }) => ({ by, at }));
    const meta = stored.tools.get(toolKey(tool.ref)) ?? metaOf(undefined);
    return buildToolReport(tool, answers, { ...meta, ...(own.length > 0 ? { reviews: own } : {}) });
  };
  const reports = tools.map(reportOf);
  return {
    tools: reports,
    // The report alone tells how complete the toolkit is that it was made from.
    completeness: countCompleteness(content === "readiness" || content === "brief" ? MAIN_TOOLKIT.tools.map(reportOf) : reports),
    records: stored.records,
    readiness: hasReadiness ? buildReadiness({ ...MAIN_TOOLKIT, answers: stored.records }) : null,
  };
}

/** In words: with names or roles in place of the people whom answers name. */
async function nameAsShown(context: TeamContext, options: ExportOptions, tools: readonly ToolDefinition[], answers: Answers): Promise<Answers> {
  const items = tools.flatMap(toolItems);
  const named = listPeopleInAnswers(items, answers);
  if (named.length === 0) return answers;
  const people = await listExportPeople(context, options, named);
  return nameInAnswers(items, answers, (person) => showPerson(people, person));
}

/** Of the toolkit that every team works with; of others only where nothing of it is in the export. */
function countCompleteness(reports: readonly ToolReport[]): Completeness {
  const main = reports.filter(({ ref }) => isMainTool(ref));
  const tools = main.length > 0 ? main : reports;
  return {
    toolsComplete: tools.filter(({ status }) => status === "complete").length,
    tools: tools.length,
    answered: tools.reduce((sum, { progress }) => sum + progress.answered, 0),
    total: tools.reduce((sum, { progress }) => sum + progress.total, 0),
  };
}
