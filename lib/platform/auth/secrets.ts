import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";

/** Longer than any secret of ours; what is longer in a link is none. */
export const SECRET_MAX = 100;

/** A new random session id or link token: 256 bits, safe in URLs and cookies. */
export function createSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** The secret that these words always give on this site, and that nobody else can make of them. */
export function secretOf(...words: readonly string[]): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(JSON.stringify(words)).digest("base64url");
}

/** What the database keeps of a secret, so that a copy of the database opens nothing. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
