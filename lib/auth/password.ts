import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id (the package's default), 19 MiB, two passes, one lane: OWASP's first choice, 21 ms here.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's password: verified where there is no account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/** The same letters typed on another keyboard may arrive composed differently. */
function normalize(password: string): string {
  return password.normalize("NFC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), COST);
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody signs in with this");
  const matches = await verify(passwordHash ?? (await nobody), normalize(password));
  return passwordHash !== null && matches;
}
