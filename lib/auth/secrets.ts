import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** Longer than any secret of ours; what is longer in a link is none. */
export const SECRET_MAX = 100;

/** A new random session id or link token: 256 bits, safe in URLs and cookies. */
export function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret, so that a copy of the database opens nothing. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
