import "server-only";
import { compareTools } from "@/content/toolkits";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordAudit } from "@/lib/platform/audit/audit";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam, type TeamPermission } from "@/lib/platform/auth/permissions";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { type Tx, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
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
  return listEvidenceViews(context, plainly(context), { place });
}

/** The files on all tools named that the person may open (all of them for null), by tool, oldest first. */
export async function listTeamEvidence(
  context: TeamContext,
  toolRefs: readonly ToolRef[] | null = null,
): Promise<TeamEvidenceView[]> {
  const open = openKeysOf(context, toolRefs);
  const files = await listEvidenceViews(context, plainly(context));
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

/** The right that it takes to remove a file: another for one's own than for somebody else's. */
export function removalOf({ userId }: TeamContext, uploadedBy: string): TeamPermission {
  return removalBy(uploadedBy === userId);
}

function removalBy(isYours: boolean): TeamPermission {
  return isYours ? "evidence:edit" : "evidence:remove-others";
}

const FILES = `
  select f.id, f.toolkit_id, f.tool_id, f.item_id, f.name, f.media_type, f.size_bytes, f.uploaded_by = $3::uuid as is_yours, f.uploaded_at,
         ${shownPerson("f.agency_id", "f.uploaded_by", "f.uploaded_at")} as person_id
    from evidence_file f
   where f.agency_id = $1::uuid and f.team_id = $2::uuid
     and ($4::text is null or (f.toolkit_id = $4 and f.tool_id = $5 and f.item_id = $6)) and ($7::uuid is null or f.id = $7)
   order by f.uploaded_at, f.id`;

interface FileRow {
  id: string;
  toolkit_id: string;
  tool_id: string;
  item_id: string;
  name: string;
  media_type: string;
  size_bytes: number;
  is_yours: boolean;
  uploaded_at: Date;
  person_id: string;
}

/** Sends the statement that lists files. */
type ReadFiles = (text: string, values: readonly unknown[]) => Promise<readonly FileRow[]>;

function plainly(context: TeamContext): ReadFiles {
  return (text, values) => withAgencyConnection(context, async (client) => (await client.query<FileRow>(text, [...values])).rows);
}

/** In an open transaction, which may have added the file. */
function within(tx: Tx): ReadFiles {
  return (text, values) => tx.$queryRawUnsafe<FileRow[]>(text, ...values);
}

/** One file as lists show it; in an open transaction, where there is one. */
export async function findEvidenceView(context: TeamContext, place: EvidencePlace, id: string, tx: Tx | null = null): Promise<EvidenceView | null> {
  const [view] = await listEvidenceViews(context, tx ? within(tx) : plainly(context), { place, id });
  return view ?? null;
}

async function listEvidenceViews(
  context: TeamContext,
  read: ReadFiles,
  { place, id: wanted }: { readonly place?: EvidencePlace; readonly id?: string } = {},
): Promise<TeamEvidenceView[]> {
  const { agencyId, teamId, userId } = context;
  const { toolkitId = null, toolId = null } = place?.toolRef ?? {};
  const files = await read(FILES, [agencyId, teamId, userId, toolkitId, toolId, place?.itemId ?? null, wanted ?? null]);
  return files.map((file) => ({
    id: file.id,
    toolRef: { toolkitId: file.toolkit_id, toolId: file.tool_id },
    itemId: file.item_id,
    name: file.name,
    mediaType: file.media_type,
    sizeBytes: file.size_bytes,
    added: eventOf(file.uploaded_at, personOf(file.person_id)),
    canRemove: isAllowedInTeam(context.role, removalBy(file.is_yours)),
  }));
}

/** Who did what with a file: ids only. */
export function recordEvidence(context: TeamContext, action: string, place: EvidencePlace, fileId: string, source: string | null) {
  const { toolRef, itemId } = place;
  const target = { teamId: context.teamId, tool: toolKey(toolRef), itemId, fileId };
  return recordAudit(context, { action, outcome: "done", target, source });
}
