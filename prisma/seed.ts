import { PEER_SUPPORT } from "@/content/peer-support/named";
import { supervisorCheck } from "@/content/peer-support/worksheets/7-supervision";
import { addToolkit } from "@/lib/agencies/team-toolkits";
import { createTeam } from "@/lib/agencies/teams";
import { acceptAssignment, assign, handBackAssignment } from "@/lib/assignments/assignments";
import { createThread, replyToThread, resolveThread } from "@/lib/comments/change-comments";
import { addEvidence } from "@/lib/evidence/change-evidence";
import { saveOwnCheck, shareOwnCheck } from "@/lib/personal/personal-checks";
import type { Answers } from "@/lib/domain/answer/answers";
import { authorizeAgency } from "@/lib/platform/auth/authorize";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { completeTool, lockTool, reviewTool } from "@/lib/responses/tool-status";
import { markTeamSeen } from "@/lib/since/mark-seen";
import { saveOwnSeats } from "@/lib/roster/own-seats";
import { markSeat } from "@/lib/roster/seat-marks";
import { contextOf, joinTeam, makeAgency, makePerson, type Person, type TeamPlace } from "./factories";
import { hearSampleCommunity } from "./hear-community";
import { holdSampleMeetings } from "./hold-meetings";
import { holdSampleRounds } from "./hold-rounds";
import { keepSampleMilestones } from "./keep-sample-milestones";
import { measureSampleGoal } from "./measure-goal";
import { linesToAnswers, type PlanLine } from "./plan-lines";
import { SAMPLE_ACTIONS } from "./sample/actions";
import { SAMPLE_ASSIGNMENTS, SAMPLE_LOCKS } from "./sample/assignments";
import { SAMPLE_THREADS } from "./sample/comments";
import { SAMPLE_EVIDENCE } from "./sample/evidence";
import { SAMPLE_COUNTED_BY } from "./sample/indicators";
import { makePlanLinks } from "./sample/make-plan-links";
import { SAMPLE_PLANNER } from "./sample/plan-links";
import { plan } from "./sample/planning";
import { SAMPLE_OWN_CHECK, SAMPLE_SUPPLEMENT } from "./sample/peer-support";
import {
  SAMPLE_AGENCY,
  SAMPLE_LATER,
  SAMPLE_PEOPLE,
  SAMPLE_REVIEWS,
  SAMPLE_SECOND_TEAM,
  SAMPLE_TEAM,
  SAMPLE_WORK,
  type SamplePerson,
} from "./sample/sample-agency";
import { SAMPLE_SEAT_MARK, SAMPLE_SEATS } from "./sample/roster";
import { dayFromNow } from "./sample/sample-day";
import { sampleTool } from "./sample/sample-tool";

const OWNER: SamplePerson = "lead";

/** Makes the sample agency with its people, teams and answers. For an empty database only. */
export async function seedSampleAgency(): Promise<TeamPlace> {
  const people = await makePeople();
  const place = await makeAgency(people[OWNER], {
    ...SAMPLE_AGENCY,
    teamName: SAMPLE_TEAM,
    displayName: people[OWNER].name,
  });
  for (const [key, person] of Object.entries(people) as [SamplePerson, Person][]) {
    await joinTeam(place, person, SAMPLE_PEOPLE[key].role, (SAMPLE_PEOPLE[key].tools ?? []).map(sampleTool));
  }
  await makeSecondTeam(place, people);
  await sayHowTheyTakePart(place, people);
  for (const work of SAMPLE_WORK) {
    await write(place, people[work.by], work.tool, asOfBefore(work.tool, work.answers));
    if (work.completedBy) {
      await completeTool(await contextOf(place, people[work.completedBy], "response:complete"), sampleTool(work.tool));
    }
  }
  await measureSampleGoal(place, people[SAMPLE_COUNTED_BY]);
  await planActions(place, people);
  await makePlanLinks(await contextOf(place, people[SAMPLE_PLANNER], "response:edit"), plan);
  for (const reader of SAMPLE_REVIEWS) await reviewTool(await contextOf(place, people[reader], "tool:review"), sampleTool(7), true);
  await assignWork(place, people);
  await addFiles(place, people);
  const [newest, ...older] = SAMPLE_THREADS;
  await addComments(place, people, older);
  for (const { tool, by } of SAMPLE_LOCKS) await lockTool(await contextOf(place, people[by], "response:lock"), sampleTool(tool));
  await markTeamSeen(await contextOf(place, people[OWNER], "team:view"), new Date().toISOString());
  await addComments(place, people, newest ? [newest] : []);
  await changeActionsLater(place, people);
  await changeLater(place, people);
  await holdSampleMeetings(place, people);
  await holdSampleRounds(place, people);
  await hearSampleCommunity(place, people);
  await keepSampleMilestones(place, people);
  return place;
}

async function write(place: TeamPlace, author: Person, tool: number, answers: Answers): Promise<void> {
  const saved = await updateAnswersAsServer(await contextOf(place, author, "response:edit"), sampleTool(tool), answers);
  if (!saved.ok) throw new Error(`The sample's answers to Tool ${tool} were refused: ${saved.refusal.message}`);
}

/** The answers as they were before the last changes. */
function asOfBefore(tool: number, answers: Answers): Answers {
  const later = SAMPLE_LATER.find((change) => change.tool === tool);
  if (!later) return answers;
  const kept = Object.entries(answers).filter(([itemId]) => !later.answered.includes(itemId));
  return { ...Object.fromEntries(kept), ...later.changedFrom };
}

async function changeLater(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  for (const { tool, by, answered, changedFrom } of SAMPLE_LATER) {
    const final = SAMPLE_WORK.find((work) => work.tool === tool)?.answers ?? {};
    const changed = new Set([...answered, ...Object.keys(changedFrom)]);
    await write(place, people[by], tool, Object.fromEntries(Object.entries(final).filter(([itemId]) => changed.has(itemId))));
  }
}

async function sayHowTheyTakePart(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const earlier = new Date(`${dayFromNow(-40)}T12:00:00Z`);
  for (const [key, seats] of SAMPLE_SEATS) await saveOwnSeats(await contextOf(place, people[key], "roster:say"), seats, earlier);
  await markSeat(await contextOf(place, people.sergeant, "roster:mark"), SAMPLE_SEAT_MARK);
}

const PLAN = 12;

async function planActions(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const lines = SAMPLE_ACTIONS.map(({ id, what = "", owner, ...line }) => [id, { what, owner: owner ? people[owner].userId : "", ...lineOf(line) }] as const);
  await write(place, people.sergeant, PLAN, linesToAnswers(Object.fromEntries(lines)));
}

async function changeActionsLater(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  for (const { id, later } of SAMPLE_ACTIONS) {
    if (later) await write(place, people[later.by], PLAN, linesToAnswers({ [id]: lineOf(later) }));
  }
}

function lineOf({ dueInDays, status = "", why = "" }: { dueInDays?: number; status?: string; why?: string }): PlanLine {
  return { due: dueInDays === undefined ? "" : dayFromNow(dueInDays), status, why };
}

async function addFiles(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  for (const { tool, itemId, by, name, text } of SAMPLE_EVIDENCE) {
    const author = await contextOf(place, people[by], "evidence:edit");
    const file = { name, bytes: new TextEncoder().encode(text) };
    const added = await addEvidence(author, { toolRef: sampleTool(tool), itemId }, file, { source: null });
    if (!added) throw new Error(`The sample has no item ${itemId} for ${name}`);
  }
}

async function addComments(place: TeamPlace, people: Record<SamplePerson, Person>, threads: typeof SAMPLE_THREADS): Promise<void> {
  const writer = (by: SamplePerson) => contextOf(place, people[by], "comment:create");
  for (const { tool, itemId, comments, resolvedBy } of threads) {
    const toolRef = sampleTool(tool);
    const [first, ...replies] = comments;
    const threadId = await createThread(await writer(first.by), { toolRef, itemId, body: first.body });
    for (const { by, body } of replies) await replyToThread(await writer(by), { toolRef, threadId, body });
    if (resolvedBy) await resolveThread(await writer(resolvedBy), { toolRef, threadId, isResolved: true });
  }
}

async function assignWork(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  for (const { tool, target: targetId, to, by, dueInDays, answer } of SAMPLE_ASSIGNMENTS) {
    const toolRef = sampleTool(tool);
    const giver = await contextOf(place, people[by], "assignment:create");
    const dueOn = dueInDays === undefined ? null : dayFromNow(dueInDays);
    const id = await assign(giver, { toolRef, targetId, assigneeId: people[to].userId, dueOn });
    if (!answer) continue;
    const assignee = await contextOf(place, people[to], "assignment:answer");
    if (answer === "accepted") await acceptAssignment(assignee, toolRef, id);
    else await handBackAssignment(assignee, toolRef, id, answer.handedBack);
  }
}

async function makePeople(): Promise<Record<SamplePerson, Person>> {
  const made: [string, Person][] = [];
  for (const [key, { name }] of Object.entries(SAMPLE_PEOPLE)) {
    const email = `${name.toLowerCase().replaceAll(" ", "-")}@harbor-bend.example`;
    made.push([key, await makePerson({ name, email, isSample: key === OWNER })]);
  }
  return Object.fromEntries(made) as Record<SamplePerson, Person>;
}

/** A team that has only begun with the toolkit, and has half filled in the supplement it added. */
async function makeSecondTeam(place: TeamPlace, people: Record<SamplePerson, Person>): Promise<void> {
  const access = await authorizeAgency(people[OWNER].userId, place.agencyId, "team:create");
  if (!access.ok) throw new Error(`The sample's owner may not create teams: ${access.reason}`);
  const { teamId } = await createTeam(access.context, SAMPLE_SECOND_TEAM);
  const second = { agencyId: place.agencyId, teamId };
  await joinTeam(second, people[OWNER], SAMPLE_PEOPLE[OWNER].role);
  await joinTeam(second, people.peer, "lead");
  await addToolkit(await contextOf(second, people[OWNER], "team:update"), PEER_SUPPORT);
  for (const { tool, by, answers } of SAMPLE_SUPPLEMENT) {
    const saved = await updateAnswersAsServer(await contextOf(second, people[by], "response:edit"), tool, answers);
    if (!saved.ok) throw new Error(`The sample's answers to ${tool.toolId} were refused: ${saved.refusal.message}`);
  }
  const supervisor = await contextOf(second, people[SAMPLE_OWN_CHECK.by], "response:edit");
  await saveOwnCheck(supervisor, supervisorCheck, SAMPLE_OWN_CHECK.answers);
  await shareOwnCheck(supervisor, supervisorCheck);
}
