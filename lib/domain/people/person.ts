/**
 * A person, wherever something says who: the id of their account. What people call themselves changes, and ends when
 * they leave; who did something does not. A name is chosen when it is shown, by `showPerson`.
 */
export interface PersonRef {
  readonly personId: string;
}

/** How one person is shown to one reader. */
export interface ShownPerson {
  /** The name they chose for the agency, or their role where names are left out. */
  readonly name: string;
  /** What stands beside the name, because names can be chosen and roles can't; null when it isn't known. */
  readonly role: string | null;
  /** Of an id from before a name was set apart, which an answer can still hold: no file tells it, and nobody is chosen by it. */
  readonly isFormer?: true;
}

/** How people are shown, by their ids. Whoever has left the agency is not in it. */
export type People = ReadonlyMap<string, ShownPerson>;

/** Shown for everyone who is no longer in the agency. */
export const FORMER_MEMBER = "A former member";

/** Shown for whatever somebody did before they set it apart from their name of today. Whose it was is not told. */
export const FORMER_NAME = "A former name";
/** Stands for every former name, whoever had it. No account has this id. */
export const FORMER_NAME_ID = "00000000-0000-0000-0000-000000000001";

/** Shown where the reader is not told who did something. */
export const NOT_NAMED = "Someone";
const NOT_NAMED_ID = "00000000-0000-0000-0000-000000000002";

/** Whoever it was, for a reader who is not told. */
export const NOT_NAMED_PERSON: PersonRef = { personId: NOT_NAMED_ID };

/** Stands, where only roles are shown, for someone whose role in the team isn't known. */
export const SOMEONE = "A team member";

/**
 * Whether histories and marks tell a reader who changed an answer: at once, on asking (as the agency likes), or not at
 * all (a community partner of a team that wants it so; then no name is read for them).
 */
export type HistoryNames = "shown" | "on-asking" | "hidden";

/** The person with this account; for null somebody who is in no agency. */
export function personOf(userId: string | null): PersonRef {
  return { personId: userId ?? "" };
}

const WORKBOOK = "workbook:";
/** The workbook itself, in place of a person, where it changes answers and nobody does. No account has this id. */
export const WORKBOOK_ID = "00000000-0000-0000-0000-000000000000";

/** The workbook itself, in place of a person, where it brought answers along from this version of a tool. */
export function workbookOf(fromVersion: number): PersonRef {
  return { personId: `${WORKBOOK}${fromVersion}` };
}

function isWorkbook({ personId }: PersonRef): boolean {
  return personId === WORKBOOK_ID || personId.startsWith(WORKBOOK);
}

/** Whether this is a person whom a name or a role can be looked up for. */
function isSomebody(person: PersonRef): boolean {
  return !isWorkbook(person) && person.personId !== FORMER_NAME_ID && person.personId !== NOT_NAMED_ID;
}

/** The one place where a person gets a name: their own, their role's, or that of a former member. */
export function showPerson(people: People, { personId }: PersonRef): string {
  if (personId === WORKBOOK_ID) return "The workbook";
  if (isWorkbook({ personId })) return `The workbook (brought along from version ${personId.slice(WORKBOOK.length)} of this tool)`;
  if (personId === FORMER_NAME_ID) return FORMER_NAME;
  if (personId === NOT_NAMED_ID) return NOT_NAMED;
  return showName(people.get(personId)?.name);
}

/** The same for a name that was looked up for one person alone (a letter, a live message); none for who has left. */
export function showName(name: string | null | undefined): string {
  return name ?? FORMER_MEMBER;
}

const PERSON_TOKEN = /^@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]$/;
export const PERSON_TOKEN_LENGTH = 39;

/** How an answer names a person: no name is stored, and no text that people type reads like it (see comment-text). */
export function personToken({ personId }: PersonRef): string {
  return `@[${personId}]`;
}

/** The person that an answer names; null where it names nobody. */
export function readPersonToken(stored: string): PersonRef | null {
  const personId = PERSON_TOKEN.exec(stored)?.[1];
  return personId === undefined ? null : { personId };
}

/** Whether a value is a person and nothing else. */
export function isPersonRef(value: unknown): value is PersonRef {
  return typeof value === "object" && value !== null && "personId" in value && typeof value.personId === "string";
}

/** The ids of everyone who is named anywhere in this data, however deep. */
export function listPersonIds(data: unknown): string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
    if (isPersonRef(value)) {
      if (isSomebody(value)) ids.add(value.personId);
    } else if (value instanceof Map || Array.isArray(value)) value.forEach(look);
    else Object.values(value).forEach(look);
  };
  look(data);
  return [...ids];
}
