import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { connections } from "@/lib/platform/db/client";
import { type Actor, withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { query } from "@/tests/support/database";
import { refTo } from "@/tests/support/tools";

interface Fixture extends Actor {
  readonly teamId: string;
  readonly responseId: string;
}

/** An agency with one team and one response, written as the application does. */
async function makeFixture(name: string): Promise<Fixture> {
  const actor = { agencyId: randomUUID(), userId: randomUUID() };
  return withAgency(actor, async (tx) => {
    const { agencyId, userId } = actor;
    await tx.agency.create({ data: { id: agencyId, name, kind: "fire", state: "OH" } });
    await tx.membership.create({ data: { agencyId, userId, displayName: name } });
    const team = await tx.team.create({ data: { agencyId, name: "Core" } });
    const response = await tx.response.create({ data: { agencyId, teamId: team.id, ...refTo(9), toolVersion: 1 } });
    return { ...actor, teamId: team.id, responseId: response.id };
  });
}

let ours: Fixture;
let theirs: Fixture;
let third: Fixture;
beforeAll(async () => {
  ours = await makeFixture("Ours");
  theirs = await makeFixture("Theirs");
  third = await makeFixture("Third");
});

const TABLES = ["agency", "membership", "team", "response"];

describe("inside withAgency", () => {
  test("only the agency's own rows are there, whatever is asked for", async () => {
    const seen = await withAgency(ours, async (tx) => ({
      agencies: (await tx.agency.findMany()).map((agency) => agency.id),
      teams: (await tx.team.findMany()).map((team) => team.agencyId),
      responses: (await tx.response.findMany({ where: { agencyId: theirs.agencyId } })).length,
    }));
    expect(seen).toEqual({ agencies: [ours.agencyId], teams: [ours.agencyId], responses: 0 });
  });

  test("another agency's row cannot be read, changed or removed by its full key", async () => {
    const key = { agencyId_userId: { agencyId: theirs.agencyId, userId: theirs.userId } };
    const counts = await withAgency(ours, async (tx) => [
      await tx.membership.findUnique({ where: key }),
      (await tx.membership.updateMany({ where: { userId: theirs.userId }, data: { isAdmin: true } })).count,
      (await tx.membership.deleteMany({ where: { agencyId: theirs.agencyId } })).count,
    ]);
    expect(counts).toEqual([null, 0, 0]);
    const kept = await withAgency(theirs, (tx) => tx.membership.findUnique({ where: key }));
    expect(kept).toMatchObject({ isAdmin: false });
  });

  test("a row for another agency is refused", async () => {
    const insert = withAgency(ours, (tx) => tx.team.create({ data: { agencyId: theirs.agencyId, name: "Intruder" } }));
    await expect(insert).rejects.toThrow(/row-level security/);
    const move = withAgencyConnection(ours, (client) => client.query("update team set agency_id = $1", [theirs.agencyId]));
    await expect(move).rejects.toThrow(/permission denied/);
    const join = withAgencyConnection(ours, (client) =>
      client.query("insert into membership (agency_id, user_id, display_name) values ($1, $2, 'Intruder')", [theirs.agencyId, ours.userId]),
    );
    await expect(join).rejects.toThrow(/row-level security/);
  });

  test("a row of ours that points at another agency's is refused by the composite key", async () => {
    const insert = withAgency(ours, (tx) =>
      tx.response.create({ data: { agencyId: ours.agencyId, teamId: theirs.teamId, ...refTo(1), toolVersion: 1 } }),
    );
    await expect(insert).rejects.toMatchObject({ code: "P2003" });
    const byOwner = query(
      process.env.DATABASE_OWNER_URL ?? "",
      "insert into answer (agency_id, response_id, item_id, value, updated_by) values ($1, $2, 'x', '1', $3)",
      [ours.agencyId, theirs.responseId, ours.userId],
    );
    await expect(byOwner).rejects.toMatchObject({ code: "23503" });
  });

  test("a nested call for another agency throws, and one for the same agency joins", async () => {
    const joined = await withAgency(ours, async (tx) => withAgency(ours, async (inner) => inner === tx));
    expect(joined).toBe(true);
    const switches = [
      withAgency(ours, () => withAgency(theirs, (tx) => tx.team.findMany())),
      withAgency(ours, () => withAgencyConnection(theirs, (client) => client.query("select 1"))),
      withAgencyConnection(ours, () => withAgency(theirs, (tx) => tx.team.findMany())),
      withAgencyConnection(ours, () => withAgencyConnection(theirs, (client) => client.query("select 1"))),
    ];
    for (const outcome of await Promise.allSettled(switches)) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { message: "agency switch inside a transaction" } });
    }
  });

  test("a plain transaction inside Prisma's never waits for a connection its own kind holds", async () => {
    const nested = Array.from({ length: 40 }, () =>
      withAgency(ours, () => withAgencyConnection(ours, async (client) => (await client.query("select from team")).rowCount)),
    );
    expect(new Set(await Promise.all(nested))).toEqual(new Set([1]));
    const otherWay = withAgencyConnection(ours, () => withAgency(ours, (tx) => tx.team.count()));
    await expect(otherWay).rejects.toThrow("withAgency inside withAgencyConnection");
  });

  test("an error rolls everything back", async () => {
    const failing = withAgency(ours, async (tx) => {
      await tx.team.create({ data: { agencyId: ours.agencyId, name: "Never" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const failingToo = withAgencyConnection(ours, async (client) => {
      await client.query("insert into team (agency_id, id, name) values ($1, $2, 'Never')", [ours.agencyId, randomUUID()]);
      throw new Error("no");
    });
    await expect(failingToo).rejects.toThrow("no");
    expect(await withAgency(ours, (tx) => tx.team.count({ where: { name: "Never" } }))).toBe(0);
  });

  test("an actor whose ids are not ids never reaches the database", async () => {
    const hostile = { agencyId: `${ours.agencyId}', true); select ('`, userId: ours.userId };
    await expect(withAgencyConnection(hostile, async () => "reached")).rejects.toThrow("actor ids must be UUIDs");
  });
});

describe("without an agency", () => {
  test.each(TABLES)("%s shows no row", async (table) => {
    expect((await connections().runtimePool.query(`select * from ${table}`)).rows).toEqual([]);
  });

  test("nothing can be written", async () => {
    const insert = connections().runtime.team.create({ data: { agencyId: ours.agencyId, name: "Nowhere" } });
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  test("no connection of the pool keeps the setting, whether the work committed or failed", async () => {
    const fail = (): Promise<never> => Promise.reject(new Error("on purpose"));
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, turn) => {
        const work = turn % 4 < 2 ? async () => "done" : fail;
        return turn % 2 === 0 ? withAgency(ours, work) : withAgencyConnection(ours, work);
      }),
    );
    const { runtimePool, prismaPool } = connections();
    const clients = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? runtimePool : prismaPool).connect()),
    );
    try {
      for (const client of clients) {
        expect((await client.query("select app_agency_id() as agency")).rows).toEqual([{ agency: null }]);
        expect((await client.query("select from team")).rowCount).toBe(0);
      }
    } finally {
      for (const client of clients) client.release();
    }
  });
});

describe("app_auth", () => {
  const auth = (sql: string) => query(process.env.DATABASE_AUTH_URL ?? "", sql);

  test("finds a person's memberships in every agency", async () => {
    expect(await auth(`select agency_id from membership where user_id = '${theirs.userId}'`)).toEqual([
      { agency_id: theirs.agencyId },
    ]);
  });

  test.each(["response", "response_update", "answer", "answer_revision", "tool_review", "audit_event"])(
    "may not read %s",
    async (table) => {
      await expect(auth(`select * from ${table}`)).rejects.toMatchObject({ code: "42501" });
    },
  );

  test("may not change a membership", async () => {
    await expect(auth("update membership set is_admin = true")).rejects.toMatchObject({ code: "42501" });
  });
});

test("thousands of operations of three agencies at once never cross, and never lose a row", async () => {
  const agencies = [ours, theirs, third];
  const OPERATIONS = 3_000;
  const WORKERS = 30;
  const written = new Map(agencies.map(({ agencyId }) => [agencyId, 0]));
  const crossings: string[] = [];
  let next = 0;

  const report = (agencyId: string, rows: readonly { agencyId?: string; agency_id?: string }[]): void => {
    crossings.push(...rows.map((row) => row.agencyId ?? row.agency_id ?? "").filter((id) => id !== agencyId));
  };

  async function operate(turn: number): Promise<void> {
    const actor = agencies[turn % 3] ?? ours;
    const { agencyId, userId, teamId } = actor;
    const isRolledBack = turn % 10 === 0;
    const work =
      turn % 2 === 0
        ? withAgencyConnection(actor, async (client) => {
            report(agencyId, (await client.query("select agency_id from team")).rows);
            await client.query("insert into audit_event (agency_id, user_id, action, outcome) values ($1, $2, 'mix', 'done')", [agencyId, userId]);
            report(agencyId, (await client.query("select agency_id from response")).rows);
            if (isRolledBack) throw new Error("on purpose");
          })
        : withAgency(actor, async (tx) => {
            report(agencyId, await tx.membership.findMany());
            await tx.auditEvent.create({ data: { agencyId, userId, action: "mix", outcome: "done", target: { teamId } } });
            report(agencyId, await tx.team.findMany());
          });
    await work.then(
      () => written.set(agencyId, (written.get(agencyId) ?? 0) + 1),
      (error: Error) => {
        if (error.message !== "on purpose") throw error;
      },
    );
  }

  await Promise.all(
    Array.from({ length: WORKERS }, async () => {
      while (next < OPERATIONS) await operate((next += 1));
    }),
  );

  expect(crossings).toEqual([]);
  for (const { agencyId, userId } of agencies) {
    const events = await withAgency({ agencyId, userId }, (tx) => tx.auditEvent.findMany());
    expect(new Set(events.map((event) => event.agencyId))).toEqual(new Set([agencyId]));
    expect(events).toHaveLength(written.get(agencyId) ?? -1);
  }
  const total = [...written.values()].reduce((sum, count) => sum + count, 0);
  expect(total).toBe(OPERATIONS - OPERATIONS / 10);
}, 120_000);
