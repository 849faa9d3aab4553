import { asRequest } from "../../support/action-request";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { Doc, encodeStateAsUpdate } from "yjs";
import { createTeamAction } from "@/app/agencies/[agencyId]/actions";
import { responseKeyOf } from "@/lib/responses/kept-documents";
import { oneAtATime } from "@/lib/responses/one-at-a-time";
import { findStoredDocument } from "@/lib/responses/response-document";
import { saveUpdate } from "@/lib/responses/save-update";
import { getTeam } from "@/lib/agencies/teams";
import { connectionTurns } from "@/lib/platform/db/connection-turns";
import { type Actor, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";
import { env } from "@/lib/platform/env";
import { refTo } from "@/tests/support/tools";
import { createAgencyFixture, signInCookie, teamContext } from "../../support/people";

// Next's cache exists only inside its server.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

type Hold = (actor: Actor, work: () => Promise<void>) => Promise<void>;

const HOLDS: Record<string, Hold> = {
  "Prisma's connections": (actor, work) => withAgency(actor, work),
  "plain connections": (actor, work) => withAgencyConnection(actor, work),
};

let busy: Actor;
let other: Awaited<ReturnType<typeof teamContext>>;
beforeAll(async () => {
  const fixture = await createAgencyFixture();
  busy = { agencyId: fixture.agencyId, userId: fixture.admin.userId };
  const neighbour = await createAgencyFixture("Hillcrest Fire District");
  other = await teamContext(neighbour.admin, neighbour.teamId);
});

describe.each(Object.entries(HOLDS))("of %s", (_what, hold) => {
  test("one agency never has all, however much it asks for at once, and another's work begins at once", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    let held = 0;
    let tell = () => {};
    const some = new Promise<void>((resolve) => (tell = resolve));
    const works = Array.from({ length: 4 * env().DATABASE_POOL }, () =>
      hold(busy, async () => {
        held += 1;
        if (held === 3) tell();
        await released;
      }),
    );
    await some;
    // Both kinds, because a page needs both: they end while the busy agency's are still under way.
    expect((await getTeam(other)).agencyName).toBe("Hillcrest Fire District");
    await withAgencyConnection(other, (client) => client.query("select 1"));
    expect(await findStoredDocument(other, refTo(1))).toBeNull();
    expect(held).toBeLessThan(env().DATABASE_POOL);
    release();
    await Promise.all(works);
    expect(held).toBe(works.length);
  });
});

test("of those who save to one response, each person has their turn, and one person's saves come in order", async () => {
  const order: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const save = (name: string, person: string) => oneAtATime("a response", async () => void order.push(name), person);
  const first = oneAtATime("a response", () => released, "casey");
  const rest = [save("casey 1", "casey"), save("casey 2", "casey"), save("casey 3", "casey"), save("robin 1", "robin"), save("robin 2", "robin")];
  await oneAtATime("another response", async () => void order.push("elsewhere"), "casey");
  release();
  await Promise.all([first, ...rest]);
  expect(order).toEqual(["elsewhere", "robin 1", "casey 1", "robin 2", "casey 2", "casey 3"]);
});

describe("of those who wait there are so many at most", () => {
  test("in the line of one response: who has too many in it is told so, and a teammate's save is taken", async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const key = responseKeyOf(other, refTo(1));
    const first = oneAtATime(key, () => released, "somebody");
    // Fifty people with four saves each stay below it.
    const rest = Array.from({ length: 200 }, (_, index) => oneAtATime(key, async () => undefined, index % 50 === 0 ? "a" : `person ${index % 50}`));
    rest.push(...Array.from({ length: 200 }, () => oneAtATime(key, async () => undefined, other.userId)));
    const update = encodeStateAsUpdate(new Doc());
    expect(await saveUpdate(other, refTo(1), update)).toEqual({
      ok: false,
      refusal: expect.objectContaining({ reason: "too-many", message: expect.stringMatching(/at once/), retryAfterSeconds: 1 }),
    });
    let isTaken = false;
    rest.push(oneAtATime(key, async () => void (isTaken = true), "teammate"));
    release();
    await Promise.all([first, ...rest]);
    expect(isTaken).toBe(true);
    expect(await saveUpdate(other, refTo(1), update)).toMatchObject({ ok: true });
  });

  test("in the line for a connection: routes answer with 429, actions in words, others are served, and then they are, too", async () => {
    const fixture = await createAgencyFixture("Lakeside Police");
    const cookie = await signInCookie(fixture.admin);
    const line = connectionTurns().prisma;
    const taken = await Promise.all(Array.from({ length: Math.ceil(env().DATABASE_POOL * 0.6) }, () => line.enter({ group: fixture.agencyId, member: "somebody" })));
    const waiting = Array.from({ length: 1_000 }, () => line.enter({ group: fixture.agencyId, member: fixture.admin.userId }).then((leave) => leave()));
    const route = teamRoute({
      permission: "team:view",
      rate: RATES.read,
      handler: async ({ context }) => withAgency(context, async () => new Response("Here it is.")),
    });
    const ask = () => route(new Request("http://localhost:3000/api/teams/x", { headers: { cookie } }), { params: Promise.resolve({ teamId: fixture.teamId }) });
    const act = () => asRequest(cookie, () => createTeamAction(fixture.agencyId, { name: "North" }));
    const refused = await ask();
    expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toEqual([429, "1", { error: "too-many", message: expect.stringMatching(/at once/) }]);
    expect(await act()).toEqual({ ok: false, message: expect.stringMatching(/at once/) });
    expect((await getTeam(other)).agencyName).toBe("Hillcrest Fire District");
    taken.forEach((leave) => leave());
    await Promise.all(waiting);
    expect((await ask()).status).toBe(200);
    expect(await act()).toMatchObject({ ok: true });
  });
});
