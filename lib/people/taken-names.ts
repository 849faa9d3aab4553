import "server-only";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { authDb } from "@/lib/platform/db/client";
import type { Tx } from "@/lib/platform/db/with-agency";
import { looksLikeRole, nameKeys } from "./name-key";

/** In one agency nobody goes by a name that looks like somebody else's (see name-key.ts). */

const TAKEN =
  "Someone in this agency goes by a name that looks like this one. Add something that tells you apart, such as a middle initial or your unit.";

/** Comparing takes a while, and names of thousands are compared again and again. */
const MOST_KEPT = 5_000;
const kept = new Map<string, readonly string[]>();

function keysOf(name: string): readonly string[] {
  const known = kept.get(name);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const keys = nameKeys(name);
  kept.set(name, keys);
  return keys;
}

/** Names that are free to others than `userId`; what is asked under `lockPeople` stays so until the end. */
async function keysOfOthers(db: Pick<Tx, "membership">, agencyId: string, userId: string | null): Promise<ReadonlySet<string>> {
  const others = await db.membership.findMany({
    where: { agencyId, ...(userId === null ? {} : { NOT: { userId } }) },
    select: { displayName: true },
  });
  return new Set(others.flatMap(({ displayName }) => keysOf(displayName)));
}

/**
 * Under `lockPeople`, for a name that somebody typed.
 * @throws RefusedError, on the field, when it looks like another's.
 */
export async function requireFreeName(tx: Tx, who: { agencyId: string; userId: string }, name: string, field: string): Promise<void> {
  if (isTaken(name, await keysOfOthers(tx, who.agencyId, who.userId))) refuseName(field);
}

/** The same for someone who has no account yet, so that none is made in vain. */
export async function requireFreeNameForGuest(agencyId: string, name: string, field: string): Promise<void> {
  if (isTaken(name, await keysOfOthers(authDb(), agencyId, null))) refuseName(field);
}

function isTaken(name: string, taken: ReadonlySet<string>): boolean {
  return nameKeys(name).some((key) => taken.has(key));
}

function refuseName(field: string): never {
  throw new RefusedError("Choose another name.", { [field]: TAKEN });
}

/** What somebody who joins goes by: their account's name, with a number when somebody else's looks like it. */
export async function findFreeName(db: Pick<Tx, "membership">, who: { agencyId: string; userId: string }, name: string): Promise<string> {
  const taken = await keysOfOthers(db, who.agencyId, who.userId);
  // An account's name may be older than the rule.
  const plain = looksLikeRole(name) ? "New person" : name;
  let free = plain;
  for (let number = 2; isTaken(free, taken); number++) free = `${plain} (${number})`;
  return free;
}
