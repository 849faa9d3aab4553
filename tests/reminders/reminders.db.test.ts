import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { Answers } from "@/lib/domain/answer/answers";
import { personToken } from "@/lib/domain/people/person";
import { gridCellId } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { DEFAULT_REMINDERS, type ReminderChoice } from "@/lib/domain/reminders/reminder-choice";
import type { TeamContext } from "@/lib/platform/auth/context";
import { query } from "@/tests/support/database";
import { refTo } from "@/tests/support/tools";
import type { TestRound } from "@/tests/support/rounds";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";

const received: { readonly to: string; readonly mail: ParsedMail }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData: (stream, session, done) => {
    simpleParser(stream).then((mail) => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), mail });
      done();
    }, done);
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const { sendReminders } = await import("@/tests/support/letters");
const { updateReminderChoice } = await import("@/lib/reminders/plan-reminders");
const { assign, handBackAssignment } = await import("@/lib/assignments/assignments");
const { updateAnswersAsServer } = await import("@/lib/responses/responses");
const { completeTool } = await import("@/lib/responses/tool-status");
const { listDue } = await import("@/lib/due-dates/list-due");
const { removeAgencyMember } = await import("@/lib/people/agency-members");
const { updateDisplayName } = await import("@/lib/people/own-names");
const { createTeam } = await import("@/lib/agencies/teams");
const { authDb } = await import("@/lib/platform/db/client");
const { openTestRound } = await import("@/tests/support/rounds");
const { revealRound } = await import("@/lib/rounds/move-round");
const { setFinished } = await import("@/lib/rounds/own-ratings");

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

const OWNER = process.env.DATABASE_OWNER_URL as string;
const PLAN = MAIN_TOOLKIT.planFlow!.plan;
const TOOL = 3;
/** All in New York, five hours behind UTC. A Monday. */
const MONDAY = "2026-12-07";
const at = (day: string, hour: number, minute = 0) => new Date(Date.parse(`${day}T00:00:00Z`) + ((hour + 5) * 60 + minute) * 60_000);

let fixture: AgencyFixture;
let lead: TeamContext;
let robin: Person;

beforeEach(async () => {
  // Everybody of the tests before is out of the way.
  await query(OWNER, "delete from membership");
  fixture = await createAgencyFixture();
  await query(OWNER, "update agency set state = 'NY' where id = $1", [fixture.agencyId]);
  lead = await teamContext(fixture.admin, fixture.teamId);
  robin = await addToTeam(fixture, "member");
  received.length = 0;
});

const give = (dueOn: string, targetId = "", to = robin) => assign(lead, { toolRef: refTo(TOOL), targetId, assigneeId: to.userId, dueOn });
const choose = (choice: Partial<ReminderChoice>) => updateReminderChoice(robin, { ...DEFAULT_REMINDERS, ...choice });
const texts = () => received.filter(({ to }) => to === robin.email).map(({ mail }) => mail.text ?? "");

/** An action on printed line `line` of an idea, of Robin's unless somebody else is named. */
async function plan(idea: number, line: number, cells: Partial<Record<"due" | "status", string>>, owner: Person | null = robin, context = lead): Promise<void> {
  const place = PLAN.ideas[idea - 1]!;
  const cell = (column: keyof typeof place.columns) => gridCellId(place.lines[line - 1]!, place.columns[column]);
  const answers: Record<string, unknown> = { [cell("what")]: "Ask the secret hospital." };
  if (owner) answers[cell("owner")] = personToken({ personId: owner.userId });
  if (cells.due) answers[cell("due")] = cells.due;
  if (cells.status) answers[cell("status")] = { option: cells.status };
  await updateAnswersAsServer(context, PLAN.tool, answers as Answers);
}

/** Looks each minute would; here each hour. */
async function lookFrom(from: Date, hours: number): Promise<number> {
  let sent = 0;
  for (let hour = 0; hour <= hours; hour += 1) sent += await sendReminders(new Date(from.getTime() + hour * 3_600_000));
  return sent;
}

test("once a week, on Monday at eight by the agency's clock, a letter says what is due and when, not what was written", async () => {
  await give("2026-12-10");
  await plan(2, 1, { due: "2026-12-09" });
  await sendReminders(at("2026-12-06", 12));
  expect(await sendReminders(at(MONDAY, 7, 59))).toBe(0);
  expect(await sendReminders(at(MONDAY, 8))).toBe(1);
  const [{ to, mail }] = received as [(typeof received)[number]];
  expect(to).toBe(robin.email);
  expect(mail.subject).toBe("2 things of yours are due in the next days");
  expect(mail.text).toContain(`An action in Idea #2, Core Implementation Team, is due on Dec 9, 2026.\nhttp://localhost:3000/teams/${fixture.teamId}/tools/12#`);
  expect(mail.text).toMatch(/Tool 3: .*, Core Implementation Team, is due on Dec 10, 2026\./);
  expect(mail.text).not.toContain("secret");
  expect(mail.text).toContain("/account#reminders");
  expect(await lookFrom(at(MONDAY, 8, 1), 48)).toBe(0);
});

test("nobody gets a letter when nothing is due, and one letter comes however often things move", async () => {
  expect(await lookFrom(at("2026-12-06", 12), 30)).toBe(0);
  for (let day = 10; day < 30; day += 1) await give(`2026-12-${day}`);
  for (let line = 1; line <= 4; line += 1) await plan(1, line, { due: "2026-12-16" });
  await give("2026-12-15");
  expect(await lookFrom(at("2026-12-13", 12), 30)).toBe(1);
  expect(received[0]?.mail.text).toContain("Dec 15, 2026");
});

test("that something is overdue is told once, and then only in the week's letter", async () => {
  await give("2026-12-08");
  await sendReminders(at(MONDAY, 7));
  expect(await sendReminders(at(MONDAY, 8))).toBe(1);
  expect(await lookFrom(at(MONDAY, 9), 46)).toBe(0);
  // Wednesday: it was due yesterday.
  expect(await sendReminders(at("2026-12-09", 8))).toBe(1);
  expect(texts()[1]).toContain("was due on Dec 8, 2026");
  // Moved about within the past it is the same thing, told already.
  await give("2026-12-07");
  expect(await lookFrom(at("2026-12-09", 9), 4 * 24)).toBe(0);
  expect(await lookFrom(at("2026-12-14", 7), 2)).toBe(1);
  expect(texts()[2]).toContain("was due on Dec 7, 2026");
  // Given time, and overdue once more.
  await give("2026-12-16");
  expect(await lookFrom(at("2026-12-14", 12), 30)).toBe(0);
  expect(await lookFrom(at("2026-12-17", 7), 2)).toBe(1);
  expect(texts()[3]).toContain("was due on Dec 16, 2026");
});

test("a round that waits for somebody's ratings is due on its day, until they finish or it is revealed", async () => {
  const untilOn = "2026-12-09";
  const one = await openTestRound(fixture, { members: 1, untilOn });
  const [{ person, seat }] = one.raters as [TestRound["raters"][number]];
  const dueFor = async () => (await listDue(person.userId, null)).map(({ what, dueOn, path }) => ({ what, dueOn, path }));
  const waiting = [{ what: expect.stringMatching(/^Rating Tool 9: .* on your own \(round 1\)$/), dueOn: untilOn, path: `/teams/${fixture.teamId}/rounds/${one.roundId}` }];
  expect(await dueFor()).toEqual(waiting);
  expect(await listDue(robin.userId, null)).toEqual([]);
  await sendReminders(at("2026-12-06", 12));
  await sendReminders(at(MONDAY, 8));
  expect(received.find(({ to }) => to === person.email)?.mail.text).toMatch(/on your own \(round 1\), Core Implementation Team, is due on Dec 9, 2026\./);
  await setFinished(seat, true);
  expect(await dueFor()).toEqual([]);
  await setFinished(seat, false);
  expect(await dueFor()).toEqual(waiting);
  await revealRound(one.lead, one.roundId, 1);
  expect(await dueFor()).toEqual([]);
});

test("what is done, filled in, handed back, complete or somebody else's is not named", async () => {
  await plan(1, 1, { due: MONDAY, status: "done" });
  await plan(1, 2, { due: MONDAY }, fixture.admin);
  await plan(1, 3, { due: MONDAY }, null);
  const id = await give(MONDAY);
  await handBackAssignment(await teamContext(robin, fixture.teamId), refTo(TOOL), id, "");
  await assign(lead, { toolRef: refTo(8), targetId: "", assigneeId: robin.userId, dueOn: MONDAY });
  await completeTool(lead, refTo(8));
  expect(await listDue(robin.userId, null)).toEqual([]);
  await plan(1, 4, { due: MONDAY, status: "blocked" });
  expect((await listDue(robin.userId, null)).map(({ what }) => what)).toEqual(["An action in Idea #1"]);
});

test("who set their earlier name apart has what names them since, and not what named them before", async () => {
  await plan(1, 1, { due: MONDAY });
  await updateDisplayName(await agencyContext(robin, fixture.agencyId), "Sparrow", "apart");
  expect(await listDue(robin.userId, null)).toEqual([]);
  const { personId } = await teamContext(robin, fixture.teamId);
  await plan(2, 1, { due: MONDAY }, { ...robin, userId: personId });
  expect((await listDue(robin.userId, null)).map(({ what }) => what)).toEqual(["An action in Idea #2"]);
});

describe("people choose", () => {
  test("the day, the hour and the zone", async () => {
    await give("2026-12-10");
    await choose({ weekday: 3, hour: 17, timeZone: "Pacific/Guam" });
    await sendReminders(at(MONDAY, 0));
    expect(await lookFrom(at(MONDAY, 1), 48)).toBe(0);
    // 17:00 on Wednesday in Guam.
    expect(await sendReminders(new Date("2026-12-09T06:59:00Z"))).toBe(0);
    expect(await sendReminders(new Date("2026-12-09T07:00:00Z"))).toBe(1);
  });

  test("every day, or never", async () => {
    await give("2026-12-10");
    await choose({ pace: "daily" });
    expect(await lookFrom(at(MONDAY, 7), 3 * 24 + 1)).toBe(4);
    await choose({ pace: "never" });
    expect(await lookFrom(at("2026-12-10", 9), 5 * 24)).toBe(0);
  });

  test("another hour, after the day's letter: the next one is tomorrow's", async () => {
    await give("2026-12-10");
    await choose({ pace: "daily" });
    await sendReminders(at(MONDAY, 7));
    expect(await sendReminders(at(MONDAY, 8))).toBe(1);
    await choose({ pace: "daily", hour: 20 });
    expect(await lookFrom(at(MONDAY, 9), 13)).toBe(0);
    expect(await lookFrom(at("2026-12-08", 7), 14)).toBe(1);
  });
});

describe("only people with an address, of teams they still belong to", () => {
  const letters = async () => {
    await sendReminders(at(MONDAY, 7));
    return sendReminders(at(MONDAY, 8));
  };
  beforeEach(async () => {
    await give(MONDAY);
  });

  test("not who has left the agency", async () => {
    await sendReminders(at(MONDAY, 7));
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), robin.userId);
    expect(await sendReminders(at(MONDAY, 8))).toBe(0);
    expect(await query(OWNER, "select 1 from job where user_id = $1", [robin.userId])).toEqual([]);
  });

  test("not whose account is closed meanwhile, nor who signs in with a name", async () => {
    await sendReminders(at(MONDAY, 7));
    await authDb().userAccount.update({ where: { id: robin.userId }, data: { disabledAt: new Date() } });
    expect(await sendReminders(at(MONDAY, 8))).toBe(0);
    await query(OWNER, "update user_account set disabled_at = null, email = 'robin-without-mail' where id = $1", [robin.userId]);
    expect(await letters()).toBe(0);
  });

  test("not the made-up people of the sample agency", async () => {
    await query(OWNER, "update user_account set is_sample = true where id = $1", [fixture.admin.userId]);
    expect(await letters()).toBe(0);
    expect(await query(OWNER, "select 1 from job")).toEqual([]);
  });

  test("a partner of the tools they were given alone", async () => {
    const partner = await addToTeam(fixture, "partner", [TOOL]);
    await plan(3, 1, { due: MONDAY }, partner);
    expect(await listDue(partner.userId, null)).toEqual([]);
    await query(OWNER, "update team_member set tool_keys = array[$2] where user_id = $1", [partner.userId, toolKey(PLAN.tool)]);
    expect((await listDue(partner.userId, null)).map(({ what }) => what)).toEqual(["An action in Idea #3"]);
  });

  test("each agency's things in a letter of its own, and another team's not at all", async () => {
    const other = await createAgencyFixture("Lakeside Fire Department");
    await joinTeam(other, robin, "member");
    const theirs = await teamContext(other.admin, other.teamId);
    await plan(4, 1, { due: MONDAY }, robin, theirs);
    const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId), "Neighbours");
    await plan(1, 1, { due: MONDAY }, robin, await teamContext(fixture.admin, teamId));
    expect(await letters()).toBe(2);
    expect(texts().filter((text) => text.includes("Idea #4"))).toHaveLength(1);
    expect(texts().find((text) => text.includes("Lakeside"))).not.toContain("Tool 3");
    expect(texts().join()).not.toContain("Neighbours");
  });
});

test("two instances at once send one letter", async () => {
  await give(MONDAY);
  await Promise.all([1, 2, 3].map(() => sendReminders(at(MONDAY, 7))));
  const sent = await Promise.all([1, 2, 3].map(() => sendReminders(at(MONDAY, 8))));
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
});
