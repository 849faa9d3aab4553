import { beforeAll, describe, expect, test } from "vitest";
import { oneAtATime } from "@/lib/responses/one-at-a-time";
import { findStoredDocument } from "@/lib/responses/response-document";
import { getTeam } from "@/lib/agencies/teams";
import { type Actor, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { refTo } from "@/tests/support/tools";
import { createAgencyFixture, teamContext } from "../../support/people";

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
