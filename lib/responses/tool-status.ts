import "server-only";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type Tx, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "./response-facts";
import { findOpenTool } from "./tool-access";

const COMPLETE = "This tool is marked complete. Reopen it to change anything in it.";
const LOCKED = "This tool is locked. Ask an agency admin to unlock it.";

/**
 * The tool, when what belongs to it may be changed. Call it in the same transaction as the change: the tool can't be
 * marked complete or locked before that transaction ends. Answers don't need it, saving checks them itself.
 * @throws RefusedError for a tool that is complete or locked, or not open to the person.
 */
export async function requireOpenForChanges(context: TeamContext, toolRef: ToolRef): Promise<ToolDefinition> {
  const tool = requireTool(context, toolRef);
  await withAgency(context, async (tx) => {
    await ensureResponse(tx, context, tool);
    const standing = await readStanding(tx, context, toolRef, Prisma.sql`key share`);
    if (standing.isLocked) throw new RefusedError(LOCKED);
    if (standing.isComplete) throw new RefusedError(COMPLETE);
  });
  return tool;
}

/**
 * The tool, when it may be talked about: also while it is complete, for that is when it is looked through, but not once
 * it is locked. In the same transaction as the change, like `requireOpenForChanges`.
 * @throws RefusedError for a tool that is locked, or not open to the person.
 */
export async function requireUnlocked(context: TeamContext, toolRef: ToolRef): Promise<ToolDefinition> {
  const tool = requireTool(context, toolRef);
  await withAgency(context, async (tx) => {
    if ((await readStanding(tx, context, toolRef, Prisma.sql`key share`)).isLocked) throw new RefusedError(LOCKED);
  });
  return tool;
}

/** Marks the tool complete, blanks and all; who and when stay as they were if it was complete already. */
export async function completeTool(context: TeamContext, toolRef: ToolRef): Promise<void> {
  await withAgency(context, async (tx) => {
    if (await setComplete(tx, context, toolRef)) await recordEvent(context, toolRef, { kind: "completed" });
  });
}

/** @returns false when it was complete already. */
async function setComplete(tx: Tx, context: TeamContext, toolRef: ToolRef): Promise<boolean> {
  await ensureResponse(tx, context, requireTool(context, toolRef));
  await readStanding(tx, context, toolRef);
  const { count } = await tx.response.updateMany({
    where: { ...responseOf(context, toolRef), completedAt: null },
    data: { completedAt: new Date(), completedBy: context.userId },
  });
  return count > 0;
}

/** Lets the tool's answers be changed again. @throws RefusedError while it is locked. */
export async function reopenTool(context: TeamContext, toolRef: ToolRef): Promise<void> {
  requireTool(context, toolRef);
  await withAgency(context, async (tx) => {
    if ((await readStanding(tx, context, toolRef)).isLocked) throw new RefusedError(LOCKED);
    const { count } = await tx.response.updateMany({
      where: { ...responseOf(context, toolRef), completedAt: { not: null } },
      data: { completedAt: null, completedBy: null },
    });
    if (count > 0) await recordEvent(context, toolRef, { kind: "reopened" });
  });
}

/** Signs a complete tool off; who and when stay as they were if it was locked already. @throws RefusedError for one that is not complete. */
export async function lockTool(context: TeamContext, toolRef: ToolRef): Promise<void> {
  await withAgency(context, (tx) => setLocked(tx, context, toolRef, { isCompletion: false }));
}

/** Marks the tool complete and signs it off, as one event. */
export async function completeAndLockTool(context: TeamContext, toolRef: ToolRef): Promise<void> {
  await withAgency(context, async (tx) => {
    const isCompletion = await setComplete(tx, context, toolRef);
    await setLocked(tx, context, toolRef, { isCompletion });
  });
}

async function setLocked(tx: Tx, context: TeamContext, toolRef: ToolRef, how: { readonly isCompletion: boolean }): Promise<void> {
  requireTool(context, toolRef);
  const { isComplete } = await readStanding(tx, context, toolRef);
  if (!isComplete) throw new RefusedError("Only a complete tool can be locked. Mark it complete first.");
  const { count } = await tx.response.updateMany({
    where: { ...responseOf(context, toolRef), lockedAt: null },
    data: { lockedAt: new Date(), lockedBy: context.userId },
  });
  if (count > 0) await recordEvent(context, toolRef, { kind: "locked", ...how });
}

/** Takes the lock off; the tool stays complete until someone reopens it. */
export async function unlockTool(context: TeamContext, toolRef: ToolRef): Promise<void> {
  requireTool(context, toolRef);
  await withAgency(context, async (tx) => {
    const { count } = await tx.response.updateMany({
      where: { ...responseOf(context, toolRef), lockedAt: { not: null } },
      data: { lockedAt: null, lockedBy: null },
    });
    if (count > 0) await recordEvent(context, toolRef, { kind: "unlocked" });
  });
}

function responseOf({ agencyId, teamId }: TeamContext, toolRef: ToolRef) {
  return { agencyId, teamId, ...toolRef };
}

interface Standing {
  readonly isComplete: boolean;
  readonly isLocked: boolean;
}

/**
 * Reads the tool's standing and keeps it so until the transaction ends: a change of it ("update") waits for changes
 * of what belongs to the tool ("key share"), and they for it. Saving answers waits for "update" only, so that a
 * restore can save while its own transaction holds "key share".
 */
async function readStanding(
  tx: Tx,
  { agencyId, teamId }: TeamContext,
  toolRef: ToolRef,
  strength = Prisma.sql`update`,
): Promise<Standing> {
  const [standing] = await tx.$queryRaw<Standing[]>`
    select completed_at is not null as "isComplete", locked_at is not null as "isLocked"
      from response
     where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid 
       and toolkit_id = ${toolRef.toolkitId} and tool_id = ${toolRef.toolId}
       for ${strength}`;
  return standing ?? { isComplete: false, isLocked: false };
}

/** Records, or takes back, that the person has read a tool that is there to be read. */
export async function reviewTool(context: TeamContext, toolRef: ToolRef, isReviewed: boolean): Promise<void> {
  const tool = requireTool(context, toolRef);
  if (tool.kind !== "reference") throw new RefusedError("Only a tool without questions can be marked as reviewed.");
  const key = { agencyId: context.agencyId, teamId: context.teamId, ...toolRef, userId: context.userId };
  await withAgency(context, async (tx) => {
    const { count } = isReviewed
      ? await tx.toolReview.createMany({ data: [key], skipDuplicates: true })
      : await tx.toolReview.deleteMany({ where: key });
    if (count > 0) await recordEvent(context, toolRef, { kind: isReviewed ? "reviewed" : "review-withdrawn" });
  });
}

export interface ToolReviewView extends ReportEvent {
  readonly toolRef: ToolRef;
  readonly isMine: boolean;
}

const REVIEWS = `
  select v.toolkit_id, v.tool_id, v.user_id = $3 as is_mine, v.reviewed_at, ${shownPerson("v.agency_id", "v.user_id", "v.reviewed_at")} as person_id
    from tool_review v
   where v.agency_id = $1 and v.team_id = $2
   order by v.reviewed_at`;

interface ReviewRow {
  toolkit_id: string;
  tool_id: string;
  is_mine: boolean;
  reviewed_at: Date;
  person_id: string;
}

/** Who has marked which tool as reviewed, oldest first. */
export async function listToolReviews(context: TeamContext): Promise<ToolReviewView[]> {
  const { agencyId, teamId, userId } = context;
  const { rows } = await withAgencyConnection(context, (client) => client.query<ReviewRow>(REVIEWS, [agencyId, teamId, userId]));
  const reviews = rows.map((row) => ({
    toolRef: { toolkitId: row.toolkit_id, toolId: row.tool_id },
    isMine: row.is_mine,
    ...eventOf(row.reviewed_at, personOf(row.person_id)),
  }));
  return reviews.filter(({ toolRef }) => findOpenTool(context, toolRef));
}

function requireTool(context: TeamContext, toolRef: ToolRef): ToolDefinition {
  const tool = findOpenTool(context, toolRef);
  if (!tool) throw new RefusedError("We could not find that. It may have been removed.");
  return tool;
}

/** A tool can be complete without a single answer; its response then starts empty. */
async function ensureResponse(tx: Tx, { agencyId, teamId }: TeamContext, tool: ToolDefinition): Promise<void> {
  await tx.response.createMany({
    data: [{ agencyId, teamId, ...tool.ref, toolVersion: tool.version }],
    skipDuplicates: true,
  });
}
