import "server-only";
import { compareTools } from "@/content/toolkits";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { refOf, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordAudit } from "@/lib/platform/audit/audit";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam, type TeamPermission } from "@/lib/platform/auth/permissions";
import { readShownAt } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool, itemIndexOf, openKeysOf } from "@/lib/responses/tool-access";
import { requireBucket } from "./bucket";

/** A file on an item, without its bytes. */
export interface EvidenceView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly added: ReportEvent;
  readonly canRemove: boolean;
}

/** The same, for a list over several tools. */
export interface TeamEvidenceView extends EvidenceView {
  readonly toolRef: ToolRef;
  readonly itemId: string;
}

/** Where a file lies: an item of one of the team's tools. */
export interface EvidencePlace {
  readonly toolRef: ToolRef;
  readonly itemId: string;
}

export interface EvidenceOccasion {
  /** The client's address, for the audit. */
  readonly source: string | null;
}

/** The item's files, oldest first; null for an item they may not see or that never was. */
export async function listItemEvidence(context: TeamContext, place: EvidencePlace): Promise<EvidenceView[] | null> {
  if (!isOpenItem(context, place)) return null;
  return withAgency(context, (tx) => listEvidenceViews(tx, context, { place }));
}

/** The files on all tools named that the person may open (all of them for null), by tool, oldest first. */
export async function listTeamEvidence(
  context: TeamContext,
  toolRefs: readonly ToolRef[] | null = null,
): Promise<TeamEvidenceView[]> {
  const open = openKeysOf(context, toolRefs);
  const files = await withAgency(context, (tx) => listEvidenceViews(tx, context));
  return files.filter(({ toolRef }) => open?.includes(toolKey(toolRef)) ?? true).sort((a, b) => compareTools(a.toolRef, b.toolRef));
}

export interface EvidenceContent {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One file with its bytes, recorded as read; null when the item has no such file. */
export async function getEvidence(
  context: TeamContext,
  place: EvidencePlace,
  fileId: string,
  { source }: EvidenceOccasion,
): Promise<EvidenceContent | null> {
  if (!isOpenItem(context, place) || !isUuid(fileId)) return null;
  const found = await withAgency(context, async (tx) => {
    const file = await tx.evidenceFile.findFirst({
      where: { ...placeOf(context, place), id: fileId },
      select: { name: true, mediaType: true, storageKey: true, content: { select: { bytes: true } } },
    });
    if (file) await recordEvidence(context, "evidence:view", place, fileId, source);
    return file;
  });
  if (!found) return null;
  const { name, mediaType, storageKey, content } = found;
  if (storageKey !== null) return { name, mediaType, bytes: await requireBucket().get(storageKey) };
  if (!content) throw new Error(`file ${fileId} has no content`);
  return { name, mediaType, bytes: content.bytes };
}

/** Whether the item exists and the person may see it. */
export function isOpenItem(context: TeamContext, { toolRef, itemId }: EvidencePlace): boolean {
  const tool = findOpenTool(context, toolRef);
  return tool !== null && itemIndexOf(tool).has(itemId);
}

/** The columns that say where a file lies. */
export function placeOf({ agencyId, teamId }: TeamContext, { toolRef, itemId }: EvidencePlace) {
  return { agencyId, teamId, ...toolRef, itemId };
}

/** Whoever added it and may still change things, and those who lead. */
export function mayRemove(context: TeamContext, uploadedBy: string): boolean {
  return isAllowedInTeam(context.role, removalOf(context, uploadedBy));
}

/** The right that it takes. */
export function removalOf({ userId }: TeamContext, uploadedBy: string): TeamPermission {
  return uploadedBy === userId ? "evidence:edit" : "evidence:remove-others";
}

/** Files as lists show them, inside an open transaction. */
export async function listEvidenceViews(
  tx: Tx,
  context: TeamContext,
  { place, id: wanted }: { readonly place?: EvidencePlace; readonly id?: string } = {},
): Promise<TeamEvidenceView[]> {
  const { agencyId, teamId } = context;
  const files = await tx.evidenceFile.findMany({
    where: { agencyId, teamId, ...(place ? placeOf(context, place) : {}), ...(wanted === undefined ? {} : { id: wanted }) },
    orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
    omit: { sha256: true, storageKey: true },
  });
  const shownAt = await readShownAt(context);
  return files.map(({ id, itemId, name, mediaType, sizeBytes, uploadedBy, uploadedAt, ...file }) => ({
    id,
    toolRef: refOf(file),
    itemId,
    name,
    mediaType,
    sizeBytes,
    added: eventOf(uploadedAt, shownAt(uploadedBy, uploadedAt)),
    canRemove: mayRemove(context, uploadedBy),
  }));
}

/** Who did what with a file: ids only. */
export function recordEvidence(context: TeamContext, action: string, place: EvidencePlace, fileId: string, source: string | null) {
  const { toolRef, itemId } = place;
  const target = { teamId: context.teamId, tool: toolKey(toolRef), itemId, fileId };
  return recordAudit(context, { action, outcome: "done", target, source });
}
