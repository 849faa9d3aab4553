import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, encodeStateAsUpdate } from "yjs";
import { readAnswer, writeAnswer } from "@/lib/sync/document/document";
import { LocalDocument } from "@/lib/sync/browser/local-document";
import { SharedText, type TextBox } from "@/lib/sync/editing/shared-text";
import { applyChange, crossChanges, diffText, moveIndex } from "@/lib/sync/document/text-diff";
import { UndoHistory } from "@/lib/sync/editing/undo-history";
import { createEditor } from "../document/editors";
import { ITEM_INDEX, TABLE, TEXT } from "../document/sample-items";

/** A text box without a browser: what is typed replaces the selection. */
class TestBox implements TextBox {
  #value: string;
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection: TextBox["selectionDirection"] = "none";

  constructor(value: string) {
    this.#value = value;
  }

  get value(): string {
    return this.#value;
  }

  /** As browsers do it: the caret jumps to the end. */
  set value(value: string) {
    this.#value = value;
    this.setSelectionRange(value.length, value.length, "none");
  }

  setSelectionRange(start: number, end: number, direction: TextBox["selectionDirection"]): void {
    this.selectionStart = start;
    this.selectionEnd = end;
    this.selectionDirection = direction;
  }

  type(words: string): void {
    const caret = this.selectionStart + words.length;
    this.#value = this.#value.slice(0, this.selectionStart) + words + this.#value.slice(this.selectionEnd);
    this.setSelectionRange(caret, caret, "none");
  }

  get selected(): string {
    return this.#value.slice(this.selectionStart, this.selectionEnd);
  }
}

const NO_LIMIT = { maxLength: Number.POSITIVE_INFINITY, onCut: (_letters: number): void => undefined };

/** A page with one text box, and a teammate who edits the same text. */
function openPage(words: string, limit = NO_LIMIT) {
  const teammate = createEditor();
  writeAnswer(teammate.doc, TEXT, words);
  let isUndoing = false;
  const document = new LocalDocument({
    items: ITEM_INDEX,
    getInitialState: () => encodeStateAsUpdate(teammate.doc),
    // A page draws what changed a little later.
    onChange: () => (isUndoing ? undefined : shared.show()),
    onEdit: () => undefined,
  });
  const box = new TestBox(words);
  const read = () => (document.read(TEXT.id) as string | null) ?? "";
  const write = (text: string) => document.edit((doc) => writeAnswer(doc, TEXT, text));
  const shared = new SharedText({ box, shown: words, read, write, hasFocus: () => true, ...limit });
  document.open();
  document.texts.watch(TEXT.id, (changes) => shared.expect(changes));
  return {
    box,
    shared,
    read,
    document,
    type(text: string) {
      box.type(text);
      shared.takeIn();
    },
    undoes(undo: () => void) {
      isUndoing = true;
      undo();
      isUndoing = false;
      shared.follow();
      shared.show();
    },
    /** The teammate's edits arrive as one update. */
    teammateWrites(...versions: string[]) {
      for (const version of versions) writeAnswer(teammate.doc, TEXT, version);
      document.receive(encodeStateAsUpdate(teammate.doc));
    },
    /** What the teammate reads once everything has arrived there. */
    teammateReads(): string | null {
      applyUpdate(teammate.doc, document.encodeMissing(new Uint8Array([0])));
      return readAnswer(teammate.doc, TEXT);
    },
  };
}

describe("a text box that teammates edit too", () => {
  test("the selection stays on the same words, and keeps its direction", () => {
    const { box, teammateWrites } = openPage("We meet on Mondays.");
    box.setSelectionRange(3, 7, "backward");
    teammateWrites("First: We meet on Mondays.");
    expect(box.value).toBe("First: We meet on Mondays.");
    expect(box.selected).toBe("meet");
    expect(box.selectionDirection).toBe("backward");
  });

  test("edits on both sides of the caret, arriving together, leave it where it is", () => {
    const { box, teammateWrites } = openPage("one two three");
    box.setSelectionRange(5, 5, "none");
    teammateWrites("0 one two three", "0 one two three four");
    expect(box.value.slice(0, box.selectionStart)).toBe("0 one t");
  });

  test("words typed at the caret stay together while a teammate types before them", () => {
    const { box, type, teammateWrites, teammateReads } = openPage("Start. End.");
    box.setSelectionRange(6, 6, "none");
    type(" Hel");
    teammateWrites("Start now. End.");
    type("lo.");
    teammateWrites("Start now. End. Really.");
    expect(box.value).toBe("Start now. Hello. End. Really.");
    expect(teammateReads()).toBe(box.value);
  });

  test("deleting the words around the caret leaves it where they were", () => {
    const { box, teammateWrites } = openPage("one big three");
    box.setSelectionRange(5, 6, "none");
    teammateWrites("one three");
    expect([box.selectionStart, box.selectionEnd]).toEqual([4, 4]);
  });

  test("after undo the caret stands behind what came back, and stays with its words again afterwards", () => {
    const { box, document, type, read, teammateWrites, undoes } = openPage("one two 3");
    const undo = new UndoHistory(() => document.open(), { removeBlankRows: () => undefined, restoreRow: () => undefined });
    undo.follow(TEXT.id);
    box.setSelectionRange(4, 8, "none");
    type("");
    box.setSelectionRange(0, 0, "none");
    undoes(() => undo.undo(TEXT.id));
    expect(read()).toBe("one two 3");
    expect(box.value).toBe(read());
    expect(box.selectionStart).toBe(8);
    undoes(() => undefined);
    teammateWrites("zero one two 3");
    expect(box.value.slice(0, box.selectionStart)).toBe("zero one two ");
  });

  test("a box without the focus is brought up to date and not touched further", () => {
    const page = openPage("one");
    const box = new TestBox("one");
    let text = "one";
    const shared = new SharedText({ box, shown: "one", read: () => text, write: () => undefined, hasFocus: () => false, ...NO_LIMIT });
    text = "zero one";
    shared.show();
    expect(box.value).toBe("zero one");
    expect(page.box.value).toBe("one");
  });

  test("words typed before anyone listened are taken in, and join what teammates wrote meanwhile", () => {
    const { box, shared, read, teammateWrites } = openPage("We meet.");
    box.setSelectionRange(8, 8, "none");
    box.type(" Often.");
    teammateWrites("Yes: We meet.");
    shared.show();
    expect(read()).toBe("Yes: We meet. Often.");
    expect(box.value).toBe(read());
  });
});

describe("while an input method composes", () => {
  test("the box is left alone, and shows the teammate's words afterwards", () => {
    const { box, shared, type, read, teammateWrites } = openPage("abc");
    box.setSelectionRange(3, 3, "none");
    shared.startComposing();
    type("か");
    teammateWrites("0abc", "0a1bc");
    expect(box.value).toBe("abcか");
    box.setSelectionRange(3, 4, "none");
    type("漢字");
    expect(box.value).toBe("abc漢字");
    shared.endComposing();
    expect(box.value).toBe("0a1bc漢字");
    expect(read()).toBe(box.value);
    expect(box.selectionStart).toBe(7);
  });

  test("a word that is never finished is finished when the box is left", () => {
    const { box, shared, type, read, teammateWrites } = openPage("abc");
    box.setSelectionRange(3, 3, "none");
    shared.startComposing();
    type("か");
    teammateWrites("0abc");
    expect(box.value).toBe("abcか");
    // What the box does on "blur": no "compositionend" has come.
    shared.endComposing();
    expect(box.value).toBe("0abcか");
    teammateWrites("0abc, and more");
    expect(box.value).toBe(read());
  });

  const words = fc.string({ maxLength: 6, unit: fc.constantFrom("a", "b", " ", "か", "é") });
  const step = fc.record({ isMine: fc.boolean(), at: fc.nat(20), remove: fc.nat(3), words });

  test("whatever both sides do, both see the same in the end", () => {
    fc.assert(
      fc.property(words, fc.array(step, { maxLength: 12 }), fc.array(fc.boolean(), { maxLength: 12 }), (start, steps, composing) => {
        const { box, shared, type, read, teammateWrites, teammateReads } = openPage(start);
        let theirs = start;
        steps.forEach(({ isMine, at, remove, words: typed }, index) => {
          if (composing[index]) shared.startComposing();
          if (isMine) {
            const from = Math.min(at, box.value.length);
            box.setSelectionRange(from, Math.min(from + remove, box.value.length), "none");
            type(typed);
          } else {
            const from = Math.min(at, theirs.length);
            theirs = theirs.slice(0, from) + typed + theirs.slice(from + remove);
            teammateWrites(theirs);
          }
          if (composing[index] === false) shared.endComposing();
        });
        shared.endComposing();
        expect(box.value).toBe(read());
        expect(teammateReads() ?? "").toBe(read());
      }),
    );
  });
});

describe("a text with no more room", () => {
  function openFull(words: string, maxLength: number) {
    const cuts: number[] = [];
    return { ...openPage(words, { ...NO_LIMIT, maxLength, onCut: (letters) => void cuts.push(letters) }), cuts };
  }

  test("keeps what fits of a paste, and says how much was left out", () => {
    const { box, type, read, cuts } = openFull("Start. End.", 15);
    box.setSelectionRange(6, 6, "none");
    type(" Pasted");
    expect(read()).toBe("Start. Pas End.");
    expect(box.value).toBe(read());
    expect(box.selectionStart).toBe(10);
    expect(cuts).toEqual([3]);
  });

  test("is never cut inside a character", () => {
    const { box, type, read, cuts } = openFull("ab", 4);
    box.setSelectionRange(2, 2, "none");
    type("c😀");
    expect(read()).toBe("abc");
    expect(cuts).toEqual([2]);
  });

  test("that teammates made too long together stays, and can be shortened", () => {
    const { box, type, read, cuts, teammateWrites } = openFull("abc", 5);
    teammateWrites("abcdefgh");
    box.setSelectionRange(0, 1, "none");
    type("");
    expect(read()).toBe("bcdefgh");
    type("xy");
    expect(read()).toBe("bcdefgh");
    expect(cuts).toEqual([2]);
  });

  test("leaves a word that is being composed alone until it is done", () => {
    const { box, shared, type, read, cuts } = openFull("abcd", 5);
    box.setSelectionRange(4, 4, "none");
    shared.startComposing();
    type("かな");
    expect(box.value).toBe("abcdかな");
    shared.endComposing();
    expect(box.value).toBe("abcdか");
    expect(read()).toBe("abcdか");
    expect(cuts).toEqual([1]);
  });
});

describe("changes of one text", () => {
  const text = fc.string({ maxLength: 12, unit: fc.constantFrom("a", "b", "c", "😀") });

  test("two at once read the same in either order, and keep what both inserted", () => {
    fc.assert(
      fc.property(text, text, text, (base, one, other) => {
        const [mine, theirs] = [diffText(base, one), diffText(base, other)];
        if (!mine || !theirs) return;
        const crossed = crossChanges({ mine, theirs });
        const merged = applyChange(one, crossed.theirs);
        expect(applyChange(other, crossed.mine)).toBe(merged);
        expect(merged).toContain(mine.insert);
        expect(merged).toContain(theirs.insert);
      }),
    );
  });

  test("a caret outside the change stays between the same characters", () => {
    fc.assert(
      fc.property(text, text, fc.nat(12), (before, after, place) => {
        const change = diffText(before, after);
        const caret = Math.min(place, before.length);
        if (!change) return;
        const moved = moveIndex(caret, change);
        if (caret <= change.index) expect(after.slice(0, moved)).toBe(before.slice(0, caret));
        else if (caret >= change.index + change.remove) expect(after.slice(moved)).toBe(before.slice(caret));
        else expect(moved).toBeLessThanOrEqual(change.index + change.insert.length);
      }),
    );
  });
});

test("a table's cells and the words of “Other” are followed by the place their boxes have", () => {
  const document = new LocalDocument({
    items: ITEM_INDEX,
    getInitialState: () => new Uint8Array(),
    onChange: () => undefined,
    onEdit: () => undefined,
  });
  document.open();
  const teammate = createEditor();
  writeAnswer(teammate.doc, TABLE, [{ id: "row1", cells: { name: "Ada" } }]);
  document.receive(encodeStateAsUpdate(teammate.doc));
  const told: unknown[] = [];
  document.texts.watch("partners-row1-name", (changes) => told.push(...changes));
  writeAnswer(teammate.doc, TABLE, [{ id: "row1", cells: { name: "Ada L." } }]);
  document.receive(encodeStateAsUpdate(teammate.doc));
  expect(told).toEqual([{ index: 3, remove: 0, insert: " L." }]);
});

/** A `<textarea>`, which gives every line break back as "\n" (HTML, "API value"). */
class RealBox extends TestBox {
  override get value(): string {
    return super.value;
  }

  override set value(value: string) {
    super.value = value.replace(/\r\n?/g, "\n");
  }
}

describe("a text whose line breaks a box does not give back as they are", () => {
  /** As the page opens it: the box shows the text in its own form; nobody has typed. */
  function openBox(words: string) {
    let text = words;
    const written: string[] = [];
    const box = new RealBox("");
    box.value = words;
    const shared = new SharedText({
      box,
      shown: words,
      read: () => text,
      write: (next) => {
        written.push(next);
        text = next;
        shared.show();
      },
      hasFocus: () => true,
      ...NO_LIMIT,
    });
    return {
      box,
      shared,
      written,
      type(words: string, at: number, until = at) {
        box.setSelectionRange(at, until, "none");
        box.type(words);
        shared.takeIn();
      },
      teammateWrites(next: string) {
        text = next;
        shared.show();
      },
      read: () => text,
    };
  }

  const ODD = ["a\r\nb", "a\rb", "\r\nfirst", "\rfirst", "\nfirst", "last\r\n", "last\n\n", "\r\r\n\n\r", "a\u2028b\u2029c", "a\0b", "a\ud800b", "\ufeffa", "x".repeat(20_001), "é\r\n".repeat(9_000)];

  test.each(ODD)("opening it changes nothing: %j", (words) => {
    const { shared, written } = openBox(words);
    shared.show();
    shared.startComposing();
    shared.endComposing();
    expect(shared.takeIn()).toBe(false);
    expect(written).toEqual([]);
  });

  test.each([
    ["typing after a line break", "a\r\nb\r\nc", "X", 2, 2, "a\r\nXb\r\nc"],
    ["typing at the end", "a\r\nb\r\nc", "X", 5, 5, "a\r\nb\r\ncX"],
    ["taking a line break away", "a\r\nb\r\nc", "", 1, 2, "ab\r\nc"],
    ["typing over several", "a\r\nb\r\nc", "X", 1, 4, "aXc"],
    ["typing after a lone one", "a\rb", "X", 2, 2, "a\rXb"],
  ])("%s changes that and nothing else", (_what, words, typed, at, until, then) => {
    const page = openBox(words);
    page.type(typed, at, until);
    expect(page.read()).toBe(then);
  });

  test("a teammate's change comes in, and what is typed meanwhile joins it", () => {
    const page = openBox("one\r\ntwo");
    page.shared.startComposing();
    page.teammateWrites("ONE\r\ntwo");
    page.type("!", 7);
    page.shared.endComposing();
    expect(page.read()).toBe("ONE\r\ntwo!");
    expect(page.box.value).toBe("ONE\ntwo!");
  });

  test("whatever is typed where, only that is changed", () => {
    const piece = fc.constantFrom("a", "b", "\r\n", "\r", "\n", "é", "👩🏽‍🚒");
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, fc.nat(20), fc.nat(20), fc.constantFrom("", "x", "y\n"), (text, from, length, typed) => {
        const page = openBox(text);
        const at = Math.min(from, page.box.value.length);
        const until = Math.min(at + length, page.box.value.length);
        page.type(typed, at, until);
        expect(page.read().replace(/\r\n?/g, "\n")).toBe(page.box.value);
        const kept = (side: string) => side.match(/\r/g)?.length ?? 0;
        expect(kept(page.read())).toBeLessThanOrEqual(kept(text));
        if (typed === "" && at === until) expect(page.written).toEqual([]);
      }),
    );
  });
});
