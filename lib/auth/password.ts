import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { PASSWORD_MAX } from "./password-rules";

// argon2id (the package's default), 19 MiB, two passes, one lane: OWASP's first choice, 21 ms here.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Nobody's password: verified where there is no account, so that the answer takes as long. */
let nobody: Promise<string> | undefined;

/** The same letters typed on another keyboard may arrive composed differently. Never called for a longer text than a password can be. */
function normalize(password: string): string {
  if (password.length > PASSWORD_MAX) throw new Error("a password must be bounded before it is normalised");
  return password.normalize("NFC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalize(password), COST);
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody signs in with this");
  const canMatch = passwordHash !== null && password.length <= PASSWORD_MAX;
  const matches = await verify(canMatch ? passwordHash : await nobody, canMatch ? normalize(password) : "");
  return canMatch && matches;
}
