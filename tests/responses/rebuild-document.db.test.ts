import { beforeEach, expect, test } from "vitest";
import { applyUpdate } from "yjs";
import { getTool, refTo, TOOL_NUMBERS, type ToolNumber } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { editionOf } from "@/lib/sync/edition";
import { addRow, removeRow } from "@/lib/sync/document/table-rows";
import { listRemovedRows } from "@/lib/history/history-restore";
import { responseKeyOf } from "@/lib/responses/kept-documents";
import { oneAtATime } from "@/lib/responses/one-at-a-time";
import { rebuildDocument } from "@/lib/responses/rebuild-document";
import { getResponseView, getUpdatesSince } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { completeTool, lockTool } from "@/lib/responses/tool-status";
import type { TableItem } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import { createAgencyFixture, teamContext } from "../support/people";
import { Client, storedRows } from "../support/responses";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;
const table = items.find((item) => item.kind === "table") as TableItem;

let context: TeamContext;

beforeEach(async () => {
  const { admin, teamId } = await createAgencyFixture();
  context = await teamContext(admin, teamId, "response:rebuild");
});

async function saved(update: Uint8Array, edition = 0): Promise<number> {
  const result = await saveUpdate(context, refTo(TOOL), update, { edition });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.seq;
}

/** A text that was rewritten so often that little of the document is its answers. */
async function fillWithLeftovers(client: Client): Promise<void> {
  const shared = client.doc.getText(text);
  for (let round = 0; round < 4; round++) {
    await saved(
      client.edit(() => {
        for (let index = 0; index < 400; index++) {
          shared.insert(Math.min(index % 5, shared.length), "word ");
          shared.delete(0, 2);
        }
      }),
    );
  }
}

test("a document built anew has the same answers, history and removed rows, and little else", async () => {
  const client = await Client.open(context, TOOL);
  await fillWithLeftovers(client);
  await saved(client.answer(text, "What we agreed."));
  await saved(client.edit((doc) => addRow(doc, table, { id: "kept", cells: { [table.columns[0]?.id as string]: "Ada" } })));
  await saved(client.edit((doc) => addRow(doc, table, { id: "gone", cells: { [table.columns[0]?.id as string]: "Grace" } })));
  await saved(client.edit((doc) => removeRow(doc, table, "gone")));
  const [before, rows] = [await getResponseView(context, refTo(TOOL)), await storedRows()];

  const { bytesBefore, bytesAfter } = await rebuildDocument(context, refTo(TOOL));
  expect(bytesAfter).toBeLessThan(bytesBefore / 10);
  const after = await getResponseView(context, refTo(TOOL));
  expect(after.answers).toEqual(before.answers);
  expect(editionOf(after.seq)).toBe(1);
  const { answers, revisions } = await storedRows();
  expect([answers, revisions]).toEqual([rows.answers, rows.revisions]);
  expect((await listRemovedRows(context, refTo(TOOL), table.id)).map(({ row }) => row.id)).toEqual(["gone"]);
});

test("a tool that is full of removed rows has room again: they go where they take much of it, and the history keeps them", async () => {
  const client = await Client.open(context, TOOL);
  await saved(client.answer(text, "What we agreed."));
  const cells = { [table.columns.find(({ kind }) => kind === "text")?.id as string]: "x".repeat(19_000) };
  for (let round = 0; round < 6; round++) {
    const ids = Array.from({ length: 13 }, (_, index) => `row-${round}-${index}`);
    await saved(client.edit((doc) => ids.forEach((id) => addRow(doc, table, { id, cells }))));
    await saved(client.edit((doc) => ids.forEach((id) => removeRow(doc, table, id))));
  }
  const { answers } = await getResponseView(context, refTo(TOOL));
  const { revisions } = await storedRows();
  const { bytesBefore, bytesAfter } = await rebuildDocument(context, refTo(TOOL));
  expect(bytesBefore).toBeGreaterThan(1_300_000);
  expect(bytesAfter).toBeLessThan(10_000);
  expect((await getResponseView(context, refTo(TOOL))).answers).toEqual(answers);
  expect((await storedRows()).revisions).toEqual(revisions);
});

test("whoever asks from before it gets all of the new document, and from then on what is new", async () => {
  const client = await Client.open(context, TOOL);
  const seq = await saved(client.answer(text, "One."));
  await rebuildDocument(context, refTo(TOOL));
  const whole = await getUpdatesSince(context, refTo(TOOL), seq);
  const doc = createDocument(items);
  applyUpdate(doc, whole.update);
  expect(readAnswers(doc, items)).toEqual({ [text]: "One." });
  const newer = await Client.open(context, TOOL);
  expect(await saved(newer.answer(text, "One. Two."), 1)).toBe(whole.seq + 1);
  applyUpdate(doc, (await getUpdatesSince(context, refTo(TOOL), whole.seq)).update);
  expect(readAnswers(doc, items)).toEqual({ [text]: "One. Two." });
});

test("a change made to the document before is answered as such, and not merged into the new one", async () => {
  const client = await Client.open(context, TOOL);
  await saved(client.answer(text, "One."));
  await rebuildDocument(context, refTo(TOOL));
  const result = await saveUpdate(context, refTo(TOOL), client.answer(text, "One. Late."));
  expect(result).toMatchObject({ ok: false, refusal: { reason: "rebuilt" } });
  expect((await getResponseView(context, refTo(TOOL))).answers).toEqual({ [text]: "One." });
});

/** A text of another tool. */
function anotherText(): [ToolNumber, string] {
  const texts = TOOL_NUMBERS.filter((number) => number !== TOOL).flatMap((number) =>
    toolItems(getTool(number)).flatMap(({ kind, id }): [ToolNumber, string][] => (kind === "text" ? [[number, id]] : [])),
  );
  return texts[0] as [ToolNumber, string];
}

test("it waits in one line with the saves of this process", async () => {
  await saved((await Client.open(context, TOOL)).answer(text, "One."));
  const [another, elsewhere] = anotherText();
  expect(await saveUpdate(context, refTo(another), (await Client.open(context, another)).answer(elsewhere, "One."))).toMatchObject({ ok: true });
  const edition = async (tool: ToolNumber) => editionOf((await getResponseView(context, refTo(tool))).seq);
  let rebuilding: Promise<unknown> = Promise.resolve();
  await oneAtATime(responseKeyOf(context, refTo(TOOL)), async () => {
    rebuilding = rebuildDocument(context, refTo(TOOL));
    // Those that began later are done before it begins.
    for (let count = 0; count < 3; count++) await rebuildDocument(context, refTo(another));
    expect([await edition(TOOL), await edition(another)]).toEqual([0, 3]);
  });
  await rebuilding;
  expect(await edition(TOOL)).toBe(1);
});

test("it can be done again, and to a complete tool, but not to a locked or an untouched one", async () => {
  await expect(rebuildDocument(context, refTo(TOOL))).rejects.toThrow("Nothing was saved");
  await saved((await Client.open(context, TOOL)).answer(text, "One."));
  await rebuildDocument(context, refTo(TOOL));
  await completeTool(context, refTo(TOOL));
  await rebuildDocument(context, refTo(TOOL));
  expect(editionOf((await getResponseView(context, refTo(TOOL))).seq)).toBe(2);
  await lockTool(context, refTo(TOOL));
  await expect(rebuildDocument(context, refTo(TOOL))).rejects.toThrow("locked");
});
