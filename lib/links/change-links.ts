import "server-only";
import { randomUUID } from "node:crypto";
import { GAPS_AT_ONCE, LINKS_PER_TEAM } from "@/lib/domain/limits";
import type { LinkEnd, LinkKind, PlanLink } from "@/lib/domain/plan/links";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import type { EventOf } from "@/lib/events/response-event";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { executeInTransaction, type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { findOpenTool } from "@/lib/responses/tool-access";
import { requireOpenForChanges } from "@/lib/responses/tool-status";
import { publishChange } from "@/lib/sync/server/publish";
import { listLinks } from "./read-links";

export const GONE = "We could not find that. It may have been removed.";
const LINK_GONE = "We could not find this link. It may have been removed.";
const FULL = `This team has ${LINKS_PER_TEAM.toLocaleString("en-US")} links, which is as many as it can have.`;

export interface NewLink {
  readonly kind: LinkKind;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** What the source says, where that was taken over by making the link. */
  readonly words: string | null;
}

/**
 * Does something with the team's links as they are, one after the other: what is decided by them stays true until the outermost
 * transaction ends, also for what saving an answer writes beside it on a connection of its own.
 */
export async function withLinks<T>(context: TeamContext, work: (links: readonly PlanLink[], tx: Tx) => Promise<T>): Promise<T> {
  return withAgency(context, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`plan_link ${context.teamId}`}, 0))`;
    return work(await listLinks(context), tx);
  });
}

/** @throws RefusedError when there would be more links than a team may have. */
export function requireLinkRoom(links: readonly PlanLink[], more: number): void {
  if (links.length + more > LINKS_PER_TEAM) throw new RefusedError(FULL);
  if (more > GAPS_AT_ONCE) throw new RefusedError(`Choose ${GAPS_AT_ONCE} or fewer at once.`);
}

// By the clock: of several that are made at once the order stays.
const INSERT = `insert into plan_link
  (agency_id, id, team_id, kind, from_toolkit_id, from_tool_id, from_target, to_toolkit_id, to_tool_id, to_target, words, made_by, made_at, decided_by, decided_at)
  values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9, $10, $11::text, $12::uuid, clock_timestamp(),
          case when $11::text is null then null else $12::uuid end, case when $11::text is null then null else now() end)`;

/** Writes a link in the transaction that the current work is in, and tells the screens at both of its ends. @returns its id. */
export async function insertLink(context: TeamContext, { kind, from, to, words }: NewLink): Promise<string> {
  const id = randomUUID();
  const ends = [from, to].flatMap(({ tool, target }) => [tool.toolkitId, tool.toolId, target]);
  await executeInTransaction(context, INSERT, [context.agencyId, id, context.teamId, kind, ...ends, words, context.userId]);
  await tellOf(context, { from, to }, { kind: "link-made", linkId: id });
  return id;
}

type LinkEvent = EventOf<"link-made" | "link-removed" | "link-restored" | "link-decided">;

async function tellOf(context: TeamContext, { from, to }: Pick<PlanLink, "from" | "to">, event: LinkEvent): Promise<void> {
  await recordEvent(context, to.tool, event);
  if (toolKey(from.tool) !== toolKey(to.tool)) publishChange(context, from.tool, "notes");
}

/** A link whose end may be changed by this person, both ends being open to them. @throws RefusedError */
export function requireLink(context: TeamContext, links: readonly PlanLink[], linkId: string): PlanLink {
  const link = links.find(({ id }) => id === linkId);
  if (!link || !findOpenTool(context, link.to.tool)) throw new RefusedError(LINK_GONE);
  return link;
}

/** Takes the link apart. The texts at both ends stay. It is no failure when it was apart already. */
export async function removeLink(context: TeamContext, linkId: string): Promise<void> {
  await withLinks(context, async (links, tx) => {
    const link = requireLink(context, links, linkId);
    if (link.removed) return;
    await requireOpenForChanges(context, link.to.tool);
    await tx.planLink.update({ where: idOf(context, linkId), data: { removedAt: new Date(), removedBy: context.userId } });
    await tellOf(context, link, { kind: "link-removed", linkId });
  });
}

/** Puts a removed link back as it was. @throws RefusedError when what it came from is linked elsewhere by now. */
export async function restoreLink(context: TeamContext, linkId: string): Promise<void> {
  await withLinks(context, async (links, tx) => {
    const link = requireLink(context, links, linkId);
    if (!link.removed) return;
    const other = links.some((one) => !one.removed && one.kind === link.kind && isSameEnd(one.from, link.from));
    if (other) throw new RefusedError("It is linked to something else by now. Remove that link first, then put this one back.");
    await requireOpenForChanges(context, link.to.tool);
    await tx.planLink.update({ where: idOf(context, linkId), data: { removedAt: null, removedBy: null } });
    await tellOf(context, link, { kind: "link-restored", linkId });
  });
}

const DECIDE = "update plan_link set words = $3, decided_by = $4::uuid, decided_at = now() where agency_id = $1::uuid and id = $2::uuid";

/** Notes that the source's words were taken over, or one's own kept, in the transaction that the current work is in. */
export async function noteDecision(context: TeamContext, link: PlanLink, words: string): Promise<void> {
  await executeInTransaction(context, DECIDE, [context.agencyId, link.id, words, context.userId]);
  await tellOf(context, link, { kind: "link-decided", linkId: link.id });
}

export function isSameEnd(a: LinkEnd, b: LinkEnd): boolean {
  return a.target === b.target && toolKey(a.tool) === toolKey(b.tool);
}

function idOf({ agencyId }: TeamContext, id: string) {
  return { agencyId_id: { agencyId, id } };
}

