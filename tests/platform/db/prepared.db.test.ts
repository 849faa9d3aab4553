import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

const actor = { agencyId: randomUUID(), userId: randomUUID() };

test("a statement with values is kept by its connection: read once, with the answer of each time", async () => {
  const text = "select $1::int + 1 as next";
  const { answers, kept } = await withAgencyConnection(actor, async (client) => {
    const answers = [];
    for (const value of [1, 2, 41]) answers.push((await client.query<{ next: number }>(text, [value])).rows[0]?.next);
    return { answers, kept: (await client.query("select calls from (select generic_plans + custom_plans as calls from pg_prepared_statements where statement = $1) s", [text])).rows };
  });
  expect({ answers, kept }).toEqual({ answers: [2, 3, 42], kept: [{ calls: "3" }] });
});

test("texts that differ anywhere are kept apart, and one that failed can be asked again", async () => {
  const ask = (text: string, values: unknown[]) => withAgencyConnection(actor, async (client) => (await client.query(text, values)).rows);
  expect(await ask("select $1::text as said", ["a"])).toEqual([{ said: "a" }]);
  expect(await ask("select $1::text as  said, 2 as two", ["b"])).toEqual([{ said: "b", two: 2 }]);
  for (let time = 0; time < 2; time += 1) await expect(ask("select 1 / $1::int as part", [0])).rejects.toThrow("division by zero");
  expect(await ask("select 1 / $1::int as part", [1])).toEqual([{ part: 1 }]);
});
