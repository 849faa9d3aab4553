import "server-only";
import { personOf, showName, showPerson, WORKBOOK_ID } from "@/lib/domain/people/person";

const KEPT_MS = 60_000;
const MOST_KEPT = 10_000;

/** As whom somebody is shown now. */
export interface ShownNow {
  readonly personId: string;
  readonly name: string;
}

export type ReadNames = (userIds: readonly string[]) => Promise<ReadonlyMap<string, ShownNow>>;

/** Names of an agency's people for a minute, so that a keystroke on its way to other screens costs no query. */
export class Names {
  readonly #known = new Map<string, { readonly shown: ShownNow; readonly until: number }>();

  /** As whom the person is shown, when it is known. */
  find(agencyId: string, userId: string): ShownNow | null {
    const known = this.#known.get(`${agencyId} ${userId}`);
    return known && known.until > Date.now() ? known.shown : null;
  }

  /** The names of these people, read from the database where they are not known. */
  async resolve(agencyId: string, userIds: readonly string[], read: ReadNames): Promise<ReadonlyMap<string, ShownNow>> {
    const unknown = [...new Set(userIds)].filter((userId) => this.find(agencyId, userId) === null);
    const found = unknown.length > 0 ? await read(unknown) : new Map<string, ShownNow>();
    if (this.#known.size + unknown.length > MOST_KEPT) this.#known.clear();
    for (const userId of unknown) {
      this.#known.set(`${agencyId} ${userId}`, { shown: shownOf(userId, found), until: Date.now() + KEPT_MS });
    }
    return new Map(userIds.map((userId) => [userId, this.find(agencyId, userId) ?? shownOf(userId, found)]));
  }

  /** The person goes by another name now. */
  forget(agencyId: string, userId: string): void {
    this.#known.delete(`${agencyId} ${userId}`);
  }
}

/** The workbook itself brings answers along when a tool changes. Who has left is told apart by nothing. */
function shownOf(userId: string, found: ReadonlyMap<string, ShownNow>): ShownNow {
  if (userId === WORKBOOK_ID) return { personId: userId, name: showPerson(new Map(), personOf(userId)) };
  return found.get(userId) ?? { personId: "", name: showName(null) };
}
