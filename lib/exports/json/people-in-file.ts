import type { Answer } from "@/lib/domain/answer/answers";
import { nameInAnswer } from "@/lib/domain/item/people-in-answers";
import { isPersonRef, listPersonIds, type PersonRef, personToken, showPerson } from "@/lib/domain/people/person";
import type { Item } from "@/lib/domain/tool/definition";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { listPeopleInDocument } from "@/lib/exports/document/people-in-document";

/**
 * Data as a file has it: beside `by`, which says who in words, `person` says who among the file's `people`.
 */
export type InFile<T> = T extends PersonRef
  ? string
  : T extends readonly (infer Entry)[]
    ? readonly InFile<Entry>[]
    : T extends { readonly by: PersonRef }
      ? { readonly [Key in keyof T]: InFile<T[Key]> } & { readonly person: string | null }
      : T extends object
        ? { readonly [Key in keyof T]: InFile<T[Key]> }
        : T;

/** How a file tells of people. Where it shows roles only it holds no ids: they would tell apart who shares a role. */
export class PeopleInFile {
  readonly #document: ExportDocument;

  constructor(document: ExportDocument) {
    this.#document = document;
  }

  /** Everyone the file names and who is still in the agency. */
  list(): { readonly id: string; readonly name: string; readonly role: string | null }[] {
    return listPersonIds([this.#document, listPeopleInDocument(this.#document)]).flatMap((id) => {
      const shown = this.idOf({ personId: id }) === null ? undefined : this.#document.people.get(id);
      return shown ? [{ id, name: shown.name, role: shown.role }] : [];
    });
  }

  /** A person's id in the file; null where there is none to tell. */
  idOf({ personId }: PersonRef): string | null {
    const shown = this.#document.people.get(personId);
    return this.#document.options.names === "names" && shown && !shown.isFormer ? personId : null;
  }

  show(person: PersonRef): string {
    return showPerson(this.#document.people, person);
  }

  /** An answer as data: people stay ids where the file tells ids; where it doesn't, their words stand there. */
  writeAnswer<A extends Answer | null>(item: Item | undefined, answer: A): A {
    return item ? nameInAnswer(item, answer, (person) => (this.idOf(person) === null ? this.show(person) : personToken(person))) : answer;
  }

  /** Plain data, with everyone in it as the file has them. */
  write<T>(data: T): InFile<T> {
    return this.#write(data) as InFile<T>;
  }

  #write(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (isPersonRef(value)) return this.show(value);
    if (Array.isArray(value)) return value.map((entry) => this.#write(entry));
    const written = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.#write(entry)]));
    return "by" in value && isPersonRef(value.by) ? { ...written, person: this.idOf(value.by) } : written;
  }
}
