import { describe, expect, test } from "vitest";
import { applyUpdate, type Doc, Map as YMap, Text as YText } from "yjs";
import { createDocument, findChanges, findShapeProblem, readAnswer, readAnswers, writeAnswer } from "@/lib/sync/document/document";
import { toDocumentItem } from "@/lib/sync/document/document-item";
import { addRow, appendRows, moveRow, readRemovedRows, readRows, removeRow, restoreRow, setCell } from "@/lib/sync/document/table-rows";
import { TOOLS } from "@/tests/support/tools";
import { exampleAnswer } from "@/lib/domain/item/item-schemas";
import { toolItems } from "@/lib/domain/tool/items";
import { createEditors, exchange, type Editor } from "./editors";
import { CHOICE, DATE, ITEM_INDEX, ITEMS, RATING, STATUS, TABLE, TEXT } from "./sample-items";

const answersOf = ({ doc }: Editor) => readAnswers(doc, ITEMS);
const names = (doc: Doc) => readRows(doc, TABLE).map((row) => row.cells.name);

function two(prepare?: (doc: Doc) => void): [Editor, Editor] {
  return createEditors(2, prepare) as [Editor, Editor];
}

/** Both see the same; what it is. */
function merged([a, b]: readonly [Editor, Editor]) {
  exchange([a, b]);
  expect(answersOf(a)).toEqual(answersOf(b));
  return answersOf(a);
}

describe("an answer", () => {
  test.each(TOOLS.flatMap((tool) => toolItems(tool)).map((item) => [item.id, item] as const))(
    "to %s reads back as it was written, and clears",
    (_id, item) => {
      const doc = createDocument([toDocumentItem(item)]);
      const answer = exampleAnswer(item);
      writeAnswer(doc, item, answer as never);
      expect(readAnswer(doc, toDocumentItem(item))).toEqual(answer);
      expect(findShapeProblem(doc, item)).toBeNull();
      writeAnswer(doc, item, null);
      expect(readAnswer(doc, item)).toBeNull();
    },
  );

  test("given by choice keeps its own words for when “Other” is chosen again", () => {
    const doc = createDocument(ITEMS);
    writeAnswer(doc, CHOICE, { option: "other", other: "every full moon" });
    writeAnswer(doc, CHOICE, { option: "weekly" });
    expect(readAnswer(doc, CHOICE)).toEqual({ option: "weekly" });
    writeAnswer(doc, CHOICE, { option: "other" });
    expect(readAnswer(doc, CHOICE)).toEqual({ option: "other", other: "every full moon" });
  });

  test("written again as it is changes nothing", () => {
    const [a] = two();
    for (let round = 0; round < 2; round++) {
      writeAnswer(a.doc, TEXT, "words");
      writeAnswer(a.doc, RATING, 3);
      writeAnswer(a.doc, TABLE, [{ id: "r1", cells: { name: "Ada", due: "2026-01-02" } }]);
      if (round === 0) a.updates.length = 0;
    }
    expect(a.updates).toEqual([]);
  });
});

describe("two people", () => {
  test("who start the same empty text at once both keep their words", () => {
    const [a, b] = two();
    writeAnswer(a.doc, TEXT, "From here.");
    writeAnswer(b.doc, TEXT, "From there.");
    const text = merged([a, b])[TEXT.id] as string;
    expect(text).toContain("From here.");
    expect(text).toContain("From there.");
  });

  test("in the same sentence both keep their words", () => {
    const [a, b] = two((doc) => writeAnswer(doc, TEXT, "We meet on Mondays."));
    writeAnswer(a.doc, TEXT, "We all meet on Mondays.");
    writeAnswer(b.doc, TEXT, "We meet on Mondays at noon.");
    expect(merged([a, b])[TEXT.id]).toBe("We all meet on Mondays at noon.");
  });

  test("who type an emoji beside the same emoji split none of them", () => {
    const [a, b] = two((doc) => writeAnswer(doc, TEXT, "😀"));
    writeAnswer(a.doc, TEXT, "😁");
    writeAnswer(b.doc, TEXT, "😀😃");
    expect(merged([a, b])[TEXT.id]).not.toMatch(/\uFFFD|\p{Surrogate}/u);
  });

  test.each([
    ["date", DATE, "2026-03-01", "2026-04-01"],
    ["status", STATUS, "yes", "no"],
    ["rating", RATING, 2, "dk-unclear"],
    ["choice", CHOICE, { option: "weekly" }, { option: "monthly" }],
  ] as const)("who set the same %s end with one of the two", (_kind, item, one, other) => {
    const [a, b] = two();
    writeAnswer(a.doc, item, one as never);
    writeAnswer(b.doc, item, other as never);
    expect([one, other]).toContainEqual(merged([a, b])[item.id]);
  });

  test("who give words with “Other” at once both keep them", () => {
    const [a, b] = two((doc) => writeAnswer(doc, CHOICE, { option: "other", other: "twice" }));
    writeAnswer(a.doc, CHOICE, { option: "other", other: "about twice" });
    writeAnswer(b.doc, CHOICE, { option: "other", other: "twice a year" });
    expect(merged([a, b])[CHOICE.id]).toEqual({ option: "other", other: "about twice a year" });
  });
});

const THREE = (doc: Doc) =>
  writeAnswer(
    doc,
    TABLE,
    ["one", "two", "three"].map((name) => ({ id: name, cells: { name } })),
  );

describe("a table of two people", () => {
  test("keeps rows both add at the end", () => {
    const [a, b] = two(THREE);
    addRow(a.doc, TABLE, { id: "mine", cells: { name: "mine" } });
    addRow(b.doc, TABLE, { id: "yours", cells: { name: "yours" } });
    merged([a, b]);
    expect(names(a.doc)).toEqual(["one", "two", "three", "mine", "yours"]);
  });

  test("takes a row between two that share their place", () => {
    const [a, b] = two(THREE);
    addRow(a.doc, TABLE, { id: "mine", cells: { name: "mine" } });
    addRow(b.doc, TABLE, { id: "yours", cells: { name: "yours" } });
    exchange([a, b]);
    addRow(a.doc, TABLE, { id: "between", index: 4, cells: { name: "between" } });
    moveRow(b.doc, TABLE, "one", 4);
    exchange([a, b]);
    expect(names(a.doc)).toEqual(names(b.doc));
    expect(names(a.doc).slice(-3)).toEqual(expect.arrayContaining(["between", "yours"]));
  });

  test("keeps a row one moves and the other edits", () => {
    const [a, b] = two(THREE);
    moveRow(a.doc, TABLE, "three", 0);
    setCell(b.doc, TABLE, "three", "name", "third");
    merged([a, b]);
    expect(names(a.doc)).toEqual(["third", "one", "two"]);
  });

  test("has a row once that both move", () => {
    const [a, b] = two(THREE);
    moveRow(a.doc, TABLE, "one", 2);
    moveRow(b.doc, TABLE, "one", 1);
    merged([a, b]);
    expect([...names(a.doc)].sort()).toEqual(["one", "three", "two"]);
  });

  test("keeps both edits of one cell, from the first letter on", () => {
    const [a, b] = two((doc) => addRow(doc, TABLE, { id: "new" }));
    setCell(a.doc, TABLE, "new", "name", "Health ");
    setCell(b.doc, TABLE, "new", "name", "Fire ");
    merged([a, b]);
    expect(names(a.doc)[0]).toContain("Health ");
    expect(names(a.doc)[0]).toContain("Fire ");
  });

  test("gives back a removed row with what the other wrote in it meanwhile", () => {
    const [a, b] = two(THREE);
    removeRow(a.doc, TABLE, "two");
    setCell(b.doc, TABLE, "two", "name", "two, and more");
    merged([a, b]);
    expect(names(a.doc)).toEqual(["one", "three"]);
    expect(readRemovedRows(a.doc, TABLE)).toEqual([{ id: "two", cells: { name: "two, and more" } }]);
    restoreRow(b.doc, TABLE, "two");
    merged([a, b]);
    expect(names(a.doc)).toEqual(["one", "two, and more", "three"]);
  });

  test.each([
    ["that leave no room behind them", ["z".repeat(500), "z".repeat(500)]],
    ["that leave no room between them", [`a0${"0".repeat(497)}1`, `a0${"0".repeat(497)}2`]],
    ["with letters of other scripts", ["a0\u00e9", "a0\u00ea", "a\u0416"]],
    ["that no page gives", ["a0!", "a0 ", "Zz "]],
  ])("takes rows at every place among rows that somebody gave positions %s", (_what, positions) => {
    const doc = createDocument(ITEMS);
    positions.forEach((position, index) => {
      addRow(doc, TABLE, { id: `row ${index}`, cells: { name: `Given ${index}` } });
      (doc.getMap(TABLE.id).get(`row ${index}`) as YMap<unknown>).set("position", position);
    });
    for (let index = positions.length; index >= 0; index--) {
      const wanted = names(doc).toSpliced(index, 0, `New ${index}`);
      addRow(doc, TABLE, { id: `new ${index}`, index, cells: { name: `New ${index}` } });
      expect(names(doc)).toEqual(wanted);
    }
    moveRow(doc, TABLE, "new 0", 2);
    appendRows(doc, TABLE, ["last", "very last"]);
    expect(readRows(doc, TABLE).slice(-2).map(({ id }) => id)).toEqual(["last", "very last"]);
    expect(findShapeProblem(doc, TABLE)).toBeNull();
  });

  test("places every row where it was put, however often", () => {
    const [a] = two();
    const expected: string[] = [];
    for (let turn = 0; turn < 200; turn++) {
      const index = (turn * 7) % (expected.length + 1);
      addRow(a.doc, TABLE, { id: `r${turn}`, index, cells: { name: `r${turn}` } });
      expected.splice(index, 0, `r${turn}`);
    }
    expect(names(a.doc)).toEqual(expected);
  });
});

describe("what an update touched", () => {
  function changesOf(edit: (doc: Doc) => void, prepare?: (doc: Doc) => void) {
    const [a, b] = two(prepare);
    let found: ReturnType<typeof findChanges> | undefined;
    b.doc.on("update", (_update, _origin, _doc, transaction) => {
      found = findChanges(transaction, ITEM_INDEX);
    });
    a.doc.transact(() => edit(a.doc));
    for (const update of a.updates) applyUpdate(b.doc, update);
    return { itemIds: [...(found?.itemIds ?? [])].sort(), unknown: [...(found?.unknownNames ?? [])] };
  }

  test("names the items, cells and words with “Other” included", () => {
    const prepare = (doc: Doc) => {
      THREE(doc);
      writeAnswer(doc, CHOICE, { option: "other", other: "a" });
    };
    expect(changesOf((doc) => setCell(doc, TABLE, "two", "name", "2"), prepare).itemIds).toEqual([TABLE.id]);
    expect(changesOf((doc) => writeAnswer(doc, CHOICE, { option: "other", other: "ab" }), prepare).itemIds).toEqual([CHOICE.id]);
    expect(changesOf((doc) => removeRow(doc, TABLE, "two"), prepare)).toEqual({ itemIds: [TABLE.id], unknown: [] });
    const all = changesOf((doc) => {
      writeAnswer(doc, TEXT, "t");
      writeAnswer(doc, RATING, 1);
      addRow(doc, TABLE, { id: "x" });
    });
    expect(all).toEqual({ itemIds: [TABLE.id, RATING.id, TEXT.id].sort(), unknown: [] });
  });

  test.each<[string, (doc: Doc) => void]>([
    ["a text nobody asked for", (doc) => doc.getText("elsewhere").insert(0, "x")],
    ["a list", (doc) => doc.getArray("elsewhere").push([1])],
    ["a value of no item", (doc) => doc.getMap("values").set("elsewhere", 1)],
    ["a value of a text item", (doc) => doc.getMap("values").set(TEXT.id, "x")],
    ["words given with an item that has no “Other”", (doc) => doc.getText(`${RATING.id}:other`).insert(0, "x")],
  ])("names %s as unknown", (_what, edit) => {
    const { itemIds, unknown } = changesOf(edit);
    expect(itemIds).toEqual([]);
    expect(unknown).toHaveLength(1);
  });
});

describe("a shape we never write", () => {
  const row = (entries: Record<string, unknown>) => new YMap(Object.entries(entries));
  test.each<[string, (doc: Doc) => void]>([
    ["an embedded object in a text", (doc) => doc.getText(TEXT.id).insertEmbed(0, { image: "x" })],
    ["bold text", (doc) => doc.getText(TEXT.id).insert(0, "x", { bold: true })],
    ["a row that is no map", (doc) => doc.getMap(TABLE.id).set("r", "text")],
    ["a row without a position", (doc) => doc.getMap(TABLE.id).set("r", row({}))],
    ["a position nothing can follow", (doc) => doc.getMap(TABLE.id).set("r", row({ position: "?" }))],
    ["a column the table lacks", (doc) => doc.getMap(TABLE.id).set("r", row({ position: "a0", extra: "x" }))],
    ["a text cell that is a plain string", (doc) => doc.getMap(TABLE.id).set("r", row({ position: "a0", name: "x" }))],
    ["a date cell that is a shared text", (doc) => doc.getMap(TABLE.id).set("r", row({ position: "a0", due: new YText("x") }))],
    ["a mark that is not a mark", (doc) => doc.getMap(TABLE.id).set("r", row({ position: "a0", removed: "yes" }))],
  ])("is found: %s", (_what, edit) => {
    const doc = createDocument(ITEMS);
    edit(doc);
    expect(ITEMS.map((item) => findShapeProblem(doc, item)).filter(Boolean)).toHaveLength(1);
    expect(() => readAnswers(doc, ITEMS)).not.toThrow();
  });
});
