import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getTool, keysOf, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { toolItems } from "@/lib/domain/tool/items";
import type { TestRound } from "@/tests/support/rounds";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";

interface Received {
  readonly to: string;
  readonly text: string;
}

const received: Received[] = [];
let isRefusing = false;
/** It takes the letter, and its answer is lost. */
let isLosing = false;
/** Whose mailbox alone is full. */
let refused = "";
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, __, done) => done(isRefusing || address === refused ? new Error("the mailbox is full") : undefined),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      received.push({ to, text: decodeQuoted(Buffer.concat(chunks).toString("latin1")) });
      done(isLosing ? new Error("try again") : undefined);
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const { createThread, deleteComment } = await import("@/lib/comments/change-comments");
const { findItemComments } = await import("@/lib/comments/comment-threads");
const { sendNotices } = await import("@/tests/support/letters");
const { noticeJobs, planNotices } = await import("@/lib/notices/notice-jobs");
const { takeNotices } = await import("@/lib/notices/take-notices");
const { claimJob, listDueJobs, listGivenUpJobs, noteHandedOver } = await import("@/lib/platform/jobs/job-queue");
const { assign, handBackAssignment, listTeamAssignments } = await import("@/lib/assignments/assignments");
const { updateMailChoices } = await import("@/lib/accounts/mail-choices");
const { updateTeamMember } = await import("@/lib/people/members");
const { authDb } = await import("@/lib/platform/db/client");
const { openTestRound } = await import("@/tests/support/rounds");
const { revealRound } = await import("@/lib/rounds/move-round");
const { saveRating, setFinished } = await import("@/lib/rounds/own-ratings");

afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

/** Quoted-printable, as nodemailer sends letters that aren't plain ASCII. */
function decodeQuoted(raw: string): string {
  const bytes = raw.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

const TOOL = 3;
const ITEM = toolItems(getTool(TOOL))[0]!;

let fixture: AgencyFixture;
let lead: TeamContext;
let partner: Person;

beforeEach(async () => {
  received.length = 0;
  isRefusing = false;
  isLosing = false;
  refused = "";
  fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId);
  partner = await addToTeam(fixture, "partner", [TOOL]);
});

const say = (body: string) => createThread(lead, { toolRef: refTo(TOOL), itemId: ITEM.id, body });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("a mention waits, then comes with the others in one letter that says who and where, not what", async () => {
  await say("@Robin partner, the Tuesday group asked about this.");
  await say("@Robin partner, and this.");
  expect(await sendNotices(inMinutes(4))).toBe(0);
  expect(await sendNotices(inMinutes(6))).toBe(1);
  expect(received.map(({ to }) => to)).toEqual([partner.email]);
  const [{ text }] = received as [Received];
  expect(text).toContain("Avery Admin in Core Implementation Team, Tool 3:");
  expect(text).toContain(`/teams/${fixture.teamId}/tools/3?panel=${ITEM.id}#${ITEM.id}`);
  expect(text).not.toContain("Tuesday");
  expect(await sendNotices(inMinutes(60))).toBe(0);
});

test("people whose letters are refused keep nobody else's back, however many they are", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const viewer = await addToTeam(fixture, "viewer");
  refused = partner.email;
  await say("@Robin partner, you first.");
  await say("@Robin viewer, and you.");
  expect(await sendNotices(inMinutes(6), 1)).toBe(0);
  expect(await sendNotices(inMinutes(7), 1)).toBe(1);
  expect(received.map(({ to }) => to)).toEqual([viewer.email]);
  refused = "";
  expect(await sendNotices(inMinutes(12), 1)).toBe(1);
  log.mockRestore();
});

test("mentions after a letter wait for the next one", async () => {
  await say("@Robin partner, one.");
  await sendNotices(inMinutes(6));
  await say("@Robin partner, two.");
  expect(await sendNotices(inMinutes(4))).toBe(0);
  expect(await sendNotices(inMinutes(6))).toBe(1);
  expect(received).toHaveLength(2);
});

test("two servers that look at once send one letter", async () => {
  await say("@Robin partner, please look.");
  const sent = await Promise.all([1, 2, 3].map(() => sendNotices(inMinutes(6))));
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(received).toHaveLength(1);
});

test("a letter the mail server refuses is sent later, once", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await say("@Robin partner, please look.");
  isRefusing = true;
  expect(await sendNotices(inMinutes(6))).toBe(0);
  isRefusing = false;
  expect(await sendNotices(inMinutes(7))).toBe(0);
  expect(await sendNotices(inMinutes(12))).toBe(1);
  expect(await sendNotices(inMinutes(80))).toBe(0);
  expect(received).toHaveLength(1);
  log.mockRestore();
});

test("nobody is told of a tool they can't open any more, of a deleted comment, or while their account is closed", async () => {
  await say("@Robin partner, please look.");
  await updateTeamMember(lead, { userId: partner.userId, role: "partner", toolKeys: keysOf(1) });
  const member = await addToTeam(fixture, "member");
  await say("@Robin member, a slip.");
  const threads = (await findItemComments(lead, refTo(TOOL), ITEM.id))!.threads;
  await deleteComment(lead, { toolRef: refTo(TOOL), commentId: threads.at(-1)!.comments[0]!.id });
  await say("@Robin member, later.");
  await authDb().userAccount.update({ where: { id: member.userId }, data: { disabledAt: new Date() } });
  expect(await sendNotices(inMinutes(6))).toBe(0);
  expect(received).toEqual([]);
});

describe("what is assigned", () => {
  const give = (assigneeId: string, dueOn: string | null = null, targetId = "") => assign(lead, { toolRef: refTo(TOOL), targetId, assigneeId, dueOn });

  test("comes in a letter that says what, by whom and by when, and where to choose such letters", async () => {
    await give(partner.userId, "2031-05-04", ITEM.id);
    expect(await sendNotices(inMinutes(4))).toBe(0);
    expect(await sendNotices(inMinutes(6))).toBe(1);
    const [{ to, text }] = received as [Received];
    expect(to).toBe(partner.email);
    expect(text).toContain("Core Implementation Team, by Avery Admin. Due May 4, 2031.");
    expect(text).toContain(`/teams/${fixture.teamId}/tools/3#${ITEM.id}`);
    expect(text).toContain("/account#letters");
    expect(await sendNotices(inMinutes(60))).toBe(0);
  });

  test("comes together with mentions in one letter", async () => {
    await give(partner.userId);
    await say("@Robin partner, see above.");
    expect(await sendNotices(inMinutes(6))).toBe(1);
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain("you were mentioned in a comment");
    expect(received[0]?.text).toContain("No date.");
  });

  test("is told again when its date is another one, and not when it is the same", async () => {
    await give(partner.userId, "2031-05-04");
    await sendNotices(inMinutes(6));
    await give(partner.userId, "2031-05-04");
    expect(await sendNotices(inMinutes(12))).toBe(0);
    await give(partner.userId, "2031-06-01");
    expect(await sendNotices(inMinutes(12))).toBe(1);
    expect(received[1]?.text).toContain("Due Jun 1, 2031.");
  });

  test("is not told to whoever gives it themselves, nor after it was handed back", async () => {
    await give(fixture.admin.userId);
    expect(await sendNotices(inMinutes(6))).toBe(0);
    await give(partner.userId);
    const [assignment] = await listTeamAssignments(lead);
    await handBackAssignment(await teamContext(partner, fixture.teamId), refTo(TOOL), assignment!.assignmentId, "");
    expect(await sendNotices(inMinutes(6))).toBe(0);
    expect(received).toEqual([]);
  });
});

describe("people choose", () => {
  test("one letter a day: what waited at one in the afternoon by UTC comes then", async () => {
    await updateMailChoices(partner, { assignments: "daily", mentions: "daily" });
    await say("@Robin partner, please look.");
    const today = new Date();
    const round = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate(), 13));
    if (round <= today) round.setUTCDate(round.getUTCDate() + 1);
    expect(await sendNotices(new Date(round.getTime() - 1_000))).toBe(0);
    expect(await sendNotices(round)).toBe(1);
  });

  test("none at all, of one thing and not the other", async () => {
    await updateMailChoices(partner, { assignments: "at-once", mentions: "never" });
    await say("@Robin partner, please look.");
    expect(await sendNotices(inMinutes(6))).toBe(0);
    await assign(lead, { toolRef: refTo(TOOL), targetId: "", assigneeId: partner.userId, dueOn: null });
    expect(await sendNotices(inMinutes(6))).toBe(1);
    expect(received[0]?.text).not.toContain("mentioned");
  });
});

describe("when a process dies", () => {
  /** What it had begun: the job is claimed, and what waits is in its letter. */
  async function begin() {
    await planNotices(inMinutes(6), 10);
    const [ref] = await listDueJobs([noticeJobs.kind], inMinutes(6), 10);
    const job = (await claimJob(ref!, inMinutes(6)))!;
    await takeNotices(job, { mentions: true, assignments: true });
    return job;
  }

  test("before its letter went, another sends it, once, with what was in it and nothing else", async () => {
    await say("@Robin partner, please look.");
    await begin();
    await say("@Robin partner, and here.");
    expect(await sendNotices(inMinutes(7))).toBe(0);
    expect(await sendNotices(inMinutes(17))).toBe(1);
    expect(received[0]?.text).toContain("you were mentioned in a comment.");
    expect(await sendNotices(inMinutes(18))).toBe(1);
    expect(await sendNotices(inMinutes(40))).toBe(0);
    expect(received).toHaveLength(2);
  });

  test("after the mail server took its letter, no other sends it", async () => {
    await say("@Robin partner, please look.");
    await noteHandedOver(await begin());
    expect(await sendNotices(inMinutes(17))).toBe(0);
    expect(await sendNotices(inMinutes(40))).toBe(0);
    expect(received).toEqual([]);
  });
});

describe("a letter", () => {
  test("has one Message-ID however often it is tried, and where to stop such letters by a button", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    await say("@Robin partner, please look.");
    isLosing = true;
    expect(await sendNotices(inMinutes(6))).toBe(0);
    isLosing = false;
    expect(await sendNotices(inMinutes(12))).toBe(1);
    const ids = received.map(({ text }) => /^Message-ID: (<.+@localhost>)\r$/im.exec(text)?.[1]);
    expect(ids[0]).toBeDefined();
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(received[1]?.text.replaceAll("\r\n ", " ")).toMatch(/^List-Unsubscribe: <http:\/\/localhost:3000\/api\/letters\/stop\/[\w-]{43}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(received[1]?.text).toMatch(/http:\/\/localhost:3000\/letters\/stop\/[\w-]{43}/);
    log.mockRestore();
  });

  test("that nobody takes for days is given up, and its agency's admins can see so", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    isRefusing = true;
    await say("@Robin partner, please look.");
    for (let minutes = 6; minutes < 5 * 1_440; minutes += 60) await sendNotices(inMinutes(minutes));
    isRefusing = false;
    expect(await sendNotices(inMinutes(6 * 1_440))).toBe(0);
    const [givenUp, ...others] = await listGivenUpJobs({ agencyId: fixture.agencyId, userId: fixture.admin.userId });
    expect(givenUp).toMatchObject({ kind: "notice", displayName: "Robin partner" });
    expect(others).toEqual([]);
    log.mockRestore();
  });
});

describe("a round that asks somebody to rate", () => {
  const OPENED = { tool: getTool(TOOL), itemIds: ["t3-1", "t3-2"], untilOn: "2027-05-12" };

  test("comes in a letter that says what and until when, by the choice for what is assigned, and nothing that anybody rated", async () => {
    const { raters, lead: opener } = await openTestRound(fixture, { ...OPENED, members: 2, guests: 1 });
    const [first, second] = raters as [TestRound["raters"][number], TestRound["raters"][number]];
    await saveRating(second.seat, refTo(TOOL), "t3-1", "yes");
    await updateMailChoices(second.person, { assignments: "never", mentions: "at-once" });
    expect(await sendNotices(inMinutes(4))).toBe(0);
    expect(await sendNotices(inMinutes(6))).toBe(1);
    expect(received.map(({ to }) => to)).toEqual([first.person.email]);
    const [{ text }] = received as [Received];
    expect(text).toContain("Subject: Your team asks you to rate on your own");
    expect(text).toMatch(/Tool 3: .+, 2 statements, Core Implementation Team, by Robin lead\. Until May 12, 2027\./);
    expect(text).toContain(`/teams/${fixture.teamId}/rounds/`);
    expect(text).toContain("/account#letters");
    expect(opener.userId).not.toBe(first.person.userId);
    expect(await sendNotices(inMinutes(60))).toBe(0);
  });

  test("is not told to who has finished, nor after the reveal", async () => {
    const one = await openTestRound(fixture, { ...OPENED, members: 1 });
    await setFinished(one.raters[0]!.seat, true);
    const other = await openTestRound(fixture, { ...OPENED, members: 1 });
    await revealRound(other.lead, other.roundId, 1);
    expect(await sendNotices(inMinutes(6))).toBe(0);
    expect(received).toEqual([]);
  });
});
