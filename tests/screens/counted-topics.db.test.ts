import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import { openLiveStream } from "@/lib/screens/screens";
import { closeHub } from "@/lib/sync/server/hub";
import { publishChange, publishCounted } from "@/lib/sync/server/publish";
import type { Counted } from "@/lib/sync/server/topic";
import { refTo } from "@/tests/support/tools";
import { createAgencyFixture, teamContext } from "../support/people";

let context: TeamContext;
let round: Counted;
/** How often the topic has changed, as its table would say. */
let seq: number;
let reads: number;
const leaving: AbortController[] = [];

beforeEach(async () => {
  const fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId);
  round = { kind: "round", id: randomUUID() };
  seq = 3;
  reads = 0;
});
afterEach(() => {
  for (const leave of leaving.splice(0)) leave.abort();
});
afterAll(() => closeHub());

/** The events of one screen, read one after the other; heartbeats left out. */
async function follow(about: Counted, after = 0): Promise<() => Promise<{ name: string; data: Record<string, unknown> }>> {
  const leave = new AbortController();
  leaving.push(leave);
  const body = await openLiveStream({
    context,
    about,
    reader: {
      readSince: async (from) => {
        reads += 1;
        return { seq, update: new TextEncoder().encode(seq > from ? `state ${seq}` : "") };
      },
      readNames: async () => new Map(),
      tellsWho: () => false,
      check: async () => null,
    },
    tab: "tab",
    after,
    signal: leave.signal,
  });
  if (typeof body === "string") throw new Error(body);
  const reader = body.getReader();
  return async () => {
    for (;;) {
      const text = new TextDecoder().decode((await reader.read()).value);
      const name = /^event: (.*)$/m.exec(text)?.[1];
      if (name !== undefined && name !== "presence") return { name, data: JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? "null") as Record<string, unknown> };
    }
  };
}

const stateOf = ({ update }: Record<string, unknown>) => Buffer.from(String(update), "base64").toString();

describe("a round, a meeting or a board", () => {
  test("is followed from where the screen has got to: how it stands comes at once, and after each change", async () => {
    const next = await follow(round);
    expect(await next()).toMatchObject({ name: "hello" });
    expect(stateOf((await next()).data)).toBe("state 3");
    seq = 4;
    publishCounted(context, round, 4);
    const { data } = await next();
    expect([data.seq, stateOf(data), data.by, data.itemIds]).toEqual([4, "state 4", null, []]);
  });

  test("costs one read for all who follow it, and tells nobody whose change it was", async () => {
    const nexts = await Promise.all([follow(round, 3), follow(round, 3), follow(round, 3)]);
    for (const next of nexts) expect((await next()).name).toBe("hello");
    const before = reads;
    seq = 4;
    publishCounted(context, round, 4);
    for (const next of nexts) expect((await next()).data).toMatchObject({ seq: 4, by: null });
    expect(reads - before).toBe(1);
  });

  test("is another topic than one with another id, of another kind or of a tool, and says nothing before the commit", async () => {
    const next = await follow(round, 3);
    await next();
    seq = 4;
    publishCounted(context, { kind: "round", id: randomUUID() }, 4);
    publishCounted(context, { kind: "meeting", id: round.id }, 4);
    publishChange(context, refTo(9), "notes");
    await withAgency(context, async () => {
      publishCounted(context, round, 5);
      seq = 5;
    });
    expect((await next()).data).toMatchObject({ seq: 5 });
    await withAgency(context, async () => {
      publishCounted(context, round, 6);
      throw new Error("rolled back");
    }).catch(() => undefined);
    seq = 7;
    publishCounted(context, round, 7);
    expect((await next()).data).toMatchObject({ seq: 7 });
  });
});
