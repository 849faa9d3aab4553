import { beforeEach, describe, expect, test } from "vitest";
import { type Doc, encodeStateAsUpdate, Map as YMap } from "yjs";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { addRow } from "@/lib/sync/document/table-rows";
import { forgetDocuments } from "@/lib/responses/kept-documents";
import { findStoredDocument } from "@/lib/responses/response-document";
import { getResponseView } from "@/lib/responses/responses";
import { MovedOnError, saveUpdate } from "@/lib/responses/save-update";
import type { UpdateRefusal } from "@/lib/responses/update-refusal";
import { completeTool, reopenTool } from "@/lib/responses/tool-status";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import type { TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS, UPDATE_MAX_BYTES } from "@/lib/domain/limits";
import { addToTeam, createAgencyFixture, createPerson, teamContext } from "../support/people";
import { query } from "../support/database";
import { Client, storedRows } from "../support/responses";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;
const table = items.find((item) => item.kind === "table") as TableItem;
const rating = toolItems(getTool(9)).find((item) => item.kind === "rating")?.id as string;

let context: TeamContext;

beforeEach(async () => {
  const { admin, teamId } = await createAgencyFixture();
  context = await teamContext(admin, teamId, "response:edit");
});

async function saved(update: Uint8Array, toolRef = TOOL): Promise<number> {
  const result = await saveUpdate(context, refTo(toolRef), update);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.seq;
}

async function ownRows() {
  const rows = await storedRows();
  const [response] = rows.responses.filter((row) => row.team_id === context.teamId);
  const own = (list: Record<string, unknown>[]) => list.filter((row) => row.response_id === response?.id);
  return { response, updates: own(rows.updates), answers: own(rows.answers), revisions: own(rows.revisions) };
}

describe("a saved update", () => {
  test("is committed when it is acknowledged: another connection sees answer, log and history", async () => {
    const client = await Client.open(context, TOOL);
    expect(await saved(client.answer(text, "Ours."))).toBe(1);
    const { response, updates, answers, revisions } = await ownRows();
    expect(response).toMatchObject({ last_seq: "1", answered_count: 1, last_edited_by: context.userId });
    expect(updates).toMatchObject([{ seq: "1", user_id: context.userId }]);
    expect(answers).toMatchObject([{ item_id: text, value: "Ours.", updated_by: context.userId }]);
    expect(revisions).toMatchObject([{ item_id: text, before: null, after: "Ours.", user_id: context.userId }]);
  });

  test("made for one save alone is not merged with what came since, kept open or not", async () => {
    const client = await Client.open(context, TOOL);
    const update = client.answer(text, "For number 0 alone.");
    await saved((await Client.open(context, TOOL)).answer(text, "Number 1."));
    const before = await storedRows();
    for (const forget of [() => undefined, forgetDocuments]) {
      forget();
      await expect(saveUpdate(context, refTo(TOOL), update, { isOurs: true, onlyAt: 0 })).rejects.toThrow(MovedOnError);
    }
    expect(await storedRows()).toEqual(before);
    const next = (await Client.open(context, TOOL)).answer(text, "Number 2.");
    expect(await saveUpdate(context, refTo(TOOL), next, { isOurs: true, onlyAt: 1 })).toEqual({ ok: true, seq: 2 });
  });

  test("sent again adds nothing and is acknowledged without a number, which could hide what others saved since", async () => {
    const client = await Client.open(context, TOOL);
    const update = client.answer(text, "Once.");
    await saved(update);
    const before = await storedRows();
    expect(await saved(update)).toBe(0);
    expect(await storedRows()).toEqual(before);
  });

  test("sent again is acknowledged even after the tool was marked complete", async () => {
    const client = await Client.open(context, TOOL);
    const update = client.answer(text, "In time.");
    await saved(update);
    await completeTool(context, refTo(TOOL));
    expect(await saved(update)).toBe(0);
  });

  test("that clears an answer removes its row and its count", async () => {
    const client = await Client.open(context, TOOL);
    await saved(client.answer(text, "Here."));
    await saved(client.answer(text, null));
    const { response, answers, revisions } = await ownRows();
    expect(response).toMatchObject({ answered_count: 0, last_seq: "2" });
    expect(answers).toEqual([]);
    expect(revisions).toMatchObject([{ before: null, after: null }]);
  });

  test("of spaces or an empty row is kept in the document but is no answer", async () => {
    const client = await Client.open(context, TOOL);
    await saved(client.answer(text, "  "));
    await saved(client.edit((doc) => addRow(doc, table, { id: "row" })));
    const { answers, revisions } = await ownRows();
    expect([answers, revisions]).toEqual([[], []]);
    expect((await getResponseView(context, refTo(TOOL))).answers).toMatchObject({ [text]: "  ", [table.id]: [{ id: "row" }] });
  });

  test("to an item of ours is not counted as progress through the toolkit's items", async () => {
    const own = toolItems(getTool(7)).find((item) => item.extension) ?? null;
    if (!own) throw new Error("Tool 7 carries notes");
    const client = await Client.open(context, 7);
    await saved(client.answer(own.id, "Read aloud together."), 7);
    expect((await ownRows()).response).toMatchObject({ answered_count: 0 });
  });
});

describe("history", () => {
  test("keeps one row per person, item and minute: the first before, the last after", async () => {
    const client = await Client.open(context, TOOL);
    // A minute may turn over between two saves; then there is one row for each side of it.
    for (const words of ["A", "A b", "A b c"]) await saved(client.answer(text, words));
    const { revisions } = await ownRows();
    expect(revisions[0]).toMatchObject({ before: null });
    expect(revisions.at(-1)).toMatchObject({ after: "A b c" });
    expect(revisions.length).toBeLessThanOrEqual(2);
    expect((await ownRows()).updates).toHaveLength(3);
  });

  test("keeps people apart", async () => {
    const fixture = await createAgencyFixture();
    const [admin, member] = [fixture.admin, await addToTeam(fixture, "member")];
    context = await teamContext(admin, fixture.teamId);
    await saved((await Client.open(context, TOOL)).answer(text, "First."));
    context = await teamContext(member, fixture.teamId);
    await saved((await Client.open(context, TOOL)).answer(text, "First. Second."));
    const { revisions } = await ownRows();
    expect(revisions.find((row) => row.user_id === member.userId)).toMatchObject({ before: "First.", after: "First. Second." });
    expect(revisions.find((row) => row.user_id === admin.userId)).toMatchObject({ before: null, after: "First." });
  });
});

describe("a refused update changes nothing", () => {
  async function expectRefusal(
    update: Uint8Array,
    expected: Partial<UpdateRefusal>,
    by: TeamContext = context,
    toolRef = TOOL,
  ): Promise<UpdateRefusal> {
    const before = await storedRows();
    const result = await saveUpdate(by, refTo(toolRef), update);
    expect(result).toMatchObject({ ok: false, refusal: expected });
    expect(await storedRows()).toEqual(before);
    if (result.ok) throw new Error("it was saved");
    expect(result.refusal.message).toMatch(/\.$/);
    return result.refusal;
  }

  test.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["words", Buffer.from("not an update at all")],
    ["zeros and then a cut", new Uint8Array([1, 255, 255, 255, 255, 15, 0, 0])],
    ["all bits set", new Uint8Array(64).fill(255)],
  ])("when it is %s", async (_what, bytes) => {
    await expectRefusal(bytes, { reason: "malformed", itemId: null });
  });

  test("when it was cut off on the way", async () => {
    const update = (await Client.open(context, TOOL)).answer(text, "A whole sentence.");
    await expectRefusal(update.subarray(0, update.byteLength - 6), { reason: "malformed" });
  });

  test.each<[string, (doc: Doc) => void, Partial<UpdateRefusal>]>([
    ["an answer longer than the limit", (doc) => doc.getText(text).insert(0, "x".repeat(ANSWER_MAX_LENGTH + 1)), { reason: "invalid-answer", itemId: text }],
    ["bold text", (doc) => doc.getText(text).insert(0, "x", { bold: true }), { reason: "invalid-answer", itemId: text }],
    ["a NUL character", (doc) => doc.getText(text).insert(0, "a\0b"), { reason: "invalid-answer", itemId: text }],
    ["a question the tool lacks", (doc) => doc.getText("no-such-item").insert(0, "x"), { reason: "unknown-item" }],
    ["a row of another shape", (doc) => doc.getMap(table.id).set("r", new YMap([["position", "a0"], ["role", "x"]])), { reason: "invalid-answer", itemId: table.id }],
    [
      "more rows than a table holds",
      (doc) => {
        for (let row = 0; row <= TABLE_MAX_ROWS; row++) addRow(doc, { ...table, columns: [] }, { id: `r${row}` });
      },
      { reason: "invalid-answer", itemId: table.id },
    ],
  ])("when it brings %s", async (_what, edit, expected) => {
    const client = await Client.open(context, TOOL);
    await saved(client.answer(items.filter((item) => item.kind === "text")[1]?.id as string, "Before."));
    const refusal = await expectRefusal(client.edit(edit), expected);
    if (expected.itemId === text) expect(refusal.message).toContain(items.find((item) => item.id === text)?.prompt);
  });

  test.each([
    ["a word", "often", "Choose 1 to 5, or D/K."],
    ["6", 6, "Choose 1 to 5, or D/K."],
    // What no page sends is not looked into at all.
    ["an object", { score: 5 }, "This is not an answer it can hold."],
    ["true", true, "This is not an answer it can hold."],
  ])(
    "when it rates with %s",
    async (_what, value, words) => {
      const client = await Client.open(context, 9);
      const update = client.edit((doc) => doc.getMap("values").set(rating, value));
      const refusal = await expectRefusal(update, { reason: "invalid-answer", itemId: rating }, context, 9);
      expect(refusal.message).toContain(words);
    },
  );

  test("when it brings a date that is none", async () => {
    const date = toolItems(getTool(1)).find((item) => item.kind === "date")?.id as string;
    const update = (await Client.open(context, 1)).edit((doc) => doc.getMap("values").set(date, "2026-02-30"));
    await expectRefusal(update, { reason: "invalid-answer", itemId: date }, context, 1);
  });

  test("when it is larger than an update may be", async () => {
    await expectRefusal(new Uint8Array(UPDATE_MAX_BYTES + 1), { reason: "too-large" });
  });

  test("when it builds on one that never arrived, and says what is here", async () => {
    const client = await Client.open(context, TOOL);
    await saved(client.answer(text, "One."));
    client.answer(text, "One. Two.");
    const refusal = await expectRefusal(client.answer(text, "One. Two. Three."), { reason: "behind" });
    expect(refusal.stateVector?.byteLength).toBeGreaterThan(0);
  });

  test("when the tool is marked complete, until it is reopened", async () => {
    const client = await Client.open(context, TOOL);
    await saved(client.answer(text, "One."));
    await completeTool(context, refTo(TOOL));
    const update = client.answer(text, "One. Two.");
    await expectRefusal(update, { reason: "completed", itemId: null });
    await reopenTool(context, refTo(TOOL));
    expect(await saved(update)).toBe(2);
  });

  test("when the person may only read", async () => {
    const fixture = await createAgencyFixture();
    const viewer = await teamContext(await addToTeam(fixture, "viewer"), fixture.teamId);
    const update = (await Client.open(viewer, TOOL)).answer(text, "Mine.");
    await expectRefusal(update, { reason: "forbidden" }, viewer);
  });

  test("when a partner was not given the tool, as if there were none", async () => {
    const fixture = await createAgencyFixture();
    const partner = await teamContext(await addToTeam(fixture, "partner", [1]), fixture.teamId);
    const update = (await Client.open(context, TOOL)).answer(text, "Mine.");
    const foreign = await expectRefusal(update, { reason: "not-found" }, partner);
    const missing = await expectRefusal(update, { reason: "not-found" }, partner, 99);
    expect(foreign).toEqual(missing);
  });

  test("when the team belongs to another agency, even with a context that claims it", async () => {
    const stranger = await createPerson();
    const ours = await createAgencyFixture("Hillside Fire Department");
    const forged = { ...(await teamContext(ours.admin, ours.teamId)), teamId: context.teamId, userId: stranger.userId };
    const before = await storedRows();
    const update = (await Client.open(context, TOOL)).answer(text, "Theirs.");
    await expect(saveUpdate(forged as TeamContext, refTo(TOOL), update)).rejects.toThrow(/foreign key/);
    expect(await storedRows()).toEqual(before);
  });

  test("and once put right, it is saved together with what was refused", async () => {
    const client = await Client.open(context, TOOL);
    const tooMuch = client.answer(text, "x".repeat(ANSWER_MAX_LENGTH + 1));
    await expectRefusal(tooMuch, { reason: "invalid-answer" });
    client.answer(text, "x");
    expect(await saved(encodeStateAsUpdate(client.doc))).toBe(1);
    expect((await ownRows()).answers).toMatchObject([{ value: "x" }]);
  });
});

test("people who save to one response at the same moment all keep their words", async () => {
  const clients = await Promise.all(Array.from({ length: 12 }, () => Client.open(context, TOOL)));
  const seqs = await Promise.all(clients.map((client, index) => saved(client.answer(text, `[${index}]`))));
  expect([...seqs].sort((a, b) => a - b)).toEqual(clients.map((_, index) => index + 1));
  const { answers } = await getResponseView(context, refTo(TOOL));
  for (let index = 0; index < clients.length; index++) expect(answers[text]).toContain(`[${index}]`);
  expect((await ownRows()).answers).toMatchObject([{ value: answers[text] }]);
});

test("a save that another instance's save came in between builds on it", async () => {
  await saved((await Client.open(context, TOOL)).answer(text, "[before]"));
  const [mine, theirs] = await Promise.all([Client.open(context, TOOL), Client.open(context, TOOL)]);
  let waiting: Promise<number> | undefined;
  await withAgencyConnection(context, async (client) => {
    const responseId = (await findStoredDocument(context, refTo(TOOL)))?.responseId;
    await client.query("select from response where agency_id = $1 and id = $2 for update", [context.agencyId, responseId]);
    const update = theirs.answer(text, "[before] [theirs]");
    await client.query("insert into response_update (agency_id, response_id, seq, update, user_id) values ($1, $2, 2, $3, $4)", [
      context.agencyId,
      responseId,
      update,
      context.userId,
    ]);
    await client.query("update response set last_seq = 2 where agency_id = $1 and id = $2", [context.agencyId, responseId]);
    waiting = saved(mine.answer(text, "[mine] [before]"));
    await expect.poll(countWaiting).toBeGreaterThan(0);
  });
  expect(await waiting).toBe(3);
  const { answers } = await getResponseView(context, refTo(TOOL));
  expect(answers[text]).toBe("[mine] [before] [theirs]");
  expect((await ownRows()).answers).toMatchObject([{ value: answers[text] }]);
});

/** How many connections to this test's database wait for somebody's lock. */
async function countWaiting(): Promise<number> {
  const rows = await query<{ pid: number }>(
    process.env.DATABASE_OWNER_URL as string,
    "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows.length;
}
