import "server-only";
import { MAIN_TOOLKIT, TOOLS } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { listThreads } from "@/lib/comments/comment-threads";
import { type People, personOf } from "@/lib/domain/people/person";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { RULES_VERSION } from "@/lib/domain/readiness/rules";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { assembleDocument, chooseTools, hasReadiness, type TeamReading } from "@/lib/exports/document/assemble-document";
import { currentEdition } from "@/lib/exports/document/export-edition";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { ExportError } from "@/lib/exports/document/export-error";
import type { ExportOptions } from "@/lib/exports/document/export-options";
import { listPeopleInDocument } from "@/lib/exports/document/people-in-document";
import { listNamesEverHad, listPeople, listPeopleByRole } from "@/lib/people/list-people";
import { hideTypedNames } from "@/lib/people/typed-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { loadBrief } from "@/lib/readiness/load-brief";
import { NO_ANSWERS } from "@/lib/responses/team-answers";
import { findOpenTool } from "@/lib/responses/tool-access";
import { loadHistory } from "./export-history";
import { type ExportSource, sourceOfNow } from "./export-source";

/**
 * Everything an export with these options holds, of the tools the person may open, as of now.
 * @throws ExportError "nothing-open" without any such tool, "too-large" when the history alone is more than one file holds.
 */
export async function loadExportDocument(context: TeamContext, options: ExportOptions): Promise<ExportDocument> {
  const reading = await readTeam(context, options, sourceOfNow(context));
  const tools = chooseTools(reading, options);
  if (tools.length === 0 && options.content !== "readiness" && options.content !== "brief") throw new ExportError("nothing-open");
  const people = await listExportPeople(context, options, [reading, personOf(context.personId), listPeopleInDocument({ ...reading, tools })]);
  return assembleDocument(reading, options, { people, exportedBy: personOf(context.personId) });
}

/** The same without what stands beside answers: what its preview tells. */
export async function loadExportBody(context: TeamContext, options: ExportOptions): Promise<ExportDocument> {
  const source = sourceOfNow(context);
  const nothing = async () => [];
  const bare: ExportSource = { ...source, kept: async () => new Map(), assignments: nothing, indicators: nothing, links: nothing, evidence: nothing };
  const asked = { ...options, hasComments: false, hasHistory: false };
  const reading = await readTeam(context, asked, bare);
  const people = await listExportPeople(context, options, [reading.about, personOf(context.personId)]);
  return { ...assembleDocument(reading, asked, { people, exportedBy: personOf(context.personId) }), options };
}

/** How people are shown in an export of this: the one place where its options decide that. */
export function listExportPeople(context: TeamContext, { names }: Pick<ExportOptions, "names">, shown: unknown): Promise<People> {
  return names === "roles" ? listPeopleByRole(context, shown) : listPeople(context, shown);
}

/** The tools whose comments, history, assignments and files an export may hold: a blank form holds nothing of the team's. */
export function toolsWithAttachments({ options, tools }: Pick<ExportDocument, "options" | "tools">): readonly ToolRef[] {
  return options.content === "forms" ? [] : tools.map(({ ref }) => ref);
}

/** Reads what an export with these options is made of, and no more than that. */
export async function readTeam(context: TeamContext, options: ExportOptions, source: ExportSource): Promise<TeamReading> {
  const edition = currentEdition();
  const open = TOOLS.map(({ ref }) => ref).filter((ref) => findOpenTool(context, ref));
  const tools = chooseTools({ edition, open }, options).map(({ ref }) => ref);
  const isForms = options.content === "forms";
  const refs = isForms ? [] : tools;
  // The report, and how complete the toolkit is that it is made from, rest on all tools.
  const isWhole = hasReadiness(options) || options.content === "brief";
  const takeOutNames = options.hasComments && options.names === "roles" ? hideTypedNames(await listNamesEverHad(context)) : null;
  // First: it brings answers along to a newer version of their tool, and what has no place in it is kept.
  const answers = isForms ? NO_ANSWERS : await source.answers(isWhole ? null : refs);
  const [team, kept, comments, history, assignments, indicators, links, evidence, brief, flagged] = await Promise.all([
    getTeam(context),
    source.kept(refs),
    options.hasComments ? listThreads(context, refs, takeOutNames) : new Map<never, never>(),
    options.hasHistory ? loadHistory(context, refs) : new Map<never, never>(),
    refs.length > 0 ? source.assignments() : [],
    source.indicators(refs),
    refs.length > 0 ? source.links() : [],
    options.hasEvidence ? source.evidence(refs) : [],
    options.content === "brief" ? loadBrief(context) : null,
    hasReadiness(options) ? source.flagged() : new Set<string>(),
  ]);
  return {
    about: {
      agencyName: team.agencyName,
      teamName: team.name,
      at: source.at,
      toolkitVersion: String(MAIN_TOOLKIT.version),
      rulesVersion: String(RULES_VERSION),
      milestone: null,
    },
    edition,
    open,
    records: answers.records,
    metas: isForms ? new Map() : await source.metas(answers),
    readiness: hasReadiness(options) ? buildReadiness({ ...MAIN_TOOLKIT, answers: answers.records, flagged }) : null,
    brief: brief?.brief ?? null,
    kept,
    comments,
    history,
    assignments,
    indicators,
    links,
    evidence,
  };
}
