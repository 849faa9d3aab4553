import "server-only";
import { randomUUID } from "node:crypto";
import { getTool, MAIN_TOOLKIT } from "@/content/toolkits";
import { isAnswered } from "@/lib/domain/item/item-readers";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { personOf } from "@/lib/domain/people/person";
import { toolItems } from "@/lib/domain/tool/items";
import { toolKey, type ToolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { instantText, IS_WAITING } from "@/lib/responses/response-facts";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { findOpenTool, openKeysOf } from "@/lib/responses/tool-access";
import { reopenTool } from "@/lib/responses/tool-status";
import { findMilestone } from "./read-milestones";

/** An answer that was carried forward, and whether somebody has looked at it since. */
export interface CarriedItem {
  readonly itemId: string;
  readonly tool: ToolKey;
  /** "confirmed" as it stands, "changed" in its tool, or "waiting". */
  readonly state: "waiting" | "confirmed" | "changed";
}

/** A team's reassessment that is under way, as far as the reader's tools go. */
export interface Reassessment {
  readonly id: string;
  readonly milestone: { readonly id: string; readonly name: string };
  readonly started: ReportEvent;
  readonly items: readonly CarriedItem[];
}

interface CarriedRow {
  id: string;
  milestone_id: string;
  milestone_name: string;
  started_at: string;
  started_by: string;
  item_id: string | null;
  tool_key: ToolKey | null;
  state: CarriedItem["state"];
}

/** An answer is waiting while nobody confirmed it and it is as it was when the reassessment began. */
const OPEN = `
  select s.id, m.id as milestone_id, m.name as milestone_name, ${instantText("s.started_at")} as started_at,
         ${shownPerson("s.agency_id", "s.started_by", "s.started_at")} as started_by, c.item_id, c.toolkit_id || '/' || c.tool_id as tool_key,
         case when ${IS_WAITING} then 'waiting' when c.looked_at is not null then 'confirmed' else 'changed' end as state
    from reassessment s
    join milestone m on m.agency_id = s.agency_id and m.team_id = s.team_id and m.id = s.milestone_id
    left join carried_answer c on c.agency_id = s.agency_id and c.team_id = s.team_id and c.reassessment_id = s.id
                              and ($3::text[] is null or c.toolkit_id || '/' || c.tool_id = any($3::text[]))
    left join response r on r.agency_id = s.agency_id and r.team_id = s.team_id and r.toolkit_id = c.toolkit_id and r.tool_id = c.tool_id
    left join answer a on a.agency_id = r.agency_id and a.response_id = r.id and a.item_id = c.item_id
   where s.agency_id = $1 and s.team_id = $2 and s.stopped_at is null`;

/** The reassessment under way; null while there is none. @param refs of these tools alone; null for all */
export async function findReassessment(context: TeamContext, refs: readonly ToolRef[] | null = null): Promise<Reassessment | null> {
  const { agencyId, teamId } = context;
  const { rows } = await withAgencyConnection(context, (client) => client.query<CarriedRow>(OPEN, [agencyId, teamId, openKeysOf(context, refs)]));
  const [first] = rows;
  if (!first) return null;
  return {
    id: first.id,
    milestone: { id: first.milestone_id, name: first.milestone_name },
    started: { by: personOf(first.started_by), at: first.started_at },
    items: rows.flatMap(({ item_id: itemId, tool_key: tool, state }) => (itemId === null || tool === null ? [] : [{ itemId, tool, state }])),
  };
}

/** How many still wait to be looked at. */
export function countWaiting({ items }: Pick<Reassessment, "items">): number {
  return items.filter(({ state }) => state === "waiting").length;
}

export interface NewReassessment {
  readonly milestoneId: string;
  readonly tools: readonly ToolRef[];
}

/**
 * Reopens these tools for rating anew. Their answers stay where they are, and those that are as they were at the milestone wait to
 * be looked at; what was changed since then has been.
 * @throws RefusedError while another one has answers waiting, for a tool that is locked, and where there is nothing to carry forward.
 */
export async function startReassessment(context: TeamContext, { milestoneId, tools }: NewReassessment): Promise<{ readonly carried: number }> {
  const { agencyId, teamId, userId } = context;
  const milestone = await findMilestone(context, milestoneId);
  if (!milestone) throw new RefusedError("Some answers need another look.", { milestoneId: "We could not find this milestone. Load the page again." });
  const before = await findReassessment(context);
  if (before && countWaiting(before) > 0) throw new RefusedError("Your team is reassessing already. Look at what is left, or stop that first.");
  const { records } = await getTeamAnswers(context, tools);
  const carried = tools.flatMap((ref) =>
    toolItems(getTool(ref)).flatMap((item) => {
      const record = records[item.id];
      const isKept = record !== undefined && !item.extension && isAnswered(item, record.answer) && Date.parse(record.at) <= Date.parse(milestone.asOf);
      return isKept ? [{ itemId: item.id, ...ref }] : [];
    }),
  );
  if (carried.length === 0) throw new RefusedError("Some answers need another look.", { tools: `None of these tools has an answer as it was at “${milestone.name}”. Choose other tools or a later milestone.` });
  await withAgency(context, async (tx) => {
    for (const ref of tools) await reopenTool(context, ref);
    if (before) await tx.reassessment.updateMany({ where: { agencyId, teamId, id: before.id }, data: { stoppedAt: new Date(), stoppedBy: userId } });
    await carryForward(context, milestoneId, carried);
  });
  return { carried: carried.length };
}

/** From now on these answers wait. What may be carried is the caller's to say (the sample's answers are as old as its database). */
export async function carryForward(context: TeamContext, milestoneId: string, carried: readonly (ToolRef & { readonly itemId: string })[]): Promise<void> {
  const { agencyId, teamId, userId } = context;
  const id = randomUUID();
  await withAgency(context, async (tx) => {
    await tx.reassessment.create({ data: { agencyId, teamId, id, milestoneId, startedBy: userId }, select: { id: true } });
    await tx.carriedAnswer.createMany({ data: carried.map((one) => ({ agencyId, teamId, reassessmentId: id, ...one })) });
  });
}

/** Ends it: answers that still wait count again as they stand, as before it began. */
export async function stopReassessment(context: TeamContext): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgency(context, (tx) => tx.reassessment.updateMany({ where: { agencyId, teamId, stoppedAt: null }, data: { stoppedAt: new Date(), stoppedBy: userId } }));
}

/**
 * Says that answers of one tool still hold as they stand, or takes that back. Nothing is written in the tool, nor in its history.
 * @throws RefusedError when no reassessment is under way.
 */
export async function lookAtAnswers(context: TeamContext, toolRef: ToolRef, itemIds: readonly string[], isLooked: boolean): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withAgency(context, async (tx) => {
    const open = await tx.reassessment.findFirst({ where: { agencyId, teamId, stoppedAt: null }, select: { id: true } });
    if (!open) throw new RefusedError("Your team is not reassessing any more. Load the page again.");
    await tx.carriedAnswer.updateMany({
      where: { agencyId, teamId, reassessmentId: open.id, ...toolRef, itemId: { in: [...itemIds] }, lookedAt: isLooked ? null : { not: null } },
      data: isLooked ? { lookedAt: new Date(), lookedBy: userId } : { lookedAt: null, lookedBy: null },
    });
  });
}

/** The tools that can be rated anew, with how many of their answers stand as they were at a milestone's moment. */
export async function listCarriable(context: TeamContext, asOf: string) {
  const tools = MAIN_TOOLKIT.tools.filter(({ kind, ref }) => kind !== "reference" && findOpenTool(context, ref));
  const { records } = await getTeamAnswers(context, tools.map(({ ref }) => ref));
  return tools.map((tool) => ({
    tool,
    answers: toolItems(tool).filter((item) => {
      const record = records[item.id];
      return record !== undefined && !item.extension && isAnswered(item, record.answer) && Date.parse(record.at) <= Date.parse(asOf);
    }).length,
  }));
}

/** Of one tool: which of its items wait. */
export function waitingIn({ items }: Reassessment, ref: ToolRef): ReadonlySet<string> {
  return new Set(items.filter(({ tool, state }) => state === "waiting" && tool === toolKey(ref)).map(({ itemId }) => itemId));
}
