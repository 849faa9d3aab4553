import type { Answer, Answers, TableRow } from "@/lib/domain/answer/answers";
import { type PersonRef, readPersonToken } from "@/lib/domain/people/person";
import type { Item, TableColumn, TableItem } from "@/lib/domain/tool/definition";

/**
 * People in answers. An answer names a person by id; whoever makes text of answers for people puts what is shown in place
 * of the ids first, here, so that no reader meets an id, and "roles only" no name.
 */

/** What stands for a person: the name they go by, a role, "A former member". */
export type ShowInAnswer = (person: PersonRef) => string;

const personColumns = ({ columns }: TableItem): readonly TableColumn[] => columns.filter(({ kind }) => kind === "person");

/** Whether an answer to it can name people. */
export function mayNamePeople(item: Item): boolean {
  return item.kind === "person" || (item.kind === "table" && personColumns(item).length > 0);
}

/** A person or the cell of one, as it is shown. What is no person stays: older words, or a name that was put there already. */
export function nameInCell(stored: string, show: ShowInAnswer): string {
  const person = readPersonToken(stored);
  return person ? show(person) : stored;
}

function mapCells(item: TableItem, rows: readonly TableRow[], show: ShowInAnswer): readonly TableRow[] {
  const columns = personColumns(item);
  return rows.map((row) => {
    const named = columns.flatMap(({ id }) => (row.cells[id] ? [[id, nameInCell(row.cells[id], show)] as const] : []));
    return named.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(named) } };
  });
}

/** One answer, with what is shown in place of the people it names; null stays null. */
export function nameInAnswer<A extends Answer | null>(item: Item, answer: A, show: ShowInAnswer): A {
  if (answer === null || !mayNamePeople(item)) return answer;
  return (item.kind === "table" ? mapCells(item, answer as readonly TableRow[], show) : nameInCell(answer as string, show)) as A;
}

/** The same for all answers to these items; the others stay as they are. */
export function nameInAnswers(items: Iterable<Item>, answers: Answers, show: ShowInAnswer): Answers {
  const named = [...items].flatMap((item) => {
    const answer = answers[item.id];
    return answer === undefined || !mayNamePeople(item) ? [] : [[item.id, nameInAnswer(item, answer, show)] as const];
  });
  return named.length === 0 ? answers : { ...answers, ...Object.fromEntries(named) };
}

/** Everyone whom an answer names, as often as it does. */
export function listPeopleInAnswer(item: Item, answer: Answer | null | undefined): PersonRef[] {
  if (answer === null || answer === undefined || !mayNamePeople(item)) return [];
  const stored = item.kind === "table" ? (answer as readonly TableRow[]).flatMap(({ cells }) => personColumns(item).map(({ id }) => cells[id] ?? "")) : [answer as string];
  return stored.flatMap((one) => readPersonToken(one) ?? []);
}

/** Everyone whom the answers to these items name. */
export function listPeopleInAnswers(items: Iterable<Item>, answers: Answers): PersonRef[] {
  return [...items].flatMap((item) => listPeopleInAnswer(item, answers[item.id]));
}

/** A recorded change of an answer, or of something else. */
type Change = { readonly itemId: string; readonly before: Answer | null; readonly after: Answer | null } | { readonly kind: "status" };

/** Everyone whom recorded changes name, before or after. */
export function listPeopleInChanges(items: ReadonlyMap<string, Item>, changes: readonly Change[]): PersonRef[] {
  return changes.flatMap((change) => {
    const item = "itemId" in change ? items.get(change.itemId) : undefined;
    return "itemId" in change && item ? [change.before, change.after].flatMap((answer) => listPeopleInAnswer(item, answer)) : [];
  });
}

/** A change with what is shown in place of the people whom its answers name. */
export function nameInChange<C extends Change>(items: ReadonlyMap<string, Item>, change: C, show: ShowInAnswer): C {
  const item = "itemId" in change ? items.get(change.itemId) : undefined;
  if (!("itemId" in change) || !item) return change;
  return { ...change, before: nameInAnswer(item, change.before, show), after: nameInAnswer(item, change.after, show) };
}
