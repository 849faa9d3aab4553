import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { applyUpdate } from "yjs";
import { getTool, keyOf, numberOf, refTo, TOOLS } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createDocument, readAnswers } from "@/lib/sync/document/document";
import { findStoredDocument } from "@/lib/responses/response-document";
import { getResponseView, getUpdatesSince, listTeamProgress, updateAnswersAsServer } from "@/lib/responses/responses";
import { saveUpdate } from "@/lib/responses/save-update";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { completeTool, listToolReviews, reopenTool, reviewTool } from "@/lib/responses/tool-status";
import { personOf } from "@/lib/domain/people/person";
import type { Answer, Answers } from "@/lib/domain/answer/answers";
import type { Item } from "@/lib/domain/tool/definition";
import { countProgress, isAnswered } from "@/lib/domain/item/item-readers";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { itemsById, toolItems } from "@/lib/domain/tool/items";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";
import { Client } from "../support/responses";

const TOOL = 8;
const items = toolItems(getTool(TOOL));
const text = items.find((item) => item.kind === "text")?.id as string;

let fixture: AgencyFixture;
let context: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
});

const examplesOf = (toolRef: number): Answers =>
  Object.fromEntries(toolItems(getTool(toolRef)).map((item) => [item.id, exampleAnswer(item)]));

async function save(update: Uint8Array, toolRef = TOOL): Promise<void> {
  expect(await saveUpdate(context, refTo(toolRef), update)).toMatchObject({ ok: true });
}

async function storedDocument(toolRef = TOOL) {
  const stored = await findStoredDocument(context, refTo(toolRef));
  if (!stored) throw new Error("nothing stored");
  return stored;
}

const answered = (answers: Answers): Answers =>
  Object.fromEntries(items.flatMap((item) => (isAnswered(item, answers[item.id] ?? null) ? [[item.id, answers[item.id] as Answer]] : [])));

describe("a response", () => {
  test("nobody began is empty, and reading it makes none", async () => {
    expect(await getResponseView(context, refTo(TOOL))).toMatchObject({ status: "not-started", answers: {}, seq: 0, completed: null, lastChange: null });
    expect((await getTeamAnswers(context)).tools.size).toBe(0);
  });

  test.each(TOOLS.map((tool) => [tool.number]))("to Tool %i takes an answer to every item and gives them back", async (number) => {
    const examples = examplesOf(number);
    const result = await updateAnswersAsServer(context, refTo(number), examples);
    expect(result.ok).toBe(true);
    const view = await getResponseView(context, refTo(number));
    expect(view.answers).toEqual(examples);
    expect((await getTeamAnswers(context)).answers).toEqual(examples);
    const progress = (await listTeamProgress(context)).find((tool) => numberOf(tool.toolRef) === number)?.progress;
    expect(progress).toEqual(countProgress(toolItems(getTool(number)), examples));
    const doc = createDocument(itemsById(getTool(number)).values());
    applyUpdate(doc, Buffer.from(view.documentState, "base64"));
    expect(readAnswers(doc, toolItems(getTool(number)))).toEqual(examples);
  });

  test("written by the server with the same answers again is left alone", async () => {
    await updateAnswersAsServer(context, refTo(TOOL), examplesOf(TOOL));
    expect(await updateAnswersAsServer(context, refTo(TOOL), examplesOf(TOOL))).toEqual({ ok: true, seq: 1 });
    expect(await updateAnswersAsServer(context, refTo(TOOL), { [text]: null })).toEqual({ ok: true, seq: 2 });
    expect((await getResponseView(context, refTo(TOOL))).answers[text]).toBeUndefined();
  });

  test("says who changed it last and who completed it, by the name teammates see", async () => {
    await save((await Client.open(context, TOOL)).answer(text, "Ours."));
    const member = await addToTeam(fixture, "member");
    await completeTool(await teamContext(member, fixture.teamId, "response:complete"), refTo(TOOL));
    await completeTool(context, refTo(TOOL));
    const view = await getResponseView(context, refTo(TOOL));
    expect(view).toMatchObject({ status: "complete", lastChange: { by: personOf(fixture.admin.userId) }, completed: { by: personOf(member.userId) } });
    await reopenTool(context, refTo(TOOL));
    expect(await getResponseView(context, refTo(TOOL))).toMatchObject({ status: "in-progress", completed: null });
  });

  test("can be complete without an answer", async () => {
    await completeTool(context, refTo(7));
    expect((await getResponseView(context, refTo(7))).status).toBe("complete");
  });
});

describe("after many updates", () => {
  test("opening a response reads a bounded number of them, and the document is the same", async () => {
    const client = await Client.open(context, TOOL);
    const longest = { tail: 0, seq: 0 };
    let words = "";
    for (let count = 0; count < 150; count++) {
      words += `${count} `;
      await save(client.answer(text, words));
      if (count % 25 === 0) longest.tail = Math.max(longest.tail, (await storedDocument()).tail.length);
    }
    const stored = await storedDocument();
    expect(stored).toMatchObject({ seq: 150, snapshotSeq: 144 });
    expect(stored.tail).toHaveLength(6);
    expect(longest.tail).toBeLessThan(64);
    expect((await getResponseView(context, refTo(TOOL))).answers).toEqual({ [text]: words });
  }, 60_000);

  test("asking for what is new gives it, from before, within and after the merged part", async () => {
    const client = await Client.open(context, TOOL);
    const states: { seq: number; state: string }[] = [];
    for (let count = 0; count < 70; count++) {
      if (count % 23 === 0) {
        const { seq, documentState } = await getResponseView(context, refTo(TOOL));
        states.push({ seq, state: documentState });
      }
      await save(client.answer(text, `version ${count}`));
    }
    for (const { seq, state } of states) {
      const doc = createDocument(items);
      applyUpdate(doc, Buffer.from(state, "base64"));
      const since = await getUpdatesSince(context, refTo(TOOL), seq);
      applyUpdate(doc, since.update);
      expect(since.seq).toBe(70);
      expect(readAnswers(doc, items)).toEqual({ [text]: "version 69" });
    }
    expect(await getUpdatesSince(context, refTo(TOOL), 70)).toEqual({ seq: 70, update: new Uint8Array() });
    expect(await getUpdatesSince(context, refTo(TOOL), 9_999)).toEqual({ seq: 70, update: new Uint8Array() });
  }, 60_000);
});

test("stored answers and progress equal the document after any edits", async () => {
  const chosen = items.filter((item, index) => item.kind !== "text" || index < 8);
  const change = fc.tuple(fc.constantFrom(...chosen), fc.constantFrom("example", "blank", "spaces", "words"), fc.string({ unit: "grapheme", maxLength: 8 }));
  const answerFor = (item: Item, kind: string, words: string): Answer | null => {
    if (kind === "blank") return null;
    if (item.kind === "text" && kind !== "example") return kind === "spaces" ? "   " : words.replaceAll("\0", "");
    return exampleAnswer(item);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 15 }), async (changes) => {
      const client = await Client.open(context, TOOL);
      for (const [item, kind, words] of changes) {
        const updates: Uint8Array[] = [];
        try {
          updates.push(client.answer(item.id, answerFor(item, kind, words)));
        } catch {
          continue; // it was so already
        }
        for (const update of updates) await save(update);
      }
      const view = await getResponseView(context, refTo(TOOL));
      expect(view.answers).toEqual(readAnswers(client.doc, items));
      expect((await getTeamAnswers(context)).answers).toEqual(answered(view.answers));
      const [progress] = (await listTeamProgress(context)).filter((tool) => numberOf(tool.toolRef) === TOOL);
      expect(progress?.progress).toEqual(countProgress(items, view.answers));
    }),
    { numRuns: 12 },
  );
}, 120_000);

describe("a team's answers", () => {
  test("name who gave each last, and show a partner only the tools they were given", async () => {
    await updateAnswersAsServer(context, refTo(1), examplesOf(1));
    const member = await addToTeam(fixture, "member");
    await updateAnswersAsServer(await teamContext(member, fixture.teamId), refTo(2), examplesOf(2));
    const all = await getTeamAnswers(context);
    expect(Object.keys(all.answers).sort()).toEqual(Object.keys({ ...examplesOf(1), ...examplesOf(2) }).sort());
    const [first] = Object.keys(examplesOf(2));
    expect(all.records[first as string]).toMatchObject({ by: personOf(member.userId), answer: examplesOf(2)[first as string] });
    expect(all.tools.get(keyOf(2))).toMatchObject({ status: "in-progress", lastChange: { by: personOf(member.userId) } });

    const partner = await teamContext(await addToTeam(fixture, "partner", [2]), fixture.teamId);
    expect((await getTeamAnswers(partner)).answers).toEqual(examplesOf(2));
    expect((await getTeamAnswers(partner, [1, 2].map(refTo))).answers).toEqual(examplesOf(2));
    expect((await listTeamProgress(partner)).map((tool) => tool.toolRef)).toEqual([refTo(2)]);
    await expect(getResponseView(partner, refTo(1))).rejects.toThrow(RangeError);
    await expect(getUpdatesSince(partner, refTo(1), 0)).rejects.toThrow(RangeError);
    await expect(updateAnswersAsServer(partner, refTo(1), {})).rejects.toThrow(RangeError);
    await expect(completeTool(partner, refTo(1))).rejects.toThrow("could not find");
    await expect(reopenTool(partner, refTo(1))).rejects.toThrow("could not find");
    await expect(reviewTool(partner, refTo(7), true)).rejects.toThrow("could not find");
  });

  test("are invisible to another agency, whatever team id it names", async () => {
    await updateAnswersAsServer(context, refTo(1), examplesOf(1));
    await completeTool(context, refTo(7));
    const other = await createAgencyFixture("Hillside Fire Department");
    const forged = { ...(await teamContext(other.admin, other.teamId)), teamId: context.teamId } as TeamContext;
    expect(await getTeamAnswers(forged)).toEqual({ answers: {}, records: {}, tools: new Map() });
    expect(await getResponseView(forged, refTo(1))).toMatchObject({ answers: {}, seq: 0 });
    expect((await getUpdatesSince(forged, refTo(1), 0)).seq).toBe(0);
    expect((await listTeamProgress(forged)).every((tool) => tool.status === "not-started")).toBe(true);
    expect(await listToolReviews(forged)).toEqual([]);
    await reopenTool(forged, refTo(7));
    expect((await getResponseView(context, refTo(7))).status).toBe("complete");
  });
});

test("a reference tool is marked as reviewed by each person, once, and can be unmarked", async () => {
  const member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId);
  await reviewTool(context, refTo(7), true);
  await reviewTool(context, refTo(7), true);
  await reviewTool(member, refTo(7), true);
  expect(await listToolReviews(member)).toMatchObject([
    { toolRef: refTo(7), by: personOf(fixture.admin.userId), isMine: false },
    { toolRef: refTo(7), isMine: true },
  ]);
  await reviewTool(member, refTo(7), false);
  expect(await listToolReviews(member)).toHaveLength(1);
  await expect(reviewTool(context, refTo(8), true)).rejects.toThrow("reviewed");
});
