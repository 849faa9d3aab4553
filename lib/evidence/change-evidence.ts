import "server-only";
import { randomUUID, subtle } from "node:crypto";
import { requireStorageRoom } from "@/lib/agencies/quotas";
import { EVIDENCE_FILES_PER_ITEM, EVIDENCE_TEAM_MAX_BYTES } from "@/lib/domain/limits";
import { formatBytes } from "@/lib/domain/text/byte-size";
import { recordEvent } from "@/lib/events/record-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { requireStanding } from "@/lib/platform/auth/require-standing";
import { isUuid, uuidOf } from "@/lib/platform/db/uuid";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { isNamed } from "@/lib/platform/errors/is-named";
import { FairQueue, type LineFullError } from "@/lib/platform/turns/fair-queue";
import { requireOpenForChanges } from "@/lib/responses/tool-status";
import { type Bucket, findBucket, requireBucket } from "./bucket";
import { cleanFileName } from "./evidence-file";
import { inspectFile } from "./inspect-file";
import {
  type EvidenceOccasion,
  type EvidencePlace,
  type EvidenceView,
  findEvidenceView,
  isOpenItem,
  mayRemove,
  placeOf,
  recordEvidence,
  removalOf,
} from "./read-evidence";

/** Each holds its whole file in memory while it is looked into and stored. */
const uploads = new FairQueue({ atOnce: 4, atOnceOfGroup: 2, waiting: 100, waitingOfGroup: 60, waitingOfMember: 30 });
const BUSY = "Many files are being added right now. Please wait a minute, then add this one again.";

/**
 * Adds a file to an item, when its turn comes. Null for an item they may not see or that never was.
 * @throws RefusedError for a file that is too large, of another kind than its name says or there already, and when
 * item, team or agency have no room left, the tool is complete, or very many are being added.
 */
export async function addEvidence(
  context: TeamContext,
  place: EvidencePlace,
  given: GivenFile,
  { source }: EvidenceOccasion,
): Promise<EvidenceView | null> {
  if (!isOpenItem(context, place)) return null;
  const turn = { group: context.agencyId, member: context.userId };
  try {
    return await uploads.run(turn, () => addOnce(context, place, given, source));
  } catch (error) {
    throw isNamed<LineFullError>(error, "LineFullError") ? new RefusedError(BUSY) : error;
  }
}

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The page's own, for this file: sent again with it, the file is added once and answered alike. */
  readonly key?: string | null;
}

async function addOnce(context: TeamContext, place: EvidencePlace, given: GivenFile, source: string | null): Promise<EvidenceView | null> {
  if (!given.key || !isUuid(given.key)) return storeFile(context, place, { ...given, id: randomUUID() }, source);
  const id = uuidOf("file", context.userId, place.itemId, given.key.toLowerCase());
  const findAdded = () => findEvidenceView(context, place, id);
  const before = await findAdded();
  if (before) return before;
  try {
    return await storeFile(context, place, { ...given, id }, source);
  } catch (error) {
    // The other try was still under way.
    const meanwhile = await findAdded();
    if (meanwhile) return meanwhile;
    throw error;
  }
}

async function storeFile(
  context: TeamContext,
  place: EvidencePlace,
  given: GivenFile & { readonly id: string },
  source: string | null,
): Promise<EvidenceView | null> {
  const { bytes, id } = given;
  const name = cleanFileName(given.name);
  const inspected = await inspectFile(name, bytes);
  if (!inspected.ok) throw new RefusedError(inspected.problem);
  // Beside the main thread, which answers everybody.
  const sha256 = new Uint8Array(await subtle.digest("SHA-256", bytes));
  const file = { name, mediaType: inspected.type.mediaType, sizeBytes: bytes.byteLength, sha256 };

  const save = (storageKey: string | null) =>
    withAgency(context, async (tx) => {
      await requireRoom(tx, context, place, file);
      await tx.evidenceFile.create({
        data: { ...placeOf(context, place), ...file, id, storageKey, uploadedBy: context.userId },
      });
      if (storageKey === null) {
        // Many, because the one that is created comes back whole: written out and read again, on the main thread.
        await tx.evidenceContent.createMany({ data: [{ agencyId: context.agencyId, fileId: id, bytes }] });
      }
      await recordEvidence(context, "evidence:add", place, id, source);
      await recordEvent(context, place.toolRef, { kind: "file-added", itemId: place.itemId, fileId: id });
      return findEvidenceView(context, place, id, tx);
    });

  const bucket = findBucket();
  if (!bucket) return save(null);
  // Before the bytes travel; what counts is the same check beside the row.
  await withAgency(context, (tx) => requireRoom(tx, context, place, file));
  const key = `${context.agencyId}/${context.teamId}/${id}`;
  await bucket.put(key, bytes, Buffer.from(sha256).toString("hex"));
  try {
    return await save(key);
  } catch (error) {
    // A connection that broke during the commit does not say whether the row is there.
    const isListed = await hasFile(context, id).catch(() => true);
    if (!isListed) await removeObject(bucket, key);
    throw error;
  }
}

/**
 * Removes a file and its bytes. Null when the item has no such file.
 * @throws RefusedError for somebody else's file, unless the person leads the team, and when the tool is complete.
 */
export async function removeEvidence(
  context: TeamContext,
  place: EvidencePlace,
  fileId: string,
  { source }: EvidenceOccasion,
): Promise<{ readonly name: string } | null> {
  if (!isOpenItem(context, place) || !isUuid(fileId)) return null;
  const removed = await withAgency(context, async (tx) => {
    const file = await tx.evidenceFile.findFirst({ where: { ...placeOf(context, place), id: fileId } });
    if (!file) return null;
    if (!mayRemove(context, file.uploadedBy)) {
      throw new RefusedError("Only whoever added this file, a team lead or an agency admin can remove it.");
    }
    await requireOpenForChanges(context, place.toolRef);
    // The role may be another by now than when it was first asked for.
    await requireStanding(tx, context, { permission: removalOf(context, file.uploadedBy), toolRef: place.toolRef });
    const { count } = await tx.evidenceFile.deleteMany({ where: { ...placeOf(context, place), id: fileId } });
    if (count === 0) return null;
    await recordEvidence(context, "evidence:remove", place, fileId, source);
    await recordEvent(context, place.toolRef, { kind: "file-removed", itemId: place.itemId, fileId });
    return file;
  });
  // After the row: a file that is listed always has its bytes, and bytes left over can be found by their key.
  if (removed?.storageKey) await removeObject(requireBucket(), removed.storageKey);
  return removed && { name: removed.name };
}

interface NewFile {
  readonly sizeBytes: number;
  readonly sha256: Uint8Array;
}

/** @throws RefusedError when the file can't be added here. Holds off the team's other uploads until the transaction ends. */
async function requireRoom(tx: Tx, context: TeamContext, place: EvidencePlace, file: NewFile): Promise<void> {
  const { agencyId, teamId } = context;
  await requireOpenForChanges(context, place.toolRef);
  await tx.$queryRaw`select from team where agency_id = ${agencyId}::uuid and id = ${teamId}::uuid for no key update`;
  await requireStanding(tx, context, { permission: "evidence:edit", toolRef: place.toolRef });
  const here = await tx.evidenceFile.findMany({
    where: placeOf(context, place),
    select: { name: true, sha256: true },
  });
  const same = here.find(({ sha256 }) => Buffer.compare(sha256, file.sha256) === 0);
  if (same) throw new RefusedError(`This file is already here, as “${same.name}”. It was not added again.`);
  if (here.length >= EVIDENCE_FILES_PER_ITEM) {
    throw new RefusedError(`One question takes ${EVIDENCE_FILES_PER_ITEM} files at most. Remove one before you add another.`);
  }
  const { _sum } = await tx.evidenceFile.aggregate({ where: { agencyId, teamId }, _sum: { sizeBytes: true } });
  if ((_sum.sizeBytes ?? 0) + file.sizeBytes > EVIDENCE_TEAM_MAX_BYTES) {
    throw new RefusedError(
      `Your team’s files would pass ${formatBytes(EVIDENCE_TEAM_MAX_BYTES)}. Remove files you no longer need, then add this one.`,
    );
  }
  await requireStorageRoom(tx, agencyId, file.sizeBytes);
}

async function hasFile(context: TeamContext, id: string): Promise<boolean> {
  const { agencyId } = context;
  return (await withAgency(context, (tx) => tx.evidenceFile.count({ where: { agencyId, id } }))) > 0;
}

/** What can't be removed stays behind without a row; the log has its key. */
async function removeObject(bucket: Bucket, key: string): Promise<void> {
  try {
    await bucket.remove(key);
  } catch (error) {
    console.error(`An object was left in the bucket: ${key}`, error);
  }
}
