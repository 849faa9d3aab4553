import "server-only";
import { compareTools, getTool } from "@/content/toolkits";
import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { type AnswerRecords, countedAnswers } from "@/lib/domain/readiness/assessed-items";
import { countProgress, formatAnswer, isAnswered } from "@/lib/domain/item/item-readers";
import { personOf, type PersonRef } from "@/lib/domain/people/person";
import { dateText, writtenText } from "@/lib/domain/text/bounded-text";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import { type AssignmentTarget, findAssignmentTarget } from "@/lib/domain/tool/tool-parts";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { recordEvent } from "@/lib/events/record-event";
import type { EventOf } from "@/lib/events/response-event";
import { listTeamMembers, type TeamMemberView } from "@/lib/people/members";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { type Tx, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";
import { findOpenTool } from "@/lib/responses/tool-access";
import { requireOpenForChanges } from "@/lib/responses/tool-status";
import type { AssignmentView, MyAssignment } from "./assignment";

export const HAND_BACK_NOTE_MAX = 500;

/** A real day of a year people plan for; typing slips like 0206 are refused. */
export const dueOnSchema = dateText("Enter a date.").refine(
  (day) => day >= "2020" && day < "2100",
  "Use a year from 2020 to 2099, with four digits.",
);
export const handBackNoteSchema = writtenText(HAND_BACK_NOTE_MAX, undefined, (text) => text.normalize("NFC").trim());

export interface NewAssignment {
  readonly toolRef: ToolRef;
  readonly targetId: string;
  /** Who they are shown as. */
  readonly assigneeId: string;
  readonly dueOn: string | null;
}

/** What the screens that give something to somebody read. */
export interface ToolAssignments {
  readonly assignments: readonly AssignmentView[];
  /** Who can be given something here; empty for those who may not give. */
  readonly assignees: readonly PersonRef[];
}

/** Who can be given something of this tool: those who may fill it in. */
export async function listAssignees(context: TeamContext, toolRef: ToolRef): Promise<PersonRef[]> {
  return (await listFillers(context, toolRef)).map(({ personId }) => ({ personId }));
}

async function listFillers(context: TeamContext, toolRef: ToolRef): Promise<TeamMemberView[]> {
  const members = await listTeamMembers(context);
  return members
    .filter(({ role }) => isAllowedInTeam(role, "response:edit"))
    .filter(({ role, toolKeys }) => role !== "partner" || toolKeys.includes(toolKey(toolRef)));
}

/**
 * Gives the target to someone, in place of whoever had it; the same person again changes only the date. What a person
 * gives themselves is accepted.
 * @returns the assignment's id. @throws RefusedError for someone who can't fill in the tool, or a tool that is complete.
 */
export async function assign(context: TeamContext, { toolRef, targetId, assigneeId: shownId, dueOn }: NewAssignment): Promise<string> {
  return withAgency(context, async (tx) => {
    const tool = await requireOpenForChanges(context, toolRef);
    requireTarget(tool, targetId);
    const assigneeId = (await listFillers(context, toolRef)).find(({ personId }) => personId === shownId)?.userId;
    if (assigneeId === undefined) {
      throw new RefusedError("Some answers need another look.", {
        assigneeId: "Choose someone who can fill in this tool. This person can’t any more.",
      });
    }
    const key = { agencyId: context.agencyId, teamId: context.teamId, ...toolRef, targetId };
    const due = dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`);
    const kept = await tx.assignment.findFirst({ where: { ...key, assigneeId, handedBackAt: null }, select: { id: true, dueOn: true } });
    if (kept) {
      await tx.assignment.updateMany({ where: { ...key, id: kept.id }, data: { dueOn: due } });
      if (kept.dueOn?.getTime() !== due?.getTime()) await tellAssignee(tx, context, { assignmentId: kept.id, assigneeId });
      await recordEvent(context, toolRef, { kind: "assigned", assignmentId: kept.id, targetId, assigneeId });
      return kept.id;
    }
    await tx.assignment.deleteMany({ where: key });
    const { id } = await tx.assignment.create({
      data: {
        ...key,
        assigneeId,
        assignedBy: context.userId,
        dueOn: due,
        acceptedAt: assigneeId === context.userId ? new Date() : null,
      },
      select: { id: true },
    });
    await tellAssignee(tx, context, { assignmentId: id, assigneeId });
    await recordEvent(context, toolRef, { kind: "assigned", assignmentId: id, targetId, assigneeId });
    return id;
  });
}

/** Notes that the person is to be told by mail, again when the date is another one; nobody is told of what they did themselves. */
async function tellAssignee(tx: Tx, { agencyId, userId }: TeamContext, { assignmentId, assigneeId }: { assignmentId: string; assigneeId: string }): Promise<void> {
  if (assigneeId === userId) return;
  const { count } = await tx.assignmentNotice.updateMany({
    where: { agencyId, assignmentId },
    data: { createdAt: new Date(), jobId: null, mailedAt: null },
  });
  if (count === 0) await tx.assignmentNotice.create({ data: { agencyId, assignmentId, userId: assigneeId } });
}

/** Takes the assignment away; it is no failure when it was gone. */
export async function removeAssignment(context: TeamContext, toolRef: ToolRef, assignmentId: string): Promise<void> {
  await withAgency(context, async (tx) => {
    await requireOpenForChanges(context, toolRef);
    const { count } = await tx.assignment.deleteMany({ where: { ...placeOf(context), ...toolRef, id: assignmentId } });
    if (count > 0) await recordEvent(context, toolRef, { kind: "unassigned", assignmentId });
  });
}

/** @throws RefusedError when it is not the person's own. */
export async function acceptAssignment(context: TeamContext, toolRef: ToolRef, assignmentId: string): Promise<void> {
  const data = { acceptedAt: new Date(), handedBackAt: null, handBackNote: null };
  await answer(context, toolRef, { kind: "assignment-accepted", assignmentId }, data, ({ acceptedAt, handedBackAt }) => acceptedAt !== null && handedBackAt === null);
}

/** @throws RefusedError when it is not the person's own. */
export async function handBackAssignment(
  context: TeamContext,
  toolRef: ToolRef,
  assignmentId: string,
  note: string,
): Promise<void> {
  const data = { acceptedAt: null, handedBackAt: new Date(), handBackNote: note };
  await answer(context, toolRef, { kind: "assignment-handed-back", assignmentId }, data, (now) => now.handedBackAt !== null && now.handBackNote === note);
}

interface Answered {
  readonly acceptedAt: Date | null;
  readonly handedBackAt: Date | null;
  readonly handBackNote: string | null;
}

/** @param isAlready whether it was answered so before, as when the reply was lost: then nothing happens a second time. */
async function answer(
  context: TeamContext,
  toolRef: ToolRef,
  event: EventOf<"assignment-accepted" | "assignment-handed-back">,
  data: Answered,
  isAlready: (now: Answered) => boolean,
): Promise<void> {
  await withAgency(context, async (tx) => {
    await requireOpenForChanges(context, toolRef);
    const own = { ...placeOf(context), ...toolRef, id: event.assignmentId, assigneeId: context.userId };
    const now = await tx.assignment.findFirst({ where: own, select: { acceptedAt: true, handedBackAt: true, handBackNote: true } });
    if (now && isAlready(now)) return;
    const { count } = await tx.assignment.updateMany({ where: own, data });
    if (count === 0) throw new RefusedError("This is not assigned to you any more. Reload the page to see who has it.");
    await recordEvent(context, toolRef, event);
  });
}

/** Everything assigned in one tool. */
export async function listToolAssignments(context: TeamContext, toolRef: ToolRef): Promise<AssignmentView[]> {
  return listWhere(context, toolRef);
}

/** Everything assigned in the tools the person may open. */
export async function listTeamAssignments(context: TeamContext): Promise<AssignmentView[]> {
  return listWhere(context, null);
}

const ASSIGNMENTS = `
  select a.id, a.toolkit_id, a.tool_id, a.target_id, ${shownPerson("a.agency_id", "a.assignee_id", "now()")} as assignee, a.assignee_id = $3 as is_mine,
         a.created_at, ${shownPerson("a.agency_id", "a.assigned_by", "a.created_at")} as assigned_by,
         to_char(a.due_on, 'YYYY-MM-DD') as due_on, a.accepted_at is not null as is_accepted, a.handed_back_at is not null as is_handed_back, a.hand_back_note
    from assignment a
   where a.agency_id = $1 and a.team_id = $2 and ($4::text is null or (a.toolkit_id = $4 and a.tool_id = $5))
   order by a.created_at, a.id`;

interface AssignmentRow {
  id: string;
  toolkit_id: string;
  tool_id: string;
  target_id: string;
  assignee: string;
  is_mine: boolean;
  created_at: Date;
  assigned_by: string;
  due_on: string | null;
  is_accepted: boolean;
  is_handed_back: boolean;
  hand_back_note: string | null;
}

async function listWhere(context: TeamContext, toolRef: ToolRef | null): Promise<AssignmentView[]> {
  const { agencyId, teamId, userId } = context;
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<AssignmentRow>(ASSIGNMENTS, [agencyId, teamId, userId, toolRef?.toolkitId ?? null, toolRef?.toolId ?? null]),
  );
  const assignments = rows.map((row) => ({
    assignmentId: row.id,
    toolRef: { toolkitId: row.toolkit_id, toolId: row.tool_id },
    targetId: row.target_id,
    assignee: personOf(row.assignee),
    isMine: row.is_mine,
    assigned: eventOf(row.created_at, personOf(row.assigned_by)),
    dueOn: row.due_on,
    isAccepted: row.is_accepted,
    handedBack: row.is_handed_back ? { note: row.hand_back_note ?? "" } : null,
  }));
  return assignments.filter((assignment) => findOpenTool(context, assignment.toolRef)).sort(byDueDay);
}

/** Due first, then as the tools are printed; the database sorted by the rest. */
function byDueDay(a: AssignmentView, b: AssignmentView): number {
  const [dueA, dueB] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
  return dueA < dueB ? -1 : dueA > dueB ? 1 : compareTools(a.toolRef, b.toolRef);
}

function placeOf({ agencyId, teamId }: TeamContext) {
  return { agencyId, teamId };
}

function requireTarget(tool: ToolDefinition, targetId: string): void {
  if (!findAssignmentTarget(tool, targetId)) {
    throw new RefusedError("This part of the tool can’t be assigned. Reload the page and try again.");
  }
}

/** The items that are assigned by themselves: what is written in them is shown beside the assignment. */
export function listAssignedItems(assignments: readonly AssignmentView[]): readonly Item[] {
  return assignments.flatMap(({ toolRef, targetId }) => {
    const target = findAssignmentTarget(getTool(toolRef), targetId);
    return target?.kind === "item" ? target.items : [];
  });
}

/**
 * How far each of these is filled in, by the answers of their tools. What was carried forward is not filled in until somebody looks
 * at it. Those whose target the tool no longer has are left out.
 */
export function measureProgress(assignments: readonly AssignmentView[], { answers, records }: { readonly answers: Answers; readonly records: AnswerRecords }): MyAssignment[] {
  const counted = countedAnswers({ answers, records });
  return assignments.flatMap((assignment) => {
    const target = findAssignmentTarget(getTool(assignment.toolRef), assignment.targetId);
    if (!target) return [];
    const progress = countProgress(target.items, counted);
    return [{ ...assignment, progress, ...wordsOf(target, answers, counted) }];
  });
}

const WORDS_LENGTH = 120;
const BLANKS_NAMED = 2;

/** What was written there, for an item; else which of its items are blank. */
function wordsOf({ kind, items }: AssignmentTarget, answers: Answers, counted: Answers): Pick<MyAssignment, "words" | "blanks"> {
  const [item] = items;
  const text = kind === "item" && item ? formatAnswer(item, answerTo(item, answers)).replace(/\s+/g, " ").trim() : "";
  const words = text.length > WORDS_LENGTH ? `${text.slice(0, WORDS_LENGTH).trimEnd()}…` : text;
  const blanks = kind === "item" ? [] : items.filter((one) => !one.extension && !isAnswered(one, answerTo(one, counted))).map(itemName);
  return { words, blanks: blanks.slice(0, BLANKS_NAMED) };
}
