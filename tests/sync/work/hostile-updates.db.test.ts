import { beforeEach, describe, expect, test } from "vitest";
import { applyUpdate, type Doc, encodeStateAsUpdate, Map as YMap, Text as YText } from "yjs";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { renameWriters } from "@/lib/sync/document/rename-writers";
import { addRow, appendRows, removeRow, setCell } from "@/lib/sync/document/table-rows";
import { findStoredDocument } from "@/lib/responses/response-document";
import { getResponseView, getUpdatesSince } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { workOnDocument } from "@/lib/sync/work/document-pool";
import { chargeProcessorTime, secondsUntilAffordable } from "@/lib/sync/work/processor-budget";
import type { TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../../support/database";
import * as hostile from "../../support/hostile-updates";
import { addToTeam, createAgencyFixture, teamContext } from "../../support/people";
import { Client, storedDigests } from "../../support/responses";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;
const table = items.find((item) => item.kind === "table") as TableItem;
const column = table.columns.find(({ kind }) => kind === "text")?.id as string;
const rating = toolItems(getTool(9)).find((item) => item.kind === "rating")?.id as string;

let lead: TeamContext;
let partner: TeamContext;

beforeEach(async () => {
  const fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  partner = await teamContext(await addToTeam(fixture, "partner", [TOOL, 9]), fixture.teamId);
});

async function saved(context: TeamContext, update: Uint8Array): Promise<number> {
  const result = await saveUpdate(context, refTo(TOOL), update);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.seq;
}

async function refused(context: TeamContext, update: Uint8Array, toolRef = TOOL) {
  const before = await storedDigests();
  const result = await saveUpdate(context, refTo(toolRef), update);
  expect(await storedDigests()).toEqual(before);
  if (result.ok) throw new Error("it was saved");
  return result.refusal;
}

async function sizeOf({ teamId }: TeamContext): Promise<number> {
  const [row] = await query<{ size_bytes: string }>(process.env.DATABASE_OWNER_URL as string, "select size_bytes from response where team_id = $1", [teamId]);
  return Number(row?.size_bytes);
}

describe("an update that no page of ours writes is refused and changes nothing", () => {
  test.each<[string, Uint8Array, number?]>([
    ["letters put into a run, each far from what it was put behind", hostile.lettersIntoARun(text, 2_000)],
    ["the same, behind the run's first letter", hostile.lettersIntoARun(text, 2_000, { before: "first" })],
    ["few of them", hostile.lettersIntoARun(text, 3)],
    ["many", hostile.lettersIntoARun(text, 6_000)],
    ["one writer's letters that all claim to be the first", hostile.lettersAtOnePlace(text, 2_000)],
    ["two such letters", hostile.lettersAtOnePlace(text, 2)],
    ["a rating made over and over, each as if it were the first", hostile.valueOverAndOver(rating, 500), 9],
    ["gaps of made-up writers", hostile.gapsOfMadeUpWriters(28_000)],
    ["one gap of one made-up writer", hostile.gapsOfMadeUpWriters(1)],
    ["a gap as long as numbers go", hostile.gapsOfMadeUpWriters(1, { length: 2 ** 53 - 1 })],
    ["rows within cells within rows", hostile.nestedTypes(table.id, 50)],
    ["a thousand of them", hostile.nestedTypes(table.id, 1_000)],
    ["a type beside the items", hostile.textBesideTheItems(text)],
    ["deletions of what was never there", hostile.deletionsOfNothing(9_000)],
    ["more writers than ever lie unsent on a device", hostile.gapsOfMadeUpWriters(65)],
    ["a count of writers that is not there", new Uint8Array([255, 255, 255, 127, 1, 1])],
    ["a count of changes that is not there", new Uint8Array([1, 255, 255, 255, 127, 1, 0])],
  ])("%s", async (_what, update, toolRef) => {
    const { reason } = await refused(partner, update, toolRef);
    expect(["malformed", "unknown-item", "behind", "invalid-answer"]).toContain(reason);
  });

  test.each(Object.entries(hostile.NO_VALUES))("%s in place of a rating", async (_what, content) => {
    const { reason } = await refused(partner, hostile.valueOf(rating, content()), 9);
    expect(["malformed", "invalid-answer"]).toContain(reason);
  });

  test("also when each of its parts comes by itself", async () => {
    expect(await saved(partner, hostile.lettersAtOnePlace(text, 1))).toBe(1);
    expect((await refused(partner, hostile.lettersAtOnePlace(text, 1, { clock: 1 }))).reason).toBe("malformed");
  });
});

describe("a writer belongs to whoever used it first", () => {
  test.each(["as a gap", "as deleted text"])("nobody uses up a colleague's numbers %s", async (how) => {
    const colleague = await Client.open(lead, TOOL);
    await saved(lead, colleague.answer(text, "One."));
    const used = hostile.usedUp(colleague.doc.clientID, 4, 50, how === "as a gap" ? undefined : text);
    await refused(partner, used);
    expect(await saved(lead, colleague.answer(text, "One. Written offline."))).toBe(2);
    expect((await getResponseView(lead, refTo(TOOL))).answers[text]).toBe("One. Written offline.");
  });

  test("nor goes on with words of their own where a colleague's end", async () => {
    const colleague = await Client.open(lead, TOOL);
    await saved(lead, colleague.answer(text, "One."));
    const thief = await Client.open(partner, TOOL);
    thief.doc.clientID = colleague.doc.clientID;
    expect(await refused(partner, thief.answer(text, "One. Stolen."))).toMatchObject({ reason: "apart" });
  });

  test("nor writes under a writer that is in the document from before writers had owners", async () => {
    const old = await Client.open(lead, TOOL);
    await saved(lead, old.answer(text, "Old."));
    await forgetWriters();
    const refusal = await refused(lead, old.answer(text, "Old. New."));
    expect(refusal).toMatchObject({ reason: "apart", writers: [{ writer: old.doc.clientID, clock: 4 }] });
  });

  test("two people's first use of one at the same moment is one's", async () => {
    const [mine, theirs] = await Promise.all([Client.open(lead, TOOL), Client.open(partner, TOOL)]);
    theirs.doc.clientID = mine.doc.clientID;
    const results = await Promise.all([
      saveUpdate(lead, refTo(TOOL), mine.answer(text, "Mine.")),
      saveUpdate(partner, refTo(TOOL), theirs.answer(text, "Theirs.")),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("and what is refused for it is saved under another, where it belongs", async () => {
    const [mine, theirs] = await Promise.all([Client.open(lead, TOOL), Client.open(partner, TOOL)]);
    theirs.doc.clientID = mine.doc.clientID;
    await saved(lead, mine.answer(text, "Mine."));
    const update = theirs.answer(text, "Theirs.");
    const { writers = [] } = await refused(partner, update);
    const renamed = renameWriters(update, new Map(writers.map(({ writer, clock }) => [writer, { clock, to: 77 }])));
    await saved(partner, renamed);
    const { answers } = await getResponseView(lead, refTo(TOOL));
    expect([...String(answers[text])].sort()).toEqual([..."Mine.Theirs."].sort());
  });
});

describe("what is known is decided by content, not by number", () => {
  test("other words under the same numbers are answered, not acknowledged", async () => {
    const [one, other] = await Promise.all([Client.open(lead, TOOL), Client.open(lead, TOOL)]);
    other.doc.clientID = one.doc.clientID;
    await saved(lead, one.answer(text, "Same length A"));
    const refusal = await refused(lead, other.answer(text, "Same length B"));
    expect(refusal).toMatchObject({ reason: "apart", writers: [{ writer: one.doc.clientID, clock: 0 }] });
  });

  test("the same words sent again are acknowledged, also when somebody has deleted or split them since", async () => {
    const [mine, theirs] = [await Client.open(lead, TOOL), await Client.open(partner, TOOL)];
    const update = mine.answer(text, "Abcdef");
    await saved(lead, update);
    applyUpdate(theirs.doc, update);
    await saved(partner, theirs.answer(text, "Abc, def"));
    expect(await saved(lead, update)).toBe(0);
    await saved(partner, theirs.answer(text, null));
    expect(await saved(lead, update)).toBe(0);
  });
});

test("growth that no answer shows comes to an end long before the response is full, and others go on", async () => {
  const client = await Client.open(partner, TOOL);
  let refusal: Awaited<ReturnType<typeof saveUpdate>> | undefined;
  for (let round = 0; round < 12 && refusal === undefined; round++) {
    const update = client.edit((doc) => {
      for (let index = 0; index < 1_000; index++) {
        const at = index % 7;
        doc.getText(text).insert(Math.min(at, doc.getText(text).length), "x");
        doc.getText(text).insert(0, "y");
        doc.getText(text).delete(Math.min(at + 1, doc.getText(text).length - 1), 1);
      }
      doc.getText(text).delete(0, doc.getText(text).length);
    });
    const result = await saveUpdate(partner, refTo(TOOL), update);
    if (!result.ok) refusal = result;
  }
  expect(refusal).toMatchObject({ ok: false, refusal: { reason: "too-many" } });
  expect(await sizeOf(lead)).toBeLessThan(1_000_000);
  await saved(lead, (await Client.open(lead, TOOL)).answer(text, "Still here."));
});

describe("what nobody sees comes to an end long before the response is full, and others go on:", () => {
  const choice = toolItems(getTool(TOOL)).find((item) => item.kind === "choice" && item.otherOptionId !== undefined)?.id as string;
  const words = "x".repeat(200_000);

  test.each<[string, (doc: Doc, round: number) => void]>([
    ["rows that are removed as soon as they come", (doc, round) => {
      addRow(doc, table, { id: `row-${round}`, cells: { [column]: words } });
      removeRow(doc, table, `row-${round}`);
    }],
    ["removed rows with nothing in them", (doc, round) => {
      const ids = Array.from({ length: 1_000 }, (_, index) => `row-${round}-${index}`);
      appendRows(doc, table, ids);
      for (const id of ids) removeRow(doc, table, id);
    }],
    ["rows of spaces", (doc, round) => {
      for (let row = 0; row < 10; row++) addRow(doc, table, { id: `row-${round}-${row}`, cells: { [column]: " ".repeat(20_000) } });
    }],
    ["words with “Other” that is not chosen", (doc) => doc.getText(`${choice}:other`).insert(0, words)],
  ])("%s", async (_what, write) => {
    const client = await Client.open(partner, TOOL);
    let refusal: Awaited<ReturnType<typeof saveUpdate>> | undefined;
    for (let round = 0; round < 9 && refusal === undefined; round++) {
      const result = await saveUpdate(partner, refTo(TOOL), client.edit((doc) => write(doc, round)));
      if (!result.ok) refusal = result;
    }
    expect(refusal).toMatchObject({ ok: false, refusal: { reason: "too-many" } });
    expect(await sizeOf(lead)).toBeLessThan(1_000_000);
    await saved(lead, (await Client.open(lead, TOOL)).answer(text, "Still here."));
  });
});

test("spaces typed by hand are taken, at the beginning of a text, behind words and in a cell", async () => {
  const client = await Client.open(partner, TOOL);
  await saved(partner, client.edit((doc) => addRow(doc, table, { id: "row", cells: {} })));
  for (let typed = 0; typed < 60; typed++) {
    await saved(partner, client.edit((doc) => doc.getText(text).insert(0, " ")));
    await saved(partner, client.edit((doc) => setCell(doc, table, "row", column, " ".repeat(typed + 1))));
  }
  await saved(partner, client.edit((doc) => doc.getText(text).insert(60, "Words.\n\n")));
});

test("letters by ever new writers that claim to have seen nothing of a long text come to an end soon", async () => {
  const client = await Client.open(partner, TOOL);
  for (let round = 0; round < 5; round++) {
    await saved(partner, client.edit((doc) => {
      for (let index = 0; index < 3_000; index++) doc.getText(text).insert(0, "x");
    }));
  }
  const outcomes: string[] = [];
  for (let writer = 1; writer <= 25; writer++) {
    const result = await saveUpdate(partner, refTo(TOOL), hostile.lettersAtOnePlace(text, 1, { writer }));
    outcomes.push(result.ok ? "saved" : result.refusal.reason);
  }
  expect(outcomes.indexOf("too-many")).toBeGreaterThan(0);
  await saved(lead, (await Client.open(lead, TOOL)).answer(text, "Still here."));
});

test("an hour's work offline beside a teammate's in the same text is taken", async () => {
  const [mine, theirs] = [await Client.open(lead, TOOL), await Client.open(partner, TOOL)];
  const scribble = (client: Client, letter: string) => client.edit((doc) => {
    const shared = doc.getText(text);
    for (let index = 0; index < 400; index++) {
      shared.insert((index * 37) % (shared.length + 1), letter.repeat(3));
      if (index % 3 === 0) shared.delete((index * 11) % (shared.length - 1), 1);
    }
  });
  const [first, second] = [scribble(mine, "a"), scribble(theirs, "b")];
  await saved(lead, first);
  await saved(partner, second);
});

test("who uses very much processor time waits, alone", async () => {
  chargeProcessorTime(partner.userId, 60_000);
  expect(secondsUntilAffordable(partner.userId)).toBeGreaterThan(60);
  const client = await Client.open(partner, TOOL);
  expect(await refused(partner, client.answer(text, "Mine."))).toMatchObject({ reason: "too-many" });
  await saved(lead, (await Client.open(lead, TOOL)).answer(text, "Ours."));
});

test("a large document is worked on beside the requests, with the same result", async () => {
  const client = await Client.open(lead, TOOL);
  const texts = items.filter((item) => item.kind === "text").slice(0, 6);
  for (const { id } of texts) await saved(lead, client.answer(id, `${id} `.repeat(2_000).slice(0, 19_000)));
  await saved(lead, client.answer(text, "Short."));
  const stored = await findStoredDocument(lead, refTo(TOOL));
  expect((stored?.snapshot.byteLength ?? 0) + (stored?.tail ?? []).reduce((sum, part) => sum + part.byteLength, 0)).toBeGreaterThan(64 * 1024);
  const { answers, seq } = await getResponseView(lead, refTo(TOOL));
  const doc = createDocument(items);
  applyUpdate(doc, (await getUpdatesSince(lead, refTo(TOOL), 0)).update);
  expect([answers, seq]).toEqual([readAnswers(doc, items), 7]);
});

test("work that does not end is given up at its deadline, and the next is done", async () => {
  // As if it had been stored before such updates were refused.
  const endless = { items, parts: { snapshot: hostile.lettersIntoARun(text, 30_000), tail: [] } };
  await expect(workOnDocument(lead, "readDocument", endless)).rejects.toThrow("took too long");
  const doc = createDocument(items);
  doc.getText(text).insert(0, "x".repeat(70_000));
  const parts = { snapshot: encodeStateAsUpdate(doc), tail: [] };
  expect((await workOnDocument(lead, "readDocument", { items, parts })).answers[text]).toHaveLength(70_000);
});

describe("a row or a cell that stands is never deleted, so that what is written in it elsewhere has a place to go", () => {
  const rowOf = (client: Client) => client.doc.getMap(table.id).get("row") as YMap<unknown>;
  const newRow = () => new YMap<unknown>([["position", "a1"], [column, new YText("mine")]]);

  test.each<[string, (client: Client, doc: Doc) => void]>([
    ["the row", (_client, doc) => doc.getMap(table.id).delete("row")],
    ["another row in its place", (_client, doc) => doc.getMap(table.id).set("row", newRow())],
    ["the cell", (client) => rowOf(client).delete(column)],
    ["another cell in its place", (client) => rowOf(client).set(column, new YText("mine"))],
    ["words in the cell's place", (client) => rowOf(client).set(column, "mine")],
  ])("%s", async (_what, change) => {
    const colleague = await Client.open(lead, TOOL);
    await saved(lead, colleague.edit((doc) => addRow(doc, table, { id: "row", cells: { [column]: "Seen." } })));
    const offline = colleague.edit((doc) => setCell(doc, table, "row", column, "Seen. Written offline."));
    const client = await Client.open(partner, TOOL);
    const { reason } = await refused(partner, client.edit((doc) => change(client, doc)));
    expect(["malformed", "invalid-answer"]).toContain(reason);
    await saved(lead, offline);
    expect((await getResponseView(lead, refTo(TOOL))).answers[table.id]).toEqual([{ id: "row", cells: { [column]: "Seen. Written offline." } }]);
  });

  test("nor by somebody who claims not to have seen it", async () => {
    const late = await Client.open(partner, TOOL);
    late.doc.clientID = 0xffff_ffff;
    await saved(lead, (await Client.open(lead, TOOL)).edit((doc) => addRow(doc, table, { id: "same", cells: { [column]: "first" } })));
    await refused(partner, late.edit((doc) => addRow(doc, table, { id: "same", cells: { [column]: "second" } })));
  });
});

async function forgetWriters(): Promise<void> {
  await query(process.env.DATABASE_OWNER_URL as string, "delete from response_writer");
}
