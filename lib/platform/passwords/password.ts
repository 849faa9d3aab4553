import "server-only";
import { hash, verify } from "@node-rs/argon2";
import os from "node:os";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { FairQueue } from "@/lib/platform/turns/fair-queue";
import { PASSWORD_MAX } from "./password-rules";

// argon2id (the package's default), 19 MiB, two passes, one lane: OWASP's first choice, 21 ms here.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One core is left to the people who are saving. */
const AT_ONCE = Math.max(1, os.availableParallelism() - 1);

// Next bundles each route apart; there is one line per process all the same.
const holder = globalThis as typeof globalThis & { workbookPasswords?: FairQueue };

/** Whoever sends very many passwords has them looked at one by one, and others' in between. */
function inTurn<T>(source: string | null, work: () => Promise<T>): Promise<T> {
  const queue = (holder.workbookPasswords ??= new FairQueue({ atOnce: AT_ONCE }));
  const from = source === null ? "" : networkOf(source);
  return queue.run({ group: from, member: from }, work);
}

/** Nobody's password: verified where there is no account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/** The same letters typed on another keyboard may arrive composed differently. Never called for a longer text than a password can be. */
function normalize(password: string): string {
  if (password.length > PASSWORD_MAX) throw new Error("a password must be bounded before it is normalised");
  return password.normalize("NFC");
}

/** @param source the address it came from, where it is known. */
export function hashPassword(password: string, source: string | null = null): Promise<string> {
  return inTurn(source, () => hash(normalize(password), COST));
}

/** Takes the same time whether or not there is a hash to compare with. @param source the address it came from, where it is known. */
export async function verifyPassword(passwordHash: string | null, password: string, source: string | null = null): Promise<boolean> {
  nobody ??= hashPassword("nobody signs in with this");
  const canMatch = passwordHash !== null && password.length <= PASSWORD_MAX;
  const compared = canMatch ? passwordHash : await nobody;
  const matches = await inTurn(source, () => verify(compared, canMatch ? normalize(password) : ""));
  return canMatch && matches;
}
