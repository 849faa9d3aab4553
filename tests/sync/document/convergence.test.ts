import fc from "fast-check";
import { expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { findShapeProblem, readAnswer, readAnswers, writeAnswer } from "@/lib/sync/document/document";
import { addRow, moveRow, readRemovedRows, readRows, removeRow, restoreRow, setCell } from "@/lib/sync/document/table-rows";
import { createEditor, createEditors, type Editor, exchange } from "./editors";
import { CHOICE, DATE, ITEMS, RATING, STATUS, TABLE, TEXT } from "./sample-items";

// Any edits by any editors, delivered late, twice and in any order: everybody ends with the same answers.

type Edit = (editor: Editor) => void;

const word = fc.string({ maxLength: 6, unit: "grapheme" });

function insertWord(text: string, at: number, insert: string): string {
  const characters = [...text];
  characters.splice(at % (characters.length + 1), at % 3, insert);
  return characters.join("");
}

/** The row a number points at, among all that were ever added. */
function rowAt({ doc }: Editor, at: number): string | undefined {
  const rows = [...readRows(doc, TABLE), ...readRemovedRows(doc, TABLE)];
  return rows.length ? rows[at % rows.length]?.id : undefined;
}

let rowCount = 0;
const onRow = (at: number, edit: (editor: Editor, rowId: string) => void): Edit => (editor) => {
  const rowId = rowAt(editor, at);
  if (rowId !== undefined) edit(editor, rowId);
};

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(99), word).map(
    ([at, text]): Edit =>
      ({ doc }) => writeAnswer(doc, TEXT, insertWord(readAnswer(doc, TEXT) ?? "", at, text)),
  ),
  fc.constantFrom("2026-01-01", "2026-12-31", null).map((date): Edit => ({ doc }) => writeAnswer(doc, DATE, date)),
  fc.constantFrom("yes", "no", null).map((status): Edit => ({ doc }) => writeAnswer(doc, STATUS, status as never)),
  fc.constantFrom(1, 5, "dk", null).map((rating): Edit => ({ doc }) => writeAnswer(doc, RATING, rating as never)),
  fc.tuple(fc.constantFrom("weekly", "other"), word).map(
    ([option, other]): Edit =>
      ({ doc }) => writeAnswer(doc, CHOICE, option === "other" ? { option, other } : { option }),
  ),
  fc.tuple(fc.nat(20), word).map(
    ([index, name]): Edit =>
      ({ doc }) => addRow(doc, TABLE, { id: `row-${rowCount++}`, index, cells: { name } }),
  ),
  fc.nat(20).map((at) => onRow(at, ({ doc }, rowId) => removeRow(doc, TABLE, rowId))),
  fc.nat(20).map((at) => onRow(at, ({ doc }, rowId) => restoreRow(doc, TABLE, rowId))),
  fc.tuple(fc.nat(20), fc.nat(20)).map(([at, to]) => onRow(at, ({ doc }, rowId) => moveRow(doc, TABLE, rowId, to))),
  fc.tuple(fc.nat(20), word).map(([at, name]) => onRow(at, ({ doc }, rowId) => setCell(doc, TABLE, rowId, "name", name))),
);

const EDITORS = 3;
const history = fc.array(
  fc.record({ by: fc.nat(EDITORS - 1), edit: edits, meets: fc.option(fc.nat(EDITORS - 1), { freq: 4 }) }),
  { minLength: 1, maxLength: 40 },
);

test("editors converge whatever they do and however it is delivered", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat(1_000)), (steps, chance) => {
      const editors = createEditors(EDITORS);
      const start = encodeStateAsUpdate((editors[0] as Editor).doc);
      for (const { by, edit, meets } of steps) {
        const editor = editors[by] as Editor;
        edit(editor);
        // Now and then two are online together.
        if (meets !== null) exchange([editor, editors[meets] as Editor]);
      }

      // A newcomer gets every update late, some twice, in any order.
      const updates = editors.flatMap((editor) => editor.updates);
      const doubled = [...updates, ...updates.filter((_, index) => index % 3 === 0)];
      const shuffled = doubled
        .map((update) => ({ update, order: chance.next().value as number }))
        .sort((a, b) => a.order - b.order);
      const newcomer = createEditor(start);
      for (const { update } of shuffled) applyUpdate(newcomer.doc, update, "other");
      exchange(editors);

      const [expected, ...others] = [...editors, newcomer].map(({ doc }) => ({
        answers: readAnswers(doc, ITEMS),
        removed: readRemovedRows(doc, TABLE),
      }));
      for (const other of others) expect(other).toEqual(expected);
      expect(newcomer.doc.store.pendingStructs).toBeNull();
      // Every row ever added is still there, seen or removed.
      const added = newcomer.doc.getMap(TABLE.id).size;
      expect((expected?.answers[TABLE.id] as unknown[] | undefined ?? []).length + (expected?.removed.length ?? 0)).toBe(added);
      for (const item of ITEMS) expect(findShapeProblem(newcomer.doc, item)).toBeNull();
    }),
    { numRuns: 300 },
  );
});
