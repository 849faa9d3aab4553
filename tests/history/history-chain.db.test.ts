import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { readHistory } from "@/lib/exports/read/export-history";
import { listItemHistory } from "@/lib/history/history";
import { restoreAnswer } from "@/lib/history/history-restore";
import { listToolHistory } from "@/lib/history/history-timeline";
import { getResponseView } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import type { HistoryChange } from "@/lib/exports/document/export-document";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { Client } from "../support/responses";

vi.setConfig({ testTimeout: 120_000 });

const TOOL = 8;
const [text, other, third] = toolItems(getTool(TOOL)).filter((item) => item.kind === "text").map((item) => item.id) as [string, string, string];

let fixture: AgencyFixture;
let people: readonly [TeamContext, TeamContext];

beforeEach(async () => {
  fixture = await createAgencyFixture();
  const member = await addToTeam(fixture, "member");
  people = [
    await teamContext(fixture.admin, fixture.teamId, "response:edit"),
    await teamContext(member, fixture.teamId, "response:edit"),
  ];
});

/** As a page saves it: what one person does within a minute is gathered. */
async function write(by: TeamContext, itemId: string, words: string | null): Promise<void> {
  const update = (await Client.open(by, TOOL)).answer(itemId, words);
  expect(await saveUpdate(by, refTo(TOOL), update)).toMatchObject({ ok: true });
}

type AnswerChange = Extract<HistoryChange, { kind: "answer" }>;

async function exported(): Promise<AnswerChange[]> {
  const changes: AnswerChange[] = [];
  for await (const page of readHistory(people[0], refTo(TOOL))) changes.push(...(page as AnswerChange[]));
  return changes;
}

test("what two people write by turns within a minute joins, entry by entry", async () => {
  const [avery, robin] = people;
  await write(avery, text, "one");
  await write(robin, text, "one two");
  await write(avery, text, "one two three");
  await write(avery, text, "one two three four");
  const { revisions } = (await listItemHistory(avery, refTo(TOOL), text))!;
  // A minute may turn over between two saves; then the last two are not one entry.
  const joined = revisions.filter(({ after }) => after !== "one two three");
  expect(joined.map(({ by, after }) => [by.personId, after])).toEqual([
    [avery.userId, "one two three four"],
    [robin.userId, "one two"],
    [avery.userId, "one"],
  ]);
  expect(revisions.map(({ before }) => before)).toEqual([...revisions.slice(1).map(({ after }) => after), null]);
});

test("changes stand by when each was last made, across items, and not by when it was begun", async () => {
  const [avery, robin] = people;
  await write(avery, text, "Begun first.");
  await write(robin, other, "Between.");
  await write(avery, text, "Begun first, ended last.");
  const changes = await exported();
  expect(changes[0]).toMatchObject({ itemId: text, after: "Begun first, ended last." });
  expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted().reverse());
});

test("bringing an answer back takes in nothing that is written after it", async () => {
  const [avery] = people;
  await write(avery, text, "Old.");
  const first = (await listItemHistory(avery, refTo(TOOL), text))!.revisions[0]!;
  await write(people[1], text, "New.");
  await restoreAnswer(avery, refTo(TOOL), text, first.key, "after");
  await write(avery, text, "Old. And more.");
  const { revisions } = (await listItemHistory(avery, refTo(TOOL), text))!;
  expect(revisions.map(({ before, after }) => [before, after])).toEqual([
    ["Old.", "Old. And more."],
    ["New.", "Old."],
    ["Old.", "New."],
    [null, "Old."],
  ]);
});

test("any edits by turns make a chain that joins for each item and ends at the answer, in every list", async () => {
  const edit = fc.record({
    person: fc.constantFrom(0, 1),
    itemId: fc.constantFrom(text, other, third),
    words: fc.oneof({ weight: 5, arbitrary: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("a", "b", "c") }) }, { weight: 1, arbitrary: fc.constant(null) }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 25 }), async (edits) => {
      await query(process.env.DATABASE_OWNER_URL as string, "delete from answer_revision where agency_id = $1", [fixture.agencyId]);
      const start = (await getResponseView(people[0], refTo(TOOL))).answers;
      const written = new Map<string, unknown>(Object.entries(start));
      for (const { person, itemId, words } of edits) {
        if ((written.get(itemId) || null) === words) continue;
        written.set(itemId, words);
        await write(people[person as 0 | 1], itemId, words);
      }
      const { answers } = await getResponseView(people[0], refTo(TOOL));
      const changes = await exported();
      expect(changes.map(({ at }) => at)).toEqual(changes.map(({ at }) => at).toSorted().reverse());
      for (const itemId of [text, other, third]) {
        const chain = changes.filter((change) => change.itemId === itemId);
        let next = answers[itemId] || null;
        for (const { before, after } of chain) {
          expect(after).toEqual(next);
          next = before as typeof next;
        }
        expect(next).toEqual(start[itemId] || null);
        const { revisions } = (await listItemHistory(people[0], refTo(TOOL), itemId, { limit: 100 }))!;
        expect(revisions.map(({ before, after }) => [before, after])).toEqual(chain.map(({ before, after }) => [before, after]));
      }
      const seen: unknown[] = [];
      let before: string | null = "";
      while (before !== null) {
        const page = await listToolHistory(people[0], refTo(TOOL), { before, limit: 3 });
        seen.push(...(page?.entries ?? []).map((entry) => (entry.kind === "answer" ? [entry.itemId, entry.after] : [])));
        before = page?.older ?? null;
      }
      expect(seen).toEqual(changes.map(({ itemId, after }) => [itemId, after]));
    }),
    { numRuns: 12 },
  );
});
