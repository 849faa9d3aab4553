import "server-only";
import type { Answers } from "@/lib/domain/answer/answers";
import { listPeopleInAnswers, nameInAnswers, type ShowInAnswer } from "@/lib/domain/item/people-in-answers";
import { type PersonRef, showPerson } from "@/lib/domain/people/person";
import type { Item } from "@/lib/domain/tool/definition";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listPeople, listPeopleByRole } from "./list-people";

/** These answers as people read them, with the names of now; no query where they name nobody. */
export async function nameAnswers(context: TeamContext, items: readonly Item[], answers: Answers): Promise<Answers> {
  const named = listPeopleInAnswers(items, answers);
  if (named.length === 0) return answers;
  const people = await listPeople(context, named);
  return nameInAnswers(items, answers, (person) => showPerson(people, person));
}

/** What a history shows for the people whom its answers name: where it leaves names out, their roles, and no name is read. */
export async function showInHistory(context: TeamContext, hasNames: boolean, named: readonly PersonRef[]): Promise<ShowInAnswer> {
  if (named.length === 0) return ({ personId }) => showPerson(new Map(), { personId });
  const people = await (hasNames ? listPeople(context, named) : listPeopleByRole(context, named));
  return (person) => showPerson(people, person);
}
