import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { asRequest } from "../../support/action-request";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { PEER_SUPPORT } from "@/content/peer-support/named";
import { createTeamAction, inviteAdminAction, renewAdminInvitationAction } from "@/app/agencies/[agencyId]/actions";
import { createAgencyAction } from "@/app/agencies/actions";
import { POST as addFile } from "@/app/api/teams/[teamId]/tools/[number]/items/[itemId]/files/route";
import { decideAction, openRoundAction } from "@/app/teams/[teamId]/rounds/actions";
import { addEntryAction, planMeetingAction } from "@/app/teams/[teamId]/meetings/actions";
import { decideVoteAction, startSittingAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { createFormAction } from "@/app/teams/[teamId]/feedback/actions";
import { addOutcomeAction, bringIntoToolAction } from "@/app/teams/[teamId]/feedback/[formId]/actions";
import { makeMilestoneAction } from "@/app/teams/[teamId]/milestones/actions";
import { localDay } from "@/lib/domain/reminders/local-time";
import { addToolkitAction, putAwayToolkitAction } from "@/app/teams/[teamId]/toolkits/actions";
import { rebuildToolAction } from "@/app/teams/[teamId]/tools/[number]/actions";
import { createBackInCodeAction, createJoinCodeAction, inviteAction, renewInvitationAction } from "@/app/teams/[teamId]/people/actions";
import { assignAction } from "@/app/teams/[teamId]/tools/[number]/assignments/actions";
import { createThreadAction, replyAction } from "@/app/teams/[teamId]/tools/[number]/comments/actions";
import { restoreAnswerAction, restoreRowAction } from "@/app/teams/[teamId]/tools/[number]/history/actions";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import type { Keyed } from "@/lib/platform/entry/perform-action";
import { startSignUp } from "@/lib/accounts/account-links";
import { createThread } from "@/lib/comments/change-comments";
import { planMeeting } from "@/lib/meetings/change-meetings";
import { revealVote } from "@/lib/sittings/conduct";
import { revealRound } from "@/lib/rounds/move-round";
import { setAnswerCounted } from "@/lib/feedback/look-at-answers";
import { openTestForm, sendTestAnswer, TEST_FORM } from "../../support/team-feedback";
import { openTestRound } from "../../support/rounds";
import { beginVote, startTestSitting } from "../../support/sittings";
import { createAdminInvitation, createTeamInvitation } from "@/lib/people/invitations";
import { markRevision, type RevisionKey } from "@/lib/history/history";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import * as outbox from "@/lib/platform/mail/outbox";
import { env } from "@/lib/platform/env";
import type { TableItem } from "@/lib/domain/tool/definition";
import { FILE_KEY_HEADER, FILE_NAME_HEADER } from "@/lib/evidence/evidence-file";
import { toolItems } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { getTool, refTo, type ToolNumber, TOOLS } from "@/tests/support/tools";
import { query } from "../../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, createPerson, joinTeam, type Person, signInCookie, teamContext } from "../../support/people";

// Next keeps what it revalidates in a scope of its own, which is not here.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const TOOL = 1;
const item = toolItems(getTool(TOOL)).find(({ kind }) => kind === "text")?.id as string;
const table = TOOLS.flatMap(toolItems).find((each): each is TableItem => each.kind === "table") as TableItem;
const TABLE_TOOL = Number(/^t(\d+)/.exec(table.id)?.[1]) as ToolNumber;
const OWNER = () => process.env.DATABASE_OWNER_URL as string;

let fixture: AgencyFixture;
let cookie: string;
let threadId: string;
let meetingId: string;
let voteId: string;
let roundId: string;
/** A form, and an answer of it that counts. */
let asked: { readonly formId: string; readonly answerId: string };
const ROUND = { tool: "9", parts: [], items: ["t9-i1-1"], raters: [], guestSide: "community", untilOn: "", shown: "unnamed", isSplit: false, deputy: "", follows: "" } as const;
let history: RevisionKey;
/** Open invitations: two to the team, two to the admins. */
let invited: string[];
/** Two people who joined without an address. */
let withoutAddress: string[];

beforeEach(async () => {
  fixture = await createAgencyFixture();
  cookie = await signInCookie(fixture.admin);
  const context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  await updateAnswersAsServer(context, refTo(TOOL), { [item]: "Once." });
  await updateAnswersAsServer(context, refTo(TOOL), { [item]: "Twice." });
  const column = table.columns.find(({ kind }) => kind !== "date")?.id as string;
  const rows = ["first", "second"].map((id) => ({ id, cells: { [column]: id } }));
  await updateAnswersAsServer(context, refTo(TABLE_TOOL), { [table.id]: rows });
  await updateAnswersAsServer(context, refTo(TABLE_TOOL), { [table.id]: null });
  threadId = await createThread(context, { toolRef: refTo(TOOL), itemId: item, body: "First." });
  const [row] = await query<{ minute: Date }>(OWNER(), "select minute from answer_revision where agency_id = $1 and item_id = $2 order by minute limit 1", [fixture.agencyId, item]);
  withoutAddress = [];
  for (const number of [1, 2]) {
    const person = await createPerson(`Otter ${number}`, `otter-${number}-${fixture.agencyId.slice(-12)}`);
    await joinTeam(fixture, person, "member");
    withoutAddress.push(person.userId);
  }
  const invite = { team: (email: string) => createTeamInvitation(context, { email, role: "member", toolKeys: [] }), admin: async (email: string) => createAdminInvitation(await agencyContext(fixture.admin, fixture.agencyId), email) };
  invited = [];
  for (const [to, number] of [["team", 1], ["team", 2], ["admin", 3], ["admin", 4]] as const) {
    invited.push((await invite[to](`again${number}.${fixture.agencyId}@guests.example`)).invitationId);
  }
  const round = await openTestRound(fixture, { members: 0, guests: 1 });
  ({ roundId } = round);
  await revealRound(round.lead, roundId, 1);
  const sitting = await startTestSitting(fixture);
  voteId = await beginVote(sitting);
  await revealVote(sitting.facilitator, sitting.sittingId, 0);
  const { formId } = await openTestForm(context);
  asked = { formId, answerId: await sendTestAnswer(context, formId, { q2: "Nights" }) };
  await setAnswerCounted(context, asked, true);
  ({ meetingId } = await planMeeting(context, { heldOn: "2030-01-01", startsAt: "", place: "" }));
  const minute = (row?.minute as Date).toISOString();
  history = { mark: markRevision(context, fixture.admin.userId, minute), minute };
});

const count = async (table: string, where = "true") =>
  Number((await query<{ count: string }>(OWNER(), `select count(*) from ${table} where agency_id = $1 and ${where}`, [fixture.agencyId]))[0]?.count);
const letters = async (to: string) => Number((await query<{ count: string }>(OWNER(), `select count(*) from outbox_mail where "to" = $1`, [to]))[0]?.count);
const as = <T>(work: () => Promise<T>, who = cookie) => asRequest(who, work);

interface Form {
  /** Sends the form with these words, or as it is. */
  readonly send: (key: Keyed, words?: string) => Promise<ActionResult<unknown>>;
  readonly records: () => Promise<number>;
  /** Whether other words take the place of the first. */
  readonly mayChange?: true;
}

const guest = (words = "") => `guest${words.replace(/\W/g, "")}.${fixture.agencyId}@guests.example`;

const FORMS: Readonly<Record<string, () => Form>> = {
  "a new conversation": () => ({
    send: (key, body = "Hello.") => createThreadAction(fixture.teamId, { toolRef: refTo(TOOL), itemId: item, body, ...key }),
    records: () => count("comment"),
  }),
  "a reply": () => ({
    send: (key, body = "Hello.") => replyAction(fixture.teamId, { toolRef: refTo(TOOL), threadId, body, ...key }),
    records: () => count("comment"),
  }),
  "an assignment": () => ({
    send: (key, day = "2026-12-24") => assignAction(fixture.teamId, { toolRef: refTo(TOOL), targetId: "", assigneeId: fixture.admin.userId, dueOn: day === "2026-12-24" ? day : "2026-12-25", ...key }),
    records: () => count("assignment"),
    mayChange: true,
  }),
  "an answer brought back": () => ({
    send: (key, words) => restoreAnswerAction(fixture.teamId, { toolRef: refTo(TOOL), itemId: item, revision: history, which: words ? "before" : "after", ...key }),
    records: () => count("answer_revision"),
    mayChange: true,
  }),
  "a row brought back": () => ({
    send: (key, words) => restoreRowAction(fixture.teamId, { toolRef: refTo(TABLE_TOOL), itemId: table.id, rowId: words ? "second" : "first", ...key }),
    records: () => count("answer_revision"),
    mayChange: true,
  }),
  "an invitation to the team": () => ({
    send: (key, words) => inviteAction(fixture.teamId, { email: guest(words), role: "member", toolKeys: [], ...key }),
    records: () => count("invitation", "email like 'guest%'"),
  }),
  "a code to join by": () => ({
    send: (key, words) => createJoinCodeAction(fixture.teamId, { role: words ? "member" : "partner", toolKeys: words ? [] : [toolKey(refTo(TOOL))], ...key }),
    records: () => count("invitation", "email is null"),
  }),
  "a code to get back in by": () => ({
    send: (key, words) => createBackInCodeAction(fixture.teamId, { userId: withoutAddress[words ? 1 : 0]!, ...key }),
    records: () => count("invitation", "for_user_id is not null"),
  }),
  "an invitation to the admins": () => ({
    send: (key, words) => inviteAdminAction(fixture.agencyId, { email: guest(words), ...key }),
    records: () => count("invitation", "email like 'guest%'"),
  }),
  "an invitation sent again": () => ({
    // Each time a new link, which ends the one before.
    send: (key, words) => renewInvitationAction(fixture.teamId, { invitationId: invited[words ? 1 : 0]!, ...key }),
    records: () => count("audit_event", "action = 'team-member:invite' and target->>'change' = 'renew'"),
  }),
  "an admin's invitation sent again": () => ({
    send: (key, words) => renewAdminInvitationAction(fixture.agencyId, { invitationId: invited[words ? 3 : 2]!, ...key }),
    records: () => count("audit_event", "action = 'agency-member:invite' and target->>'change' = 'renew'"),
  }),
  "a planned meeting": () => ({
    send: (key, place = "Library") => planMeetingAction(fixture.teamId, { heldOn: "2030-01-31", startsAt: "18:00", place, ...key }),
    records: () => count("meeting"),
  }),
  "a milestone": () => ({
    send: (key, name = "Baseline") => makeMilestoneAction(fixture.teamId, { name, day: localDay(new Date(), "America/New_York"), people: "roles", ...key }),
    records: () => count("milestone"),
  }),
  "a point of a meeting": () => ({
    send: (key, words = "Weekends") => addEntryAction(fixture.teamId, { meetingId, kind: "point", words, ...key }),
    records: () => count("meeting_entry"),
  }),
  "a meeting that begins now": () => ({
    send: (key, words) => startSittingAction(fixture.teamId, { meetingId: "now", deputies: words ? withoutAddress.slice(0, 1) : [], ...key }),
    records: () => count("sitting"),
  }),
  "a decision after a vote": () => ({
    send: (key, rationale = "Weekends") => decideVoteAction(fixture.teamId, { roundId: voteId, itemId: "t9-i1-1", value: null, rationale, dissent: "", ...key }),
    records: () => count("round_decision"),
  }),
  "a rating round": () => ({
    send: (key, words) => openRoundAction(fixture.teamId, { ...ROUND, parts: [], items: [...ROUND.items], raters: [], guests: [words ?? "Recovery house"], ...key }),
    records: () => count("rating_round"),
  }),
  "a decision of a round": () => ({
    send: (key, rationale = "Weekends") => decideAction(fixture.teamId, { roundId, itemId: "t9-i1-1", value: null, rationale, dissent: "", ...key }),
    records: () => count("round_decision"),
  }),
  "a form for the community": () => ({
    send: (key, title = "Nights") => createFormAction(fixture.teamId, { ...TEST_FORM, title, ...key }),
    records: () => count("feedback_form"),
  }),
  "an entry of what was done": () => ({
    send: (key, said = "Nights") => addOutcomeAction(fixture.teamId, { formId: asked.formId, said, did: "We hire.", standing: "planned", standingWords: "", actionId: null, answerIds: [], ...key }),
    records: () => count("feedback_outcome"),
  }),
  "words brought into a tool": () => ({
    send: (key, words = "Nights") => bringIntoToolAction(fixture.teamId, { ...asked, questionId: "q2", words, tool: "8", item: "t8-s4-2", column: null, row: null, ...key }),
    records: () => count("feedback_quote"),
  }),
  "a tool given room": () => ({
    send: (key, words) => rebuildToolAction(fixture.teamId, { toolRef: refTo(words ? TABLE_TOOL : TOOL), ...key }),
    records: () => count("response_event", "kind = 'rebuilt'"),
  }),
  "a team": () => ({
    send: (key, name = "North") => createTeamAction(fixture.agencyId, { name, ...key }),
    records: () => count("team"),
  }),
};

describe.each(Object.entries(FORMS))("the form of %s", (_name, make) => {
  test("sent again because the answer was lost makes one record, is answered alike and recorded once", async () => {
    const { send, records } = make();
    const before = await records();
    const key = { key: randomUUID() };
    const first = await as(() => send(key));
    expect(first).toMatchObject({ ok: true });
    const done = await count("audit_event");
    expect(await as(() => send(key))).toEqual(first);
    expect(await as(() => send({ key: key.key.toUpperCase() }))).toEqual(first);
    expect(await records()).toBe(before + 1);
    expect(await count("audit_event")).toBe(done);
    expect(await letters(guest())).toBeLessThanOrEqual(1);
  });

  test("sent several times at once makes one record, and each is answered alike", async () => {
    const { send, records } = make();
    const before = await records();
    const key = { key: randomUUID() };
    const [first, ...others] = await Promise.all([1, 2, 3].map(() => as(() => send(key))));
    expect(first).toMatchObject({ ok: true });
    for (const other of others) expect(other).toEqual(first);
    expect(await records()).toBe(before + 1);
    for (const to of [guest(), ...[1, 2, 3, 4].map((number) => `again${number}.${fixture.agencyId}@guests.example`)]) expect(await letters(to)).toBeLessThanOrEqual(1);
  });

  test("sent again with other words makes no second record and loses none: what arrived stands, and the page is told", async () => {
    const { send, records, mayChange } = make();
    const before = await records();
    const key = { key: randomUUID() };
    await as(() => send(key));
    const again = await as(() => send(key, "Other words"));
    if (mayChange) return expect(again).toMatchObject({ ok: true });
    expect(again).toMatchObject({ ok: false, hasArrived: true, message: expect.stringMatching(/had arrived/) });
    expect(await records()).toBe(before + 1);
    expect(await as(() => send({ key: randomUUID() }, "Other words"))).toMatchObject({ ok: true });
    expect(await records()).toBe(before + 2);
  });

  test("with a key that is none is refused and makes nothing", async () => {
    const { send, records } = make();
    const before = await records();
    for (const key of ["", "x", "1", 7, null, {}, { not: "" }] as unknown as string[]) {
      expect(await as(() => send({ key }))).toMatchObject({ ok: false });
    }
    expect(await records()).toBe(before);
  });
});

test("a letter that is still being sent is not sent a second time; whoever pressed again waits and is answered alike", async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const send = vi.spyOn(outbox, "deliverMail").mockImplementation(async () => {
    await held;
    return true;
  });
  try {
    const key = randomUUID();
    const press = () => as(() => renewInvitationAction(fixture.teamId, { invitationId: invited[0]!, key }));
    const presses = [press(), press(), press()];
    await expect.poll(() => send.mock.calls.length).toBe(1);
    // Each of the others has asked by now what was made with the key, and again.
    await expect.poll(() => count("audit_event", "action = 'team-member:invite' and target->>'change' = 'renew'")).toBe(1);
    letGo();
    const [first, ...others] = await Promise.all(presses);
    expect(first).toMatchObject({ ok: true, data: { isMailed: true } });
    for (const other of others) expect(other).toEqual(first);
    expect(send).toHaveBeenCalledTimes(1);
  } finally {
    send.mockRestore();
  }
});

test("a letter whose sender stopped in the middle goes out when the button is pressed again, half a minute later", async () => {
  const key = randomUUID();
  const press = () => as(() => renewInvitationAction(fixture.teamId, { invitationId: invited[0]!, key }));
  const to = `again1.${fixture.agencyId}@guests.example`;
  const first = await press();
  await query(OWNER(), "update made_once set reply = null, made_at = now() - interval '31 seconds' where key = $1", [key]);
  expect(await press()).toEqual(first);
  expect(await letters(to)).toBe(2);
});

test("a toolkit that was put away since is not added by a repeated press, nor put away by one", async () => {
  const standing = async () => (await query<{ is_here: boolean }>(OWNER(), "select put_away_at is null as is_here from team_toolkit where agency_id = $1", [fixture.agencyId]))[0]?.is_here;
  const [adding, puttingAway] = [randomUUID(), randomUUID()];
  const add = (key: string) => as(() => addToolkitAction(fixture.teamId, { toolkitId: PEER_SUPPORT, key }));
  const putAway = (key: string) => as(() => putAwayToolkitAction(fixture.teamId, { toolkitId: PEER_SUPPORT, key }));
  expect(await add(adding)).toMatchObject({ ok: true });
  expect(await putAway(puttingAway)).toMatchObject({ ok: true });
  expect(await add(adding)).toMatchObject({ ok: true });
  expect(await standing()).toBe(false);
  expect(await add(randomUUID())).toMatchObject({ ok: true });
  expect(await putAway(puttingAway)).toMatchObject({ ok: true });
  expect(await standing()).toBe(true);
});

test("every action that makes something is on this list", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("actions.ts"));
  const makers = files.flatMap((file) => {
    const names = readFileSync(`app/${file}`, "utf8").matchAll(/export const ((?:create|invite|assign|reply|restore|rebuild|add|putAway|sign|upload|import|make|renew|join|accept|getBack|send|confirm)\w*Action)/g);
    return [...names].map(([, name]) => name as string);
  });
  expect(new Set(makers)).toEqual(
    new Set([
      // Without a key: its token works once, or what it makes is one by its own name.
      "acceptAsNewPersonAction",
      "acceptAssignmentAction",
      "acceptInvitationAction",
      "addFromLibraryAction",
      "addPlanAction",
      "confirmSignUpAction",
      "makeCalendarFeedAction",
      "restoreLinkAction",
      "restoreValueAction",
      "getBackInAction",
      "joinByCodeAction",
      // With one.
      "addEntryAction",
      "addOutcomeAction",
      "createFormAction",
      "addValueAction",
      "makeMilestoneAction",
      "makePrioritiesAction",
      "addToolkitAction",
      "assignAction",
      "createAgencyAction",
      "createBackInCodeAction",
      "createJoinCodeAction",
      "createTeamAction",
      "createThreadAction",
      "inviteAction",
      "inviteAdminAction",
      "putAwayToolkitAction",
      "rebuildToolAction",
      "renewAdminInvitationAction",
      "renewInvitationAction",
      "replyAction",
      "restoreAnswerAction",
      "restoreRowAction",
      "signUpAction",
    ]),
  );
});

describe("a key", () => {
  const comment = (who: string, teamId: string, key: string, body = "Hello.") =>
    as(() => createThreadAction(teamId, { toolRef: refTo(TOOL), itemId: item, body, key }), who);

  test("is one's own: the same key of somebody else, or in another agency, is another filling", async () => {
    const key = randomUUID();
    const member = await signInCookie(await addToTeam(fixture, "member"));
    const elsewhere = await createAgencyFixture("Hillside Fire Department");
    const before = await count("comment");
    await comment(cookie, fixture.teamId, key);
    expect(await comment(member, fixture.teamId, key, "Mine.")).toMatchObject({ ok: true });
    expect(await comment(await signInCookie(elsewhere.admin), elsewhere.teamId, key, "Theirs.")).toMatchObject({ ok: true });
    expect(await count("comment")).toBe(before + 2);
  });

  test("is not used up by what was refused", async () => {
    const key = randomUUID();
    await as(() => createTeamAction(fixture.agencyId, { name: "North" }));
    expect(await as(() => createTeamAction(fixture.agencyId, { name: "North", key }))).toMatchObject({ ok: false, fieldErrors: { name: expect.any(String) } });
    expect(await as(() => createTeamAction(fixture.agencyId, { name: "South", key }))).toMatchObject({ ok: true });
  });

  test("is kept for a day, and what was answered is not readable in the database", async () => {
    const key = randomUUID();
    const sent = (await as(() => inviteAction(fixture.teamId, { email: guest(), role: "member", toolKeys: [], key }))) as { data: { link: string } };
    const [kept] = await query<{ text: string }>(OWNER(), `select encode(made, 'escape') || encode(reply, 'escape') as text from made_once where key = $1`, [key]);
    expect(kept?.text).not.toContain(sent.data.link.split("/").at(-1));
    expect(kept?.text).not.toContain("guests.example");
    await query(OWNER(), "update made_once set made_at = now() - interval '25 hours' where key = $1", [key]);
    await comment(cookie, fixture.teamId, randomUUID());
    expect(await query(OWNER(), "select from made_once where key = $1", [key])).toHaveLength(0);
  });

  test("beside a form that makes nothing is refused, like anything the form never had", async () => {
    const { resolveThreadAction } = await import("@/app/teams/[teamId]/tools/[number]/comments/actions");
    expect(await as(() => resolveThreadAction(fixture.teamId, { toolRef: refTo(TOOL), threadId, isResolved: true, key: randomUUID() }))).toMatchObject({ ok: false });
  });
});

describe("a new agency", () => {
  const input = { name: "Lakeside Police", kind: "police" as const, state: "OH" as const, teamName: "First", displayName: "Robin" };
  const agencies = async (person: Person) => query(OWNER(), "select agency_id from membership where user_id = $1", [person.userId]);

  test("is made once, in turn or at once, and is another person's with another's same key", async () => {
    const key = randomUUID();
    const before = (await agencies(fixture.admin)).length;
    const all = await Promise.all([1, 2, 3].map(() => as(() => createAgencyAction({ ...input, key }))));
    for (const each of all) expect(each).toEqual(all[0]);
    expect(all[0]).toMatchObject({ ok: true });
    expect(await as(() => createAgencyAction({ ...input, name: "Lakeside Police Dept", key }))).toEqual(all[0]);
    expect(await agencies(fixture.admin)).toHaveLength(before + 1);
    const member = await addToTeam(fixture, "member");
    const theirs = await as(async () => createAgencyAction({ ...input, key }), await signInCookie(member));
    expect(theirs).toMatchObject({ ok: true });
    expect(theirs).not.toEqual(all[0]);
  });
});

describe("a sign-up", () => {
  const person = { name: "Robin Reyes", password: "violet otter hums along", email: "" };

  test("sent again makes one link and one letter; with another address another", async () => {
    const key = randomUUID();
    const email = `${randomUUID()}@people.example`;
    for (const _try of [1, 2]) await startSignUp({ ...person, email, key }, null);
    await Promise.all([1, 2].map(() => startSignUp({ ...person, email, key }, null)));
    expect(await query(OWNER(), "select from account_token where email = $1", [email])).toHaveLength(1);
    expect(await letters(email)).toBe(1);
    const other = `${randomUUID()}@people.example`;
    await startSignUp({ ...person, email: other, key }, null);
    expect(await letters(other)).toBe(1);
  });
});

describe("a file", () => {
  const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  const send = (key: string | null, who = cookie) =>
    addFile(
      new Request(`http://localhost:3000/api/teams/${fixture.teamId}/tools/${TOOL}/items/${item}/files`, {
        method: "POST",
        body: PNG,
        headers: { cookie: who, origin: env().APP_URL, [FILE_NAME_HEADER]: "photo.png", ...(key && { [FILE_KEY_HEADER]: key }) },
      }),
      { params: Promise.resolve({ teamId: fixture.teamId, number: String(TOOL), itemId: item }) },
    );

  test("sent again because the answer was lost, also while the first is under way, is added once and answered alike", async () => {
    const key = randomUUID();
    const answers = await Promise.all([send(key), send(key), send(key)]);
    answers.push(await send(key));
    const [first, ...others] = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()] as const));
    expect(first?.[0]).toBe(201);
    for (const other of others) expect(other).toEqual(first);
    expect(await count("evidence_file")).toBe(1);
    expect(await count("audit_event", "action = 'evidence:add'")).toBe(1);
  });

  test("chosen again, or by somebody else, is still told to be there already", async () => {
    const key = randomUUID();
    await send(key);
    const member = await signInCookie(await addToTeam(fixture, "member"));
    for (const answer of [await send(null), await send(randomUUID()), await send(key, member)]) expect(answer.status).toBe(422);
    expect(await count("evidence_file")).toBe(1);
  });
});
