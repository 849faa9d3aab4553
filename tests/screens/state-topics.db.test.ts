import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import { MOST_STREAMS_PER_PERSON, openStateStream } from "@/lib/screens/screens";
import { closeHub, findHub } from "@/lib/sync/server/hub";
import { publishChange, publishChanged } from "@/lib/sync/server/publish";
import { PAUSE_MS } from "@/lib/sync/server/room-of-state";
import type { Stated } from "@/lib/sync/server/topic";
import { refTo } from "@/tests/support/tools";
import { createAgencyFixture, teamContext } from "../support/people";

let context: TeamContext;
let round: Stated;
/** How the topic stands, as its table would say; null once it is gone. */
let state: { n: number } | null;
/** When it was read, and what holds a reading up. */
let reads: number[];
let hold: Promise<void> | null;
let failures: number;
/** Whose screens may go on. */
let gone: Set<string>;
const leaving: AbortController[] = [];

beforeEach(async () => {
  const fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId);
  round = { kind: "round", id: randomUUID() };
  state = { n: 3 };
  reads = [];
  hold = null;
  failures = 0;
  gone = new Set();
});
afterEach(() => {
  for (const leave of leaving.splice(0)) leave.abort();
});
afterAll(() => closeHub());

type Next = () => Promise<{ name: string; data: Record<string, unknown> } | null>;

function openScreen(about: Stated, follower: string) {
  const leave = new AbortController();
  leaving.push(leave);
  const { agencyId, teamId } = context;
  const check = async () => (gone.has(follower) ? ("no-access" as const) : null);
  const readState = async () => {
    reads.push(Date.now());
    const found = state;
    await hold;
    if (failures > 0) {
      failures -= 1;
      throw new Error("the database is away");
    }
    return gone.has(follower) ? null : found;
  };
  return openStateStream({ agencyId, teamId, follower, check, about, readState }, leave.signal);
}

/** The events of one screen, read one after the other; heartbeats left out. */
async function follow(about: Stated, follower = context.userId): Promise<Next> {
  const body = await openScreen(about, follower);
  if (typeof body === "string") throw new Error(body);
  const reader = body.getReader();
  return async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return null;
      const text = new TextDecoder().decode(value);
      const name = /^event: (.*)$/m.exec(text)?.[1];
      if (name !== undefined) return { name, data: JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? "null") as Record<string, unknown> };
    }
  };
}

const stands = (n: number) => ({ name: "state", data: { state: { n } } });

describe("a round, a meeting or a board", () => {
  test("is followed from how it stands, which comes at once, and again after each change", async () => {
    const next = await follow(round);
    expect(await next()).toEqual({ name: "hello", data: { seq: 0 } });
    expect(await next()).toEqual(stands(3));
    state = { n: 4 };
    publishChanged(context, round);
    expect(await next()).toEqual(stands(4));
  });

  test("whoever comes later gets how it stands now, and the others nothing that they have", async () => {
    const next = await follow(round);
    await next();
    expect(await next()).toEqual(stands(3));
    const later = await follow(round, "rater 1");
    await later();
    expect(await later()).toEqual(stands(3));
    publishChanged(context, round);
    state = { n: 4 };
    publishChanged(context, round);
    expect(await next()).toEqual(stands(4));
  });

  test("is read once for all who follow it, and of a hundred changes meanwhile only the last is read", async () => {
    const nexts = await Promise.all([follow(round), follow(round, "rater 1"), follow(round, "rater 2")]);
    for (const next of nexts) expect([(await next())?.name, await next()]).toEqual(["hello", stands(3)]);
    reads = [];
    let release = () => undefined as void;
    hold = new Promise((resolve) => (release = resolve));
    state = { n: 4 };
    publishChanged(context, round);
    await expect.poll(() => reads.length).toBe(1);
    for (let n = 5; n <= 104; n += 1) {
      state = { n };
      publishChanged(context, round);
    }
    release();
    for (const next of nexts) expect([await next(), await next()]).toEqual([stands(4), stands(104)]);
    // What was told to the other instances comes back as no change of this one's.
    expect(reads.length).toBe(2);
    expect((reads[1] ?? 0) - (reads[0] ?? 0)).toBeGreaterThanOrEqual(PAUSE_MS - 2);
  });

  test("is another topic than one with another id, of another kind, of another team or of a tool, and says nothing before the commit", async () => {
    const next = await follow(round);
    await next();
    await next();
    reads = [];
    publishChanged(context, { kind: "round", id: randomUUID() });
    publishChanged(context, { kind: "meeting", id: round.id });
    publishChanged({ ...context, teamId: randomUUID() }, round);
    publishChange(context, refTo(9), "notes");
    await withAgency(context, async () => {
      publishChanged(context, round);
      state = { n: 5 };
      await expect.poll(() => findHub()?.findStateRoom({ ...context, about: round })?.streams.size).toBe(1);
      expect(reads).toEqual([]);
    });
    expect(await next()).toEqual(stands(5));
    await withAgency(context, async () => {
      publishChanged(context, round);
      state = { n: 6 };
      throw new Error("rolled back");
    }).catch(() => undefined);
    state = { n: 7 };
    publishChanged(context, round);
    expect(await next()).toEqual(stands(7));
  });

  test("what could not be read is read once more a little later", async () => {
    failures = 1;
    const next = await follow(round);
    await next();
    expect(await next()).toEqual(stands(3));
  }, 20_000);

  test("who lost it is told so, and the others go on", async () => {
    const lost = await follow(round, "rater 1");
    const stays = await follow(round);
    for (const next of [lost, stays]) expect([(await next())?.name, await next()]).toEqual(["hello", stands(3)]);
    gone.add("rater 1");
    state = { n: 4 };
    publishChanged(context, round);
    expect([await lost(), await lost()]).toEqual([{ name: "bye", data: { reason: "no-access" } }, null]);
    expect(await stays()).toEqual(stands(4));
  });

  test("each follower has so many screens, with an account or without, and all leave nothing behind", async () => {
    for (let screen = 0; screen < MOST_STREAMS_PER_PERSON; screen += 1) await follow(round, "rater 1");
    expect(await openScreen(round, "rater 1")).toBe("too-many");
    await follow(round, "rater 2");
    for (const leave of leaving.splice(0)) leave.abort();
    expect(findHub()?.findStateRoom({ ...context, about: round })).toBeUndefined();
  });
});
