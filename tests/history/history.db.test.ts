import { beforeEach, describe, expect, test } from "vitest";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { moveRow, removeRow, setCell } from "@/lib/sync/document/table-rows";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { listItemHistory } from "@/lib/history/history";
import { listRemovedRows, restoreAnswer, restoreRemovedRow } from "@/lib/history/history-restore";
import { FORMER_MEMBERS, listToolHistory } from "@/lib/history/history-timeline";
import { getResponseView, updateAnswersAsServer } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { completeAndLockTool, completeTool, lockTool, reopenTool, unlockTool } from "@/lib/responses/tool-status";
import { listPeople } from "@/lib/people/list-people";
import { personOf, showPerson } from "@/lib/domain/people/person";
import type { Answer } from "@/lib/domain/answer/answers";
import type { ChoiceItem, TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";
import { Client } from "../support/responses";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const texts = items.filter((item) => item.kind === "text").map((item) => item.id);
const [text, other] = texts as [string, string];
const table = items.find((item) => item.id === "t8-s1-3") as TableItem;
const choice = items.find((item) => item.kind === "choice" && item.otherOptionId) as ChoiceItem;
const [firstColumn, secondColumn] = table.columns.map((column) => column.id) as [string, string];
const NO_TOOL = /could not find that/;
const NOT_THERE = /is not in the (history|table)/;

let fixture: AgencyFixture;
let member: Person;
let admin: TeamContext;
let context: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  member = await addToTeam(fixture, "member");
  admin = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  context = await teamContext(member, fixture.teamId, "response:edit");
});

const sql = (statement: string, values: readonly unknown[] = []) =>
  query<Record<string, unknown>>(process.env.DATABASE_OWNER_URL as string, statement, values);

/** Moves what was recorded so far into the past, so that the next change has a minute of its own. */
async function passTime(minutes = 5): Promise<void> {
  const past = `interval '${minutes} minutes'`;
  await sql(`update answer_revision set minute = minute - ${past}, changed_at = changed_at - ${past} where agency_id = $1`, [fixture.agencyId]);
  await sql(`update response_event set at = at - ${past} where agency_id = $1`, [fixture.agencyId]);
}

async function answer(by: TeamContext, itemId: string, value: Answer | null): Promise<void> {
  expect(await updateAnswersAsServer(by, refTo(TOOL), { [itemId]: value })).toMatchObject({ ok: true });
}

async function save(update: Uint8Array, by = context): Promise<void> {
  expect(await saveUpdate(by, refTo(TOOL), update)).toMatchObject({ ok: true });
}

async function history(itemId = text, by = context) {
  const found = await listItemHistory(by, refTo(TOOL), itemId);
  if (!found) throw new Error("no such item");
  return found;
}

async function oldest(itemId = text) {
  const revision = (await history(itemId)).revisions.at(-1);
  if (!revision) throw new Error("no history");
  return revision.key;
}

const current = async (itemId = text) => (await getResponseView(context, refTo(TOOL))).answers[itemId] ?? null;
const row = (id: string, first: string, second = "") => ({ id, cells: { [firstColumn]: first, ...(second ? { [secondColumn]: second } : {}) } });

describe("the history of an item", () => {
  test("is empty before anybody answered", async () => {
    expect(await history()).toMatchObject({ revisions: [], older: null, current: null });
  });

  test("lists every change newest first: who, when, old and new", async () => {
    await answer(admin, text, "First.");
    await passTime();
    await answer(context, text, "First. Second.");
    await passTime();
    await answer(admin, text, null);
    const { revisions, current: now } = await history();
    expect(now).toBeNull();
    expect(revisions).toMatchObject([
      { by: personOf(admin.userId), before: "First. Second.", after: null, isRestore: false },
      { by: personOf(member.userId), before: "First.", after: "First. Second." },
      { by: personOf(admin.userId), before: null, after: "First." },
    ]);
    expect(revisions.map(({ at }) => at)).toEqual(revisions.map(({ at }) => at).toSorted().reverse());
    expect((await history(other)).revisions).toEqual([]);
  });

  test("keeps who it was, under no name, of someone who left", async () => {
    await answer(context, text, "First.");
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), member.userId);
    const { revisions } = await history(text, admin);
    expect(revisions).toMatchObject([{ by: personOf(member.userId), after: "First." }]);
    expect(showPerson(await listPeople(admin, revisions), personOf(member.userId))).toBe("A former member");
  });

  test("comes in pages without gaps or repeats", async () => {
    for (let change = 1; change <= 7; change++) {
      await answer(change % 2 ? admin : context, text, `Change ${change}`);
      await passTime();
    }
    const seen: unknown[] = [];
    let before: string | null = "";
    while (before !== null) {
      const page = await listItemHistory(context, refTo(TOOL), text, { before, limit: 3 });
      seen.push(...(page?.revisions ?? []).map(({ after }) => after));
      before = page?.older ?? null;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((change) => `Change ${change}`));
  });

  test("does not exist for another team, another agency, a partner without the tool, or a question the tool lacks", async () => {
    await answer(context, text, "Ours.");
    const stranger = await createAgencyFixture("Hillside Fire Department");
    const theirs = await teamContext(stranger.admin, stranger.teamId);
    expect((await listItemHistory(theirs, refTo(TOOL), text))?.revisions).toEqual([]);
    const forged = { ...theirs, teamId: fixture.teamId } as TeamContext;
    expect((await listItemHistory(forged, refTo(TOOL), text))?.revisions).toEqual([]);
    const partner = await teamContext(await addToTeam(fixture, "partner", [1]), fixture.teamId);
    expect(await listItemHistory(partner, refTo(TOOL), text)).toBeNull();
    expect(await listToolHistory(partner, refTo(TOOL), { limit: 10 })).toBeNull();
    expect(await listItemHistory(context, refTo(TOOL), "no-such-item")).toBeNull();
    expect(await listItemHistory(context, refTo(99), text)).toBeNull();
  });
});

describe("bringing back an answer", () => {
  test("loses no words typed within the same minute: it has an entry of its own", async () => {
    await answer(context, text, "First.");
    await passTime();
    await answer(context, text, "Typed a moment ago.");
    await restoreAnswer(context, refTo(TOOL), text, await oldest(), "after");
    expect(await current()).toBe("First.");
    expect((await history()).revisions.map(({ before, after }) => [before, after])).toEqual([
      ["Typed a moment ago.", "First."],
      ["First.", "Typed a moment ago."],
      [null, "First."],
    ]);
  });

  test("makes it what it was, as a change of its own that can be undone", async () => {
    await answer(admin, text, "The long answer of the meeting.");
    await passTime();
    await answer(admin, text, "Oops");
    await passTime();
    await restoreAnswer(context, refTo(TOOL), text, await oldest(), "after");
    expect(await current()).toBe("The long answer of the meeting.");
    const { revisions } = await history();
    expect(revisions).toHaveLength(3);
    expect(revisions[0]).toMatchObject({ by: personOf(member.userId), before: "Oops", after: "The long answer of the meeting.", isRestore: true });
    expect(revisions[1]).toMatchObject({ isRestore: false });
    await passTime();
    const undone = (await history()).revisions[0];
    if (!undone) throw new Error("no history");
    await restoreAnswer(context, refTo(TOOL), text, undone.key, "before");
    expect(await current()).toBe("Oops");
  });

  test("can bring back a blank", async () => {
    await answer(context, text, "Too soon.");
    await restoreAnswer(context, refTo(TOOL), text, await oldest(), "before");
    expect(await current()).toBeNull();
  });

  test("says so when the answer is like that already, and changes nothing", async () => {
    await answer(context, text, "As it is.");
    const { seq } = await getResponseView(context, refTo(TOOL));
    await expect(restoreAnswer(context, refTo(TOOL), text, await oldest(), "after")).rejects.toThrow(/like that already/);
    expect((await getResponseView(context, refTo(TOOL))).seq).toBe(seq);
  });

  test("keeps what a teammate types at the same moment", async () => {
    await answer(context, text, "Old words.");
    await passTime();
    await answer(context, text, "New words.");
    const teammate = await Client.open(admin, TOOL);
    await restoreAnswer(context, refTo(TOOL), text, await oldest(), "after");
    await save(teammate.answer(text, "New words. And mine."), admin);
    expect(await current()).toBe("Old words. And mine.");
  });

  test("of a choice does not bring up words that were given with “Other” at another time", async () => {
    const option = choice.otherOptionId as string;
    await answer(context, choice.id, { option });
    await passTime();
    await answer(context, choice.id, { option, other: "Later words" });
    await restoreAnswer(context, refTo(TOOL), choice.id, await oldest(choice.id), "after");
    expect(await current(choice.id)).toEqual({ option });
  });

  test("of a table keeps its rows, gets removed ones back once, and marks later ones as removed", async () => {
    await answer(context, table.id, [row("a", "Clinic"), row("b", "Shelter")]);
    await passTime();
    const client = await Client.open(context, TOOL);
    await save(
      client.edit((doc) => {
        setCell(doc, table, "a", firstColumn, "Clinic on Main");
        removeRow(doc, table, "b");
      }),
    );
    await save((await Client.open(context, TOOL)).answer(table.id, [row("c", "Court"), row("a", "Clinic on Main")]));
    const teammate = await Client.open(admin, TOOL);
    await restoreAnswer(context, refTo(TOOL), table.id, await oldest(table.id), "after");
    expect(await current(table.id)).toEqual([row("a", "Clinic"), row("b", "Shelter")]);
    // Written at the same moment, in a row that stays.
    await save(teammate.edit((doc) => setCell(doc, table, "a", secondColumn, "Open on Sundays")), admin);
    expect(await current(table.id)).toEqual([row("a", "Clinic", "Open on Sundays"), row("b", "Shelter")]);
    expect((await listRemovedRows(context, refTo(TOOL), table.id)).map(({ row: removed }) => removed.id)).toEqual(["c"]);
  });

  test("is refused in words while the tool is complete or locked", async () => {
    await answer(context, text, "First.");
    await passTime();
    await answer(context, text, "Second.");
    const key = await oldest();
    await completeTool(context, refTo(TOOL));
    await expect(restoreAnswer(context, refTo(TOOL), text, key, "after")).rejects.toThrow(/marked complete. Reopen it/);
    await lockTool(admin, refTo(TOOL));
    await expect(restoreAnswer(context, refTo(TOOL), text, key, "after")).rejects.toThrow(/is locked/);
    expect(await current()).toBe("Second.");
  });

  test("is refused to a viewer, and does not exist for a partner without the tool or for another agency", async () => {
    await answer(context, text, "First.");
    await passTime();
    await answer(context, text, "Second.");
    const key = await oldest();
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    await expect(restoreAnswer(viewer, refTo(TOOL), text, key, "after")).rejects.toThrow(/can read this tool but not change it/);
    const partner = await teamContext(await addToTeam(fixture, "partner", [1]), fixture.teamId);
    await expect(restoreAnswer(partner, refTo(TOOL), text, key, "after")).rejects.toThrow(NO_TOOL);
    const stranger = await createAgencyFixture("Hillside Fire Department");
    const theirs = await teamContext(stranger.admin, stranger.teamId);
    await expect(restoreAnswer(theirs, refTo(TOOL), text, key, "after")).rejects.toThrow(NOT_THERE);
    await expect(restoreAnswer({ ...theirs, teamId: fixture.teamId } as TeamContext, refTo(TOOL), text, key, "after")).rejects.toThrow(NOT_THERE);
    await expect(restoreAnswer(context, refTo(TOOL), text, { ...key, minute: "2020-01-01T00:00:00.000Z" }, "after")).rejects.toThrow(NOT_THERE);
    await expect(restoreAnswer(context, refTo(TOOL), "no-such-item", key, "after")).rejects.toThrow(NOT_THERE);
    expect(await current()).toBe("Second.");
  });
});

describe("removed rows", () => {
  beforeEach(async () => {
    await answer(context, table.id, [row("a", "Clinic"), row("b", "Shelter"), row("blank", "")]);
    await passTime();
  });

  const removeAs = async (by: TeamContext, rowId: string) =>
    save((await Client.open(by, TOOL)).edit((doc) => removeRow(doc, table, rowId)), by);

  test("are listed with what they held, who removed them and when; blank ones are not", async () => {
    expect(await listRemovedRows(context, refTo(TOOL), table.id)).toEqual([]);
    await removeAs(admin, "a");
    await removeAs(context, "blank");
    expect(await listRemovedRows(context, refTo(TOOL), table.id)).toMatchObject([
      { row: { id: "a", cells: { [firstColumn]: "Clinic" } }, removed: { by: personOf(admin.userId), at: expect.stringMatching(/Z$/) } },
    ]);
  });

  test("come back to their place, with what a teammate wrote in them meanwhile", async () => {
    const teammate = await Client.open(admin, TOOL);
    await removeAs(context, "a");
    await save(teammate.edit((doc) => setCell(doc, table, "a", secondColumn, "New contact")), admin);
    await restoreRemovedRow(context, refTo(TOOL), table.id, "a");
    expect(await current(table.id)).toEqual([row("a", "Clinic", "New contact"), row("b", "Shelter"), { id: "blank", cells: {} }]);
    expect((await history(table.id)).revisions[0]).toMatchObject({ by: personOf(member.userId) });
    await expect(restoreRemovedRow(context, refTo(TOOL), table.id, "a")).rejects.toThrow(/back already/);
  });

  test("that came and went within a minute are listed without who removed them", async () => {
    await save((await Client.open(context, TOOL)).edit((doc) => moveRow(doc, table, "b", 0)));
    const client = await Client.open(context, TOOL);
    await save(client.answer(table.id, [row("a", "Clinic"), row("b", "Shelter"), row("quick", "Short lived")]));
    await save(client.answer(table.id, [row("a", "Clinic"), row("b", "Shelter")]));
    expect(await listRemovedRows(context, refTo(TOOL), table.id)).toMatchObject([{ row: { id: "quick" }, removed: null }]);
  });

  /** As many later entries of the table, each of which holds all of it twice. */
  const addEntries = (count: number) =>
    sql(
      `insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at)
       select agency_id, response_id, item_id, user_id, minute + make_interval(secs => n), after, after, changed_at + make_interval(secs => n)
         from (select * from answer_revision where agency_id = $1 and item_id = $2 order by changed_at desc limit 1) v, generate_series(1, $3::int) n`,
      [fixture.agencyId, table.id, count],
    );

  test("say who removed them also when the table was changed many times since; not when it was too often to look through", async () => {
    await removeAs(admin, "a");
    await passTime();
    await addEntries(45);
    expect(await listRemovedRows(context, refTo(TOOL), table.id)).toMatchObject([{ row: { id: "a" }, removed: { by: personOf(admin.userId) } }]);
    await passTime();
    await addEntries(300);
    expect(await listRemovedRows(context, refTo(TOOL), table.id)).toMatchObject([{ row: { id: "a" }, removed: null }]);
  });

  test("are refused in words while the tool is complete, to viewers, and where there are none", async () => {
    await removeAs(context, "a");
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    await expect(restoreRemovedRow(viewer, refTo(TOOL), table.id, "a")).rejects.toThrow(/can read this tool/);
    await expect(restoreRemovedRow(context, refTo(TOOL), table.id, "nothing")).rejects.toThrow(NOT_THERE);
    await expect(restoreRemovedRow(context, refTo(TOOL), text, "a")).rejects.toThrow(NOT_THERE);
    const stranger = await createAgencyFixture("Hillside Fire Department");
    const theirs = await teamContext(stranger.admin, stranger.teamId);
    await expect(restoreRemovedRow(theirs, refTo(TOOL), table.id, "a")).rejects.toThrow(NOT_THERE);
    expect(await listRemovedRows({ ...theirs, teamId: fixture.teamId } as TeamContext, refTo(TOOL), table.id)).toEqual([]);
    await completeTool(context, refTo(TOOL));
    await expect(restoreRemovedRow(context, refTo(TOOL), table.id, "a")).rejects.toThrow(/marked complete/);
  });
});

describe("the timeline of a tool", () => {
  async function timeline(more: Partial<Parameters<typeof listToolHistory>[2]> = {}, by = context) {
    const found = await listToolHistory(by, refTo(TOOL), { limit: 50, ...more });
    if (!found) throw new Error("no such tool");
    return found;
  }

  test("is empty before anything happened", async () => {
    expect(await timeline()).toMatchObject({ entries: [], older: null, people: [], state: "OH" });
  });

  test("tells changes of answers and of the tool's status together, newest first", async () => {
    await answer(context, text, "Ours.");
    await passTime();
    await completeTool(admin, refTo(TOOL));
    await passTime();
    await lockTool(admin, refTo(TOOL));
    await passTime();
    await unlockTool(admin, refTo(TOOL));
    await passTime();
    await reopenTool(context, refTo(TOOL));
    await passTime();
    await completeAndLockTool(admin, refTo(TOOL));
    await completeTool(admin, refTo(9));
    await passTime();
    await unlockTool(admin, refTo(TOOL));
    await reopenTool(admin, refTo(TOOL));
    await passTime();
    await answer(admin, other, "More.");
    expect((await timeline()).entries).toMatchObject([
      { kind: "answer", itemId: other, by: personOf(admin.userId), before: null, after: "More." },
      { kind: "status", status: "reopened", by: personOf(admin.userId) },
      { kind: "status", status: "unlocked" },
      { kind: "status", status: "completed-and-locked" },
      { kind: "status", status: "reopened", by: personOf(member.userId) },
      { kind: "status", status: "unlocked", by: personOf(admin.userId) },
      { kind: "status", status: "locked" },
      { kind: "status", status: "completed" },
      { kind: "answer", itemId: text, by: personOf(member.userId) },
    ]);
  });

  test("can be narrowed to a person, to who has left, and to items", async () => {
    const leaver = await addToTeam(fixture, "member");
    await answer(await teamContext(leaver, fixture.teamId, "response:edit"), text, "From someone who left.");
    await removeAgencyMember(await agencyContext(fixture.admin, fixture.agencyId), leaver.userId);
    await answer(context, other, "From us.");
    await completeTool(admin, refTo(TOOL));
    expect((await timeline()).people).toEqual([
      { id: admin.userId, name: "Avery Admin" },
      { id: context.userId, name: "Robin member" },
      { id: FORMER_MEMBERS, name: "A former member" },
    ]);
    expect((await timeline({ person: context.userId })).entries).toMatchObject([{ itemId: other }]);
    expect((await timeline({ person: FORMER_MEMBERS })).entries).toMatchObject([{ itemId: text }]);
    expect((await timeline({ person: admin.userId })).entries).toMatchObject([{ status: "completed" }]);
    expect((await timeline({ itemIds: [text] })).entries).toMatchObject([{ itemId: text }]);
    expect((await timeline({ person: "nobody" })).entries).toEqual([]);
  });

  test("comes in pages without gaps or repeats, also while somebody goes on writing", async () => {
    for (let round = 0; round < 4; round++) {
      await updateAnswersAsServer(round % 2 ? admin : context, refTo(TOOL), Object.fromEntries(texts.slice(0, 3).map((id) => [id, `Round ${round}`])));
      await completeTool(admin, refTo(TOOL));
      await reopenTool(admin, refTo(TOOL));
      await passTime();
    }
    const writer = await Client.open(context, TOOL);
    await save(writer.answer(text, "Begun"));
    const all = (await timeline()).entries.map((entry) => `${entry.kind} ${entry.kind === "answer" ? `${entry.itemId} ${entry.key.minute}` : entry.at}`);
    expect(all).toHaveLength(21);
    for (const limit of [1, 2, 5]) {
      const seen: string[] = [];
      let before: string | null = "";
      while (before !== null) {
        const page = await timeline({ before, limit });
        seen.push(...page.entries.map((entry) => `${entry.kind} ${entry.kind === "answer" ? `${entry.itemId} ${entry.key.minute}` : entry.at}`));
        before = page.older;
        await save(writer.answer(text, `Begun and going on ${limit} ${seen.length}`));
      }
      expect(new Set(seen).size, `pages of ${limit}`).toBe(seen.length);
      expect(seen.slice(0, all.length).slice(1), `pages of ${limit}`).toEqual(all.slice(1));
    }
  });

  test("shows the newest page for a cursor that is none", async () => {
    await answer(context, text, "Ours.");
    for (const before of ["nonsense", "a~2026-02-30T00:00:00.000000Z~x~00000000-0000-0000-0000-000000000000", "s~~~", "a~'; drop table"]) {
      expect((await timeline({ before })).entries).toHaveLength(1);
      expect((await listItemHistory(context, refTo(TOOL), text, { before }))?.revisions).toHaveLength(1);
    }
  });

  test("shows another team of the agency nothing of ours", async () => {
    await answer(context, text, "Ours.");
    const stranger = await createAgencyFixture("Hillside Fire Department");
    const theirs = await teamContext(stranger.admin, stranger.teamId);
    expect((await timeline({}, theirs)).entries).toEqual([]);
  });
});
