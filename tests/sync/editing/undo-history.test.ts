import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, type Doc, encodeStateAsUpdate, UndoManager } from "yjs";
import { readAnswer, writeAnswer } from "@/lib/sync/document/document";
import type { DocumentItem } from "@/lib/sync/document/document-item";
import { LocalDocument } from "@/lib/sync/browser/local-document";
import { appendRows, readRows, removeBlankRows, restoreRow, setCell } from "@/lib/sync/document/table-rows";
import { applyChange } from "@/lib/sync/document/text-diff";
import { UndoHistory } from "@/lib/sync/editing/undo-history";
import { createEditor } from "../document/editors";
import { CHOICE, ITEM_INDEX, TABLE, TEXT } from "../document/sample-items";

/** A person at their own screen, whose undo is ours. Changes travel when `meet` is called. */
function openPerson(state?: Uint8Array) {
  const { doc } = createEditor(state);
  const edit = (change: (doc: Doc) => void) => doc.transact(() => change(doc), "here");
  const history = new UndoHistory(() => doc, {
    removeBlankRows: (_tableId, rowIds) => edit(() => removeBlankRows(doc, TABLE, rowIds)),
    restoreRow: (_tableId, rowId) => edit(() => restoreRow(doc, TABLE, rowId)),
  });
  return {
    doc,
    history,
    edit,
    read: () => readAnswer(doc, TEXT) ?? "",
    rows: () => readRows(doc, TABLE).map(({ cells }) => cells),
    /** Types it as a step of its own. */
    writes(text: string) {
      history.follow(TEXT.id);
      history.separate(TEXT.id);
      edit(() => writeAnswer(doc, TEXT, text));
    },
    writesCell(rowId: string, text: string) {
      const place = `${TABLE.id}-${rowId}-name`;
      history.follow(place);
      history.separate(place);
      edit(() => setCell(doc, TABLE, rowId, "name", text));
    },
    pastes(cells: readonly (readonly [rowId: string, columnId: string, value: string])[], added: readonly string[] = []) {
      edit(() => appendRows(doc, TABLE, added));
      history.paste({
        tableId: TABLE.id,
        rowIds: added,
        fill: () => cells.forEach(([rowId, columnId, value]) => edit(() => setCell(doc, TABLE, rowId, columnId, value))),
        onUndone: () => undefined,
      });
    },
  };
}

type Person = ReturnType<typeof openPerson>;

function meet(...people: readonly Person[]): void {
  for (const to of people) {
    for (const from of people) if (from !== to) applyUpdate(to.doc, encodeStateAsUpdate(from.doc), "server");
  }
}

function openTwo(text: string, item: DocumentItem = TEXT): [Person, Person] {
  const first = createEditor();
  writeAnswer(first.doc, item, text as never);
  const state = encodeStateAsUpdate(first.doc);
  return [openPerson(state), openPerson(state)];
}

describe("undo in a text that teammates write too", () => {
  test("takes back one's own last change, keeps theirs, adds nothing; redo brings it back", () => {
    const [dana, marcus] = openTwo("We meet on Mondays.");
    dana.writes("We all meet on Mondays.");
    meet(dana, marcus);
    marcus.writes("We all meet on Mondays. Bring coffee.");
    meet(dana, marcus);
    expect(dana.history.undo(TEXT.id)).toBe(true);
    expect(dana.read()).toBe("We meet on Mondays. Bring coffee.");
    expect(dana.history.redo(TEXT.id)).toBe(true);
    meet(dana, marcus);
    expect(dana.read()).toBe("We all meet on Mondays. Bring coffee.");
    expect(marcus.read()).toBe(dana.read());
  });

  test("does nothing when there is nothing of one's own", () => {
    const [dana, marcus] = openTwo("Before.");
    marcus.writes("Before. Theirs.");
    meet(dana, marcus);
    dana.history.follow(TEXT.id);
    expect(dana.history.undo(TEXT.id)).toBe(false);
    expect(dana.read()).toBe("Before. Theirs.");
  });

  test("brings back everything after a mistaken select-all, with what a teammate wrote in it meanwhile", () => {
    const [dana, marcus] = openTwo("One. Two. Three.");
    dana.writes("x");
    marcus.writes("One. Two and a half. Three.");
    meet(dana, marcus);
    dana.history.undo(TEXT.id);
    meet(dana, marcus);
    expect(dana.read()).toBe("One. Two and a half. Three.");
    expect(marcus.read()).toBe(dana.read());
  });

  test("works in a cell of a table and in the words of “Other”", () => {
    const [dana] = openTwo("");
    dana.edit((doc) => appendRows(doc, TABLE, ["row1"]));
    dana.writesCell("row1", "Ada");
    dana.history.undo(`${TABLE.id}-row1-name`);
    expect(dana.rows()).toEqual([{}]);
    const other = `${CHOICE.id}-other`;
    dana.history.follow(other);
    dana.edit((doc) => writeAnswer(doc, CHOICE, { option: "other", other: "yearly" }));
    dana.history.undo(other);
    expect(readAnswer(dana.doc, CHOICE)).toEqual({ option: "other" });
  });

  test("of one text leaves the other texts alone", () => {
    const [dana] = openTwo("");
    dana.edit((doc) => appendRows(doc, TABLE, ["row1"]));
    dana.writes("A text.");
    dana.writesCell("row1", "Ada");
    dana.history.undo(TEXT.id);
    expect(dana.read()).toBe("");
    expect(dana.rows()).toEqual([{ name: "Ada" }]);
  });

  test("starts over with the document, when what was refused is given up", () => {
    const first = createEditor();
    const second = createEditor();
    let doc = first.doc;
    const history = new UndoHistory(() => doc, { removeBlankRows: () => undefined, restoreRow: () => undefined });
    history.follow(TEXT.id);
    first.doc.transact(() => writeAnswer(first.doc, TEXT, "Refused"), "here");
    doc = second.doc;
    first.doc.destroy();
    expect(history.undo(TEXT.id)).toBe(false);
    history.follow(TEXT.id);
    second.doc.transact(() => writeAnswer(second.doc, TEXT, "Anew"), "here");
    expect(history.undo(TEXT.id)).toBe(true);
    expect(readAnswer(second.doc, TEXT)).toBeNull();
  });

  test("remembers a hundred steps and no more", () => {
    const [dana] = openTwo("");
    for (let step = 1; step <= 120; step++) dana.writes("x".repeat(step));
    while (dana.history.undo(TEXT.id));
    expect(dana.read()).toBe("x".repeat(20));
  });

  const letter = (whose: string) => fc.string({ maxLength: 4, unit: fc.constantFrom(...whose) });
  const step = fc.oneof(
    fc.record({ kind: fc.constant("mine" as const), at: fc.nat(20), remove: fc.nat(4), insert: letter("abc") }),
    fc.record({ kind: fc.constant("theirs" as const), at: fc.nat(20), remove: fc.nat(2), insert: letter("XYZ") }),
    fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const, "meet" as const) }),
  );

  test("whatever two people do, both see the same, and nobody's undo takes or doubles the other's letters", () => {
    const count = (text: string, letters: RegExp) => (text.match(letters) ?? []).length;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const [dana, marcus] = openTwo("");
        for (const each of steps) {
          if (each.kind === "meet") meet(dana, marcus);
          else if ("insert" in each) {
            const person = each.kind === "mine" ? dana : marcus;
            const text = person.read();
            person.writes(applyChange(text, { ...each, index: Math.min(each.at, text.length) }));
          } else {
            // Deleted by me, another's letters may come back; none may go, and none may stand there twice.
            const theirs = count(dana.read(), /[XYZ]/g);
            dana.history[each.kind](TEXT.id);
            if (each.kind === "undo") expect(count(dana.read(), /[XYZ]/g)).toBeGreaterThanOrEqual(theirs);
          }
        }
        meet(dana, marcus);
        expect(marcus.read()).toBe(dana.read());
      }),
    );
  });

  test("all the steps back lead to what the teammate alone would have written, and forward again to both", () => {
    const mine = fc.record({ at: fc.nat(20), insert: letter("abc") });
    const theirs = fc.record({ at: fc.nat(20), insert: letter("XYZ") });
    fc.assert(
      fc.property(fc.array(mine, { maxLength: 6 }), fc.array(theirs, { maxLength: 6 }), (own, foreign) => {
        const [dana, marcus] = openTwo("123456");
        for (const { at, insert } of own) {
          const text = dana.read();
          dana.writes(applyChange(text, { index: Math.min(at, text.length), remove: 2, insert }));
        }
        for (const { at, insert } of foreign) {
          const text = marcus.read();
          marcus.writes(applyChange(text, { index: Math.min(at, text.length), remove: 0, insert }));
        }
        const alone = marcus.read();
        meet(dana, marcus);
        const both = dana.read();
        while (dana.history.undo(TEXT.id));
        const letters = (text: string) => [...text].sort().join("");
        expect(letters(dana.read())).toBe(letters(alone));
        while (dana.history.redo(TEXT.id));
        expect(letters(dana.read())).toBe(letters(both));
        meet(dana, marcus);
        expect(marcus.read()).toBe(dana.read());
      }),
    );
  });
});

describe("undo of what was pasted over cells", () => {
  test("takes all of it back at once: old words return, added rows go; redo does it again", () => {
    const [dana, marcus] = openTwo("");
    dana.edit((doc) => appendRows(doc, TABLE, ["row1"]));
    dana.edit((doc) => setCell(doc, TABLE, "row1", "name", "Ada"));
    dana.edit((doc) => setCell(doc, TABLE, "row1", "due", "2026-01-01"));
    dana.pastes(
      [["row1", "name", "Grace"], ["row1", "due", "2026-02-02"], ["row2", "name", "Edith"], ["row2", "due", "2026-03-03"]],
      ["row2"],
    );
    const pasted = [{ name: "Grace", due: "2026-02-02" }, { name: "Edith", due: "2026-03-03" }];
    expect(dana.rows()).toEqual(pasted);
    expect(dana.history.undo(`${TABLE.id}-row1-name`)).toBe(true);
    expect(dana.rows()).toEqual([{ name: "Ada", due: "2026-01-01" }]);
    expect(dana.history.redo(`${TABLE.id}-row1-name`)).toBe(true);
    expect(dana.rows()).toEqual(pasted);
    meet(dana, marcus);
    expect(marcus.rows()).toEqual(pasted);
  });

  test("keeps what a teammate wrote there meanwhile, and the row they wrote it in", () => {
    const [dana, marcus] = openTwo("");
    dana.edit((doc) => appendRows(doc, TABLE, ["row1"]));
    dana.pastes([["row1", "name", "Grace"], ["row2", "name", "Edith"], ["row3", "name", "Alan"], ["row1", "due", "2026-02-02"]], ["row2", "row3"]);
    meet(dana, marcus);
    marcus.writesCell("row2", "Edith and Mary");
    marcus.edit((doc) => setCell(doc, TABLE, "row1", "due", "2026-09-09"));
    meet(dana, marcus);
    dana.history.undoPaste(TABLE.id);
    meet(dana, marcus);
    expect(dana.rows()).toEqual([{ due: "2026-09-09" }, { name: " and Mary" }]);
    expect(marcus.rows()).toEqual(dana.rows());
  });

  test("comes after what was typed in the cell since", () => {
    const [dana] = openTwo("");
    const place = `${TABLE.id}-row1-name`;
    dana.edit((doc) => appendRows(doc, TABLE, ["row1"]));
    dana.writesCell("row1", "Before");
    dana.pastes([["row1", "name", "Pasted"]]);
    dana.writesCell("row1", "Pasted, typed");
    const seen = [1, 2, 3].map(() => {
      dana.history.undo(place);
      return dana.rows()[0]?.name;
    });
    expect(seen).toEqual(["Pasted", "Before", undefined]);
    const again = [1, 2, 3].map(() => {
      dana.history.redo(place);
      return dana.rows()[0]?.name;
    });
    expect(again).toEqual(["Before", "Pasted", "Pasted, typed"]);
    dana.history.undo(place);
    dana.history.undo(place);
    dana.writesCell("row1", "Something new");
    expect(dana.history.redo(place)).toBe(false);
  });
});

test("what undo does is sent like what is typed", () => {
  const sent: Uint8Array[] = [];
  const document = new LocalDocument({
    items: ITEM_INDEX,
    getInitialState: () => new Uint8Array(),
    onChange: () => undefined,
    onEdit: (update) => void sent.push(update),
  });
  const history = new UndoHistory(() => document.open(), { removeBlankRows: () => undefined, restoreRow: () => undefined });
  history.follow(TEXT.id);
  document.edit((doc) => writeAnswer(doc, TEXT, "A mistake"));
  history.undo(TEXT.id);
  const server = createEditor();
  for (const update of sent) applyUpdate(server.doc, update);
  expect(sent).toHaveLength(2);
  expect(readAnswer(server.doc, TEXT)).toBeNull();
});

test("undo sends nothing that typing doesn't: plain letters, dates and deletions in the places that were there", () => {
  const [dana] = openTwo("");
  dana.edit((doc) => appendRows(doc, TABLE, ["row1"]));
  dana.pastes([["row1", "name", "Grace"], ["row1", "due", "2026-02-02"], ["row2", "name", "Edith"]], ["row2"]);
  dana.writes("One. Two.");
  dana.writes("One.");
  const kinds = new Set<string>();
  dana.doc.on("afterTransaction", ({ origin, beforeState, afterState, doc }) => {
    if (!(origin instanceof UndoManager)) return;
    const from = beforeState.get(doc.clientID) ?? 0;
    for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
      if (struct.id.clock >= from && struct.id.clock < (afterState.get(doc.clientID) ?? 0)) {
        kinds.add("content" in struct ? (struct.content as object).constructor.name : "GC");
      }
    }
  });
  for (const direction of ["undo", "redo", "undo"] as const) {
    dana.history[direction](TEXT.id);
    dana.history[direction](`${TABLE.id}-row1-name`);
  }
  expect([...kinds].sort()).toEqual(["ContentAny", "ContentString"]);
});
