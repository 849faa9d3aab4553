import { beforeEach, describe, expect, test, vi } from "vitest";
import { handOver } from "@/lib/platform/jobs/hand-over";
import { type JobKind, restMinutes, TRIES } from "@/lib/platform/jobs/job";
import { addJob, claimJob, dropOpenJobs, finishJob, listDueJobs, listGivenUpJobs, noteHandedOver } from "@/lib/platform/jobs/job-queue";
import { runJobs } from "@/lib/platform/jobs/run-jobs";
import { query } from "@/tests/support/database";
import { lettersTo } from "@/tests/support/outbox";
import { addToTeam, type AgencyFixture, createAgencyFixture, type Person } from "../../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const KIND = "test";
const NOW = new Date("2026-12-01T12:00:00Z");
const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let fixture: AgencyFixture;

beforeEach(async () => {
  await query(OWNER, "delete from job");
  fixture = await createAgencyFixture();
});

const add = (key: string, { dueAt = NOW, owner = fixture.admin as Person, agencyId = fixture.agencyId } = {}) => addJob({ agencyId, userId: owner.userId, kind: KIND, key, dueAt });
const due = (now = NOW, most = 100) => listDueJobs([KIND], now, most);
/** A kind that notes what it did. */
function noting(done: string[], work: (key: string) => void = () => undefined): JobKind {
  return {
    kind: KIND,
    run: async ({ key }) => {
      work(key);
      done.push(key);
      return { outcome: "sent" };
    },
  };
}
const quiet = () => vi.spyOn(console, "error").mockImplementation(() => undefined);

test("a job added again is the same one, also when it is done", async () => {
  expect([await add("one"), await add("one")]).toEqual([true, false]);
  const done: string[] = [];
  expect(await runJobs([noting(done)], NOW, 100)).toEqual({ found: 1, sent: 1, failed: 0 });
  expect(await add("one")).toBe(false);
  await runJobs([noting(done)], after(60), 100);
  expect(done).toEqual(["one"]);
});

test("of many instances at once one does a job", async () => {
  for (let count = 0; count < 10; count += 1) await add(`job ${count}`);
  const done: string[] = [];
  const figures = await Promise.all(Array.from({ length: 5 }, () => runJobs([noting(done)], NOW, 100)));
  expect(done.sort()).toEqual(Array.from({ length: 10 }, (_, count) => `job ${count}`));
  expect(figures.reduce((sum, { sent }) => sum + sent, 0)).toBe(10);
});

test("one that somebody holds is free again once their claim has run out, and not before", async () => {
  await add("one");
  const [ref] = await due();
  expect(await claimJob(ref!, NOW)).toMatchObject({ key: "one", isHandedOver: false, isLastTry: false });
  expect(await claimJob(ref!, after(9))).toBeNull();
  expect(await due(after(9))).toEqual([]);
  expect(await claimJob(ref!, after(10))).toMatchObject({ key: "one" });
});

test("an agency with very many waits for itself: of each the first comes before anybody's second", async () => {
  const other = await createAgencyFixture("Lakeside");
  for (let count = 0; count < 20; count += 1) await add(`ours ${count}`, { dueAt: after(-60) });
  await add("theirs", { owner: other.admin, agencyId: other.agencyId });
  expect((await due(NOW, 2)).map(({ agencyId }) => agencyId).sort()).toEqual([fixture.agencyId, other.agencyId].sort());
});

test("one that hangs in an agency keeps no other agency's back", async () => {
  const other = await createAgencyFixture("Lakeside");
  for (let count = 0; count < 6; count += 1) await add(`ours ${count}`, { owner: await addToTeam(fixture, "member") });
  await add("theirs", { owner: other.admin, agencyId: other.agencyId });
  let free = () => {};
  const theirs = new Promise<void>((resolve) => (free = resolve));
  // Nobody of ours is done before theirs is.
  const kind: JobKind = {
    kind: KIND,
    run: async ({ agencyId }) => {
      if (agencyId === other.agencyId) free();
      await theirs;
      return { outcome: "sent" };
    },
  };
  expect(await runJobs([kind], NOW, 100)).toEqual({ found: 7, sent: 7, failed: 0 });
});

describe("a job that fails", () => {
  test("rests longer each time, is given up in the end, and is still to be seen", async () => {
    const log = quiet();
    await add("one");
    const done: string[] = [];
    const failing = noting(done, () => {
      throw new Error("the mail server says no");
    });
    let minutes = 0;
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      expect(await runJobs([failing], after(minutes), 100), `try ${attempt}`).toEqual({ found: 1, sent: 0, failed: 1 });
      expect(await due(after(minutes + restMinutes(attempt) - 1))).toEqual([]);
      minutes += restMinutes(attempt);
    }
    expect(minutes / 1_440).toBeGreaterThan(2.5);
    expect(await due(after(minutes * 10))).toEqual([]);
    const [row] = await query<{ last_error: string; attempts: number }>(OWNER, "select last_error, attempts from job");
    expect(row).toEqual({ last_error: "the mail server says no", attempts: TRIES });
    expect(await listGivenUpJobs({ agencyId: fixture.agencyId, userId: fixture.admin.userId })).toMatchObject([{ kind: KIND, displayName: "Avery Admin" }]);
    const other = await createAgencyFixture("Lakeside");
    expect(await listGivenUpJobs({ agencyId: other.agencyId, userId: other.admin.userId })).toEqual([]);
    log.mockRestore();
  });

  test("keeps no other from being done", async () => {
    const log = quiet();
    for (const key of ["bad", "good"]) await add(key);
    const done: string[] = [];
    const kind = noting(done, (key) => {
      if (key === "bad") throw new Error("no");
    });
    expect(await runJobs([kind], NOW, 100)).toEqual({ found: 2, sent: 1, failed: 1 });
    expect(done).toEqual(["good"]);
    log.mockRestore();
  });

  test("while it is settled is not done", async () => {
    const log = quiet();
    await add("one");
    const kind: JobKind = { kind: KIND, run: async () => ({ outcome: "sent", settle: () => Promise.reject(new Error("no")) }) };
    await runJobs([kind], NOW, 100);
    expect(await query(OWNER, "select 1 from job where done_at is null and attempts = 1")).toHaveLength(1);
    log.mockRestore();
  });
});

test("a letter that was handed over is not handed over again", async () => {
  await add("one");
  const [ref] = await due();
  const letter = { to: fixture.admin.email, subject: "Once", text: "Once.\n" };
  await handOver((await claimJob(ref!, NOW))!, letter);
  const again = (await claimJob(ref!, after(10)))!;
  expect(again.isHandedOver).toBe(true);
  await handOver(again, letter);
  expect((await lettersTo(fixture.admin.email)).filter(({ subject }) => subject === "Once")).toHaveLength(1);
});

test("jobs that nobody has begun can be taken back; those of others and of other kinds stay", async () => {
  const robin = await addToTeam(fixture, "member");
  await add("begun");
  await claimJob((await due())[0]!, NOW);
  await add("open");
  await add("theirs", { owner: robin });
  await dropOpenJobs({ agencyId: fixture.agencyId, userId: fixture.admin.userId }, "another");
  await dropOpenJobs({ agencyId: fixture.agencyId, userId: fixture.admin.userId }, KIND);
  expect(await query(OWNER, "select key from job order by key")).toEqual([{ key: "begun" }, { key: "theirs" }]);
});

test("what is long done is cleared away; jobs go with the membership and with the agency", async () => {
  await add("old");
  await finishJob((await due())[0]!, NOW, undefined);
  await add("new");
  await finishJob((await due())[0]!, after(8 * 1_440), undefined);
  expect(await query(OWNER, "select key from job")).toEqual([{ key: "new" }]);
  await query(OWNER, "delete from membership where user_id = $1", [fixture.admin.userId]);
  expect(await query(OWNER, "select 1 from job")).toEqual([]);
});

test("an agency's work does not touch another's job, whatever it names", async () => {
  const other = await createAgencyFixture("Lakeside");
  await add("one");
  const [ref] = await due();
  const foreign = { ...ref!, agencyId: other.agencyId, userId: other.admin.userId };
  expect(await claimJob(foreign, NOW)).toBeNull();
  await noteHandedOver(foreign);
  await finishJob(foreign, NOW, undefined);
  expect(await query(OWNER, "select handed_over_at, done_at, attempts from job")).toEqual([{ handed_over_at: null, done_at: null, attempts: 0 }]);
});
