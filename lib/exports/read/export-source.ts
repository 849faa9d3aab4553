import "server-only";
import { getTool } from "@/content/toolkits";
import { listTeamAssignments } from "@/lib/assignments/assignments";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import { isSameTool, nameOf, type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { EvidenceEntry, ExportAssignment, ExportDocument, ExportIndicator } from "@/lib/exports/document/export-document";
import { listLinkTexts } from "@/lib/links/link-texts";
import type { TeamContext } from "@/lib/platform/auth/context";
import { metaOf } from "@/lib/responses/response-facts";
import { getTeamAnswers, type TeamAnswers } from "@/lib/responses/team-answers";
import { listToolReviews } from "@/lib/responses/tool-status";
import { listKeptAnswers } from "@/lib/responses/upgrade-response";
import { listFlaggedItems } from "@/lib/rounds/open-disagreements";
import { listEvidenceEntries } from "./export-evidence";
import { listExportIndicators } from "./export-indicators";

/** Where the parts of an export come from: the database of now, or the history of a past day. All of what the person may open. */
export interface ExportSource {
  /** As of when, ISO 8601. */
  readonly at: string;
  /** Of these tools; of all for null. */
  readonly answers: (refs: readonly ToolRef[] | null) => Promise<TeamAnswers>;
  /** How the tools stand, with who read those that are for reading. */
  readonly metas: (answers: TeamAnswers) => Promise<ReadonlyMap<ToolKey, ToolReportMeta>>;
  readonly kept: (refs: readonly ToolRef[]) => Promise<ExportDocument["kept"]>;
  readonly assignments: () => Promise<readonly ExportAssignment[]>;
  readonly indicators: (refs: readonly ToolRef[]) => Promise<readonly ExportIndicator[]>;
  readonly links: () => Promise<ExportDocument["links"]>;
  readonly evidence: (refs: readonly ToolRef[]) => Promise<readonly EvidenceEntry[]>;
  /** Items on which views differ far, without a decision: the bands know them. */
  readonly flagged: () => Promise<ReadonlySet<string>>;
}

/** What stands in the database now. */
export function sourceOfNow(context: TeamContext): ExportSource {
  return {
    at: new Date().toISOString(),
    answers: (refs) => getTeamAnswers(context, refs),
    metas: async ({ tools }) => withReviews(tools, await listToolReviews(context)),
    kept: (refs) => loadKeptAnswers(context, refs),
    assignments: () => listExportAssignments(context),
    indicators: (refs) => listExportIndicators(context, refs),
    links: () => listLinkTexts(context),
    evidence: (refs) => listEvidenceEntries(context, refs),
    flagged: () => listFlaggedItems(context),
  };
}

type Review = Awaited<ReturnType<typeof listToolReviews>>[number];

/** How tools stand, with who marked which as read; a tool for reading alone stands in it through that. */
export function withReviews(metas: TeamAnswers["tools"], reviews: readonly Pick<Review, "toolRef" | "by" | "at">[]): ReadonlyMap<ToolKey, ToolReportMeta> {
  const found = new Map(metas);
  for (const { toolRef, by, at } of reviews) {
    const key = toolKey(toolRef);
    const meta = found.get(key) ?? metaOf(undefined);
    found.set(key, { ...meta, reviews: [...(meta.reviews ?? []), { by, at }] });
  }
  return found;
}

async function loadKeptAnswers(context: TeamContext, refs: readonly ToolRef[]): Promise<ExportDocument["kept"]> {
  const loaded = await Promise.all(refs.map(async (ref) => [toolKey(ref), await listKeptAnswers(context, getTool(ref))] as const));
  return new Map(loaded.filter(([, kept]) => kept.length > 0));
}

async function listExportAssignments(context: TeamContext): Promise<ExportAssignment[]> {
  return (await listTeamAssignments(context)).map(({ toolRef, targetId, assignee, assigned, dueOn, isAccepted, handedBack }) => ({
    tool: nameOf(getTool(toolRef)),
    targetId,
    assignee,
    assigned,
    dueOn,
    isAccepted,
    handBackNote: handedBack?.note ?? null,
  }));
}

/** Those of these tools. */
export function ofTools<Part extends { readonly tool: { readonly ref: ToolRef } }>(parts: readonly Part[], refs: readonly ToolRef[]): Part[] {
  return parts.filter(({ tool }) => refs.some((ref) => isSameTool(ref, tool.ref)));
}
