import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { DONT_KNOW_VALUES, SCORE_VALUES, STATUS_VALUES } from "@/lib/domain/answer/answers";
import { personToken } from "@/lib/domain/people/person";
import type { Item, ItemKind, ItemOf, TableColumn, TableItem } from "@/lib/domain/tool/definition";
import type { ResponseStore } from "@/lib/sync/browser/response-store";

/** Numbers from 0 to 1, the same ones for the same seed. */
export interface Random {
  (): number;
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32 */
export function randomOf(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return Object.assign(next, { below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T });
}

interface Edited {
  readonly store: ResponseStore;
  readonly items: readonly Item[];
  /** Who can be named in an answer. */
  readonly personIds: readonly string[];
}

const WORDS = ["care", "team", "door", "hope", "safe", "kit", "ride", "talk", "map", "plan"] as const;
const DATES = ["2026-01-31", "2026-06-15", "2027-12-01"] as const;
/** Beyond this many characters a text loses a piece, so that it stays far from the limit. */
const LONG_TEXT = 400;
const MANY_ROWS = 12;

/** Another text: a word put in somewhere, or a stretch taken out. */
function changeText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  if (text.length > LONG_TEXT || (text.length > 0 && random() < 0.25)) return text.slice(0, at) + text.slice(at + 1 + random.below(12));
  return `${text.slice(0, at)}${random.pick(WORDS)} ${text.slice(at)}`;
}

interface Surroundings {
  readonly random: Random;
  readonly rowIds: Set<string>;
  readonly personIds: readonly string[];
}

type Edit<K extends ItemKind> = (store: ResponseStore, item: ItemOf<K>, surroundings: Surroundings) => void;

const orNothing = <T extends Answer>(answer: T, random: Random): T | null => (random() < 0.15 ? null : answer);

const somebody = ({ random, personIds }: Surroundings) => personToken({ personId: random.pick(personIds) });

function cellOf({ kind, options = [] }: TableColumn, before: string, surroundings: Surroundings): string {
  const { random } = surroundings;
  if (kind === "text") return changeText(before, random);
  if (kind === "date") return random.pick(["", ...DATES]);
  return kind === "person" ? random.pick(["", somebody(surroundings)]) : random.pick(["", ...options.map(({ id }) => id)]);
}

function editTable(store: ResponseStore, item: TableItem, surroundings: Surroundings): void {
  const { random, rowIds } = surroundings;
  const rows = (store.getAnswer(item.id) ?? []) as readonly TableRow[];
  const column = random.pick(item.columns);
  const chance = random();
  if (rows.length === 0 || (chance < 0.25 && rows.length < MANY_ROWS)) {
    rowIds.add(store.addRow(item.id, { index: random.below(rows.length + 1), cells: { [column.id]: cellOf(column, "", surroundings) } }));
    return;
  }
  const row = random.pick(rows);
  if (chance < 0.4) store.removeRow(item.id, row.id);
  else if (chance < 0.5) store.restoreRow(item.id, random.pick([...rowIds]));
  else if (chance < 0.65) store.moveRow(item.id, row.id, random.below(rows.length));
  else store.setCell(item.id, row.id, column.id, cellOf(column, row.cells[column.id] ?? "", surroundings));
}

const edits: { [K in ItemKind]: Edit<K> } = {
  text: (store, { id }, { random }) => store.setText(id, changeText(String(store.getAnswer(id) ?? ""), random)),
  date: (store, { id }, { random }) => store.setValue(id, orNothing(random.pick(DATES), random)),
  status: (store, { id }, { random }) => store.setValue(id, orNothing(random.pick(STATUS_VALUES), random)),
  rating: (store, { id }, { random }) => store.setValue(id, orNothing(random.pick([...SCORE_VALUES, ...DONT_KNOW_VALUES]), random)),
  person: (store, { id }, surroundings) => store.setValue(id, orNothing(somebody(surroundings), surroundings.random)),
  choice: (store, { id, options, otherOptionId }, { random }) => {
    const option = random.pick(options).id;
    store.setValue(id, orNothing(option === otherOptionId ? { option, other: random.pick(WORDS) } : { option }, random));
  },
  table: editTable,
};

/** One edit of any item of the tool; half of them go to a few items, where people meet. */
export function editAtRandom({ store, items, personIds }: Edited, random: Random, rowIds: Set<string>): void {
  const tables = items.filter(({ kind }) => kind === "table");
  const item = tables.length > 0 && random() < 0.4 ? random.pick(tables) : random.pick(random() < 0.5 ? items.slice(0, 4) : items);
  (edits[item.kind] as Edit<ItemKind>)(store, item as never, { random, rowIds, personIds });
}
