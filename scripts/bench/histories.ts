import {
  applyUpdate,
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  type Doc,
  encodeStateAsUpdate,
  Map as YMap,
  type RelativePosition,
  type Text,
  Text as YText,
} from "yjs";
import type { Answers } from "@/lib/domain/answer/answers";
import type { Item, ItemOf } from "@/lib/domain/tool/definition";
import { createDocument, readAnswers, writeAnswer } from "@/lib/sync/document/document";
import { addRow, readRows, removeRow } from "@/lib/sync/document/table-rows";
import { type Random, randomOf } from "@/tests/durability/random-edits";

/** What a response's saves leave behind. */
export interface History {
  readonly updates: readonly Uint8Array[];
  /** Merged, as the app does it every so many saves. */
  readonly snapshot: Uint8Array;
  readonly snapshotSeq: number;
  /** Of the whole document. */
  readonly bytes: number;
  /** What it says in the end. */
  readonly answers: Answers;
}

const SNAPSHOT_EVERY = 64;
const PEOPLE = 4;
const LONGEST_TEXT = 1_500;
const MOST_ROWS = 10;
const WORDS = "we meet every second week to hear how the team and its partners are doing and what people need next ".repeat(3);

/** Collects the first `count` updates of these documents, each of which hears of the others' at once. */
function record(items: readonly Item[], docs: readonly Doc[], count: number, save: (index: number) => void): History {
  const updates: Uint8Array[] = [];
  let snapshot: Uint8Array = new Uint8Array();
  const snapshotSeq = count - (count % SNAPSHOT_EVERY);
  const [first] = docs;
  if (!first) throw new Error("Nobody writes");
  for (const doc of docs) {
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === record) return;
      updates.push(update);
      for (const other of docs) if (other !== doc) applyUpdate(other, update, record);
      if (updates.length === snapshotSeq) snapshot = encodeStateAsUpdate(first);
    });
  }
  while (updates.length < count) save(updates.length);
  return { updates, snapshot, snapshotSeq, bytes: encodeStateAsUpdate(first).byteLength, answers: readAnswers(first, items) };
}

/** One save that leaves the same answers as another history. */
export function writeAtOnce(items: readonly Item[], answers: Answers): History {
  const doc = createDocument(items);
  return record(items, [doc], 1, () =>
    doc.transact(() => {
      for (const item of items) writeAnswer(doc, item, (answers[item.id] ?? null) as never);
    }),
  );
}

/** Nobody writes like this: every save in another text, each at its end. What it leaves cannot be merged. */
export function writeEverySaveElsewhere(items: readonly Item[], count: number): History {
  const doc = createDocument(items);
  const texts = textsOf(doc, items);
  return record(items, [doc], count, (index) => {
    const text = texts[index % texts.length] as Text;
    doc.transact(() => {
      if (text.length > LONGEST_TEXT) text.delete(0, 200);
      text.insert(text.length, `word ${index} `);
    });
  });
}

/**
 * As people do: four at a time, each in a text or a table's cell for 20 to 60 saves of a few letters before going
 * elsewhere, taking words back, rewriting what has grown long, setting choices and dates, adding and removing rows.
 * Each comes back a few hundred saves later with a page loaded anew. The same every time.
 */
export function writeAsPeopleDo(items: readonly Item[], count: number): History {
  const random = randomOf(8);
  let pages = 0;
  const people = Array.from({ length: PEOPLE }, () => new Writer(createDocument(items), items, random));
  const docs = people.map(({ doc }) => doc);
  return record(items, docs, count, () => {
    const person = random.pick(people);
    if (person.isBack()) person.doc.clientID = ++pages;
    person.save();
  });
}

interface Run {
  readonly text: Text;
  caret: RelativePosition;
  saves: number;
}

class Writer {
  readonly doc: Doc;
  readonly #items: readonly Item[];
  readonly #random: Random;
  #run: Run | null = null;
  #savesOfPage = 0;
  #rows = 0;

  constructor(doc: Doc, items: readonly Item[], random: Random) {
    this.doc = doc;
    this.#items = items;
    this.#random = random;
  }

  /** Their page was loaded a moment ago. */
  isBack(): boolean {
    if (--this.#savesOfPage >= 0) return false;
    this.#savesOfPage = 200 + this.#random.below(600);
    return true;
  }

  /** One save; none when nothing came of it. */
  save(): void {
    if (this.#run && this.#run.saves > 0) this.#type(this.#run);
    else this.#goElsewhere();
  }

  #goElsewhere(): void {
    const chance = this.#random();
    if (chance < 0.15) this.#setValue();
    else if (chance < 0.35) this.#goToTable();
    else this.#begin(this.#random.pick(textsOf(this.doc, this.#items)));
  }

  #begin(text: Text): void {
    const at = this.#random() < 0.7 ? text.length : this.#random.below(text.length + 1);
    this.#run = { text, caret: createRelativePositionFromTypeIndex(text, at), saves: 20 + this.#random.below(41) };
    if (text.length < LONGEST_TEXT && this.#random() < 0.85) return this.#type(this.#run);
    const from = this.#random.below(text.length + 1);
    if (from < text.length) text.delete(from, Math.min(text.length - from, Math.ceil(text.length / 3)));
  }

  #type(run: Run): void {
    run.saves--;
    const { text } = run;
    const at = createAbsolutePositionFromRelativePosition(run.caret, this.doc)?.index ?? text.length;
    const taken = Math.min(at, this.#random() < 0.12 ? 1 + this.#random.below(12) : 0);
    const words = this.#random.below(WORDS.length / 2);
    const typed = taken > 0 ? "" : WORDS.slice(words, words + 2 + this.#random.below(9));
    this.doc.transact(() => {
      if (taken > 0) text.delete(at - taken, taken);
      else text.insert(at, typed);
    });
    run.caret = createRelativePositionFromTypeIndex(text, at - taken + typed.length);
  }

  #setValue(): void {
    const item = this.#random.pick(this.#items.filter(({ kind }) => kind === "choice" || kind === "date"));
    const day = String(1 + this.#random.below(28)).padStart(2, "0");
    const answer = item.kind === "choice" ? { option: this.#random.pick(item.options).id } : `2026-11-${day}`;
    writeAnswer(this.doc, item, answer as never);
  }

  #goToTable(): void {
    const table = this.#random.pick(this.#items.filter((item): item is ItemOf<"table"> => item.kind === "table"));
    const rows = readRows(this.doc, table);
    const row = rows.length > 0 ? this.#random.pick(rows) : null;
    if (row && rows.length >= MOST_ROWS && this.#random() < 0.2) return removeRow(this.doc, table, row.id);
    if (!row || (rows.length < MOST_ROWS && this.#random() < 0.3)) {
      return addRow(this.doc, table, { id: `row-${this.doc.clientID}-${this.#rows++}` });
    }
    const map = this.doc.getMap(table.id).get(row.id);
    const column = this.#random.pick(table.columns.filter(({ kind }) => kind === "text"));
    const cell = map instanceof YMap ? map.get(column.id) : null;
    if (cell instanceof YText) this.#begin(cell);
  }
}

function textsOf(doc: Doc, items: readonly Item[]): Text[] {
  return items.filter(({ kind }) => kind === "text").map(({ id }) => doc.getText(id));
}
