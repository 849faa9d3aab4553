import "server-only";
import { personOf, showName, showPerson, WORKBOOK_ID } from "@/lib/domain/people/person";

const KEPT_MS = 60_000;
const MOST_KEPT = 10_000;

export type ReadNames = (userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Names of an agency's people for a minute, so that a keystroke on its way to other screens costs no query. */
export class Names {
  readonly #known = new Map<string, { readonly name: string; readonly until: number }>();

  /** The person's name, when it is known. */
  find(agencyId: string, userId: string): string | null {
    const known = this.#known.get(`${agencyId} ${userId}`);
    return known && known.until > Date.now() ? known.name : null;
  }

  /** The names of these people, read from the database where they are not known. */
  async resolve(agencyId: string, userIds: readonly string[], read: ReadNames): Promise<ReadonlyMap<string, string>> {
    const unknown = [...new Set(userIds)].filter((userId) => this.find(agencyId, userId) === null);
    const found = unknown.length > 0 ? await read(unknown) : new Map<string, string>();
    if (this.#known.size + unknown.length > MOST_KEPT) this.#known.clear();
    for (const userId of unknown) {
      this.#known.set(`${agencyId} ${userId}`, { name: nameOf(userId, found), until: Date.now() + KEPT_MS });
    }
    return new Map(userIds.map((userId) => [userId, this.find(agencyId, userId) ?? nameOf(userId, found)]));
  }
}

/** The workbook itself brings answers along when a tool changes. */
function nameOf(userId: string, found: ReadonlyMap<string, string>): string {
  return userId === WORKBOOK_ID ? showPerson(new Map(), personOf(userId)) : showName(found.get(userId));
}
