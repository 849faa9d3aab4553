import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { TeamContext } from "@/lib/platform/auth/context";
import type { Tx } from "@/lib/platform/db/with-agency";
import type { NewAction } from "./plan-schemas";

/** One filling of the form that adds an action, as it is kept beside what it made. */
interface Once {
  readonly scope: string;
  readonly key: string;
  readonly hash: Buffer;
}

export function onceOf({ teamId }: TeamContext, { key, section, what, lead, owner, dueOn }: NewAction): Once {
  return { scope: `plan-line ${teamId}`, key, hash: createHash("sha256").update(JSON.stringify({ section, what, lead, owner, dueOn })).digest() };
}

/** What the person added with this key, if anything is known of it, and whether with these words. */
export async function findAdded(tx: Tx, { agencyId, userId }: TeamContext, { scope, key, hash }: Once): Promise<{ readonly actionId: string; readonly isSame: boolean } | null> {
  const row = await tx.madeOnce.findUnique({ where: { agencyId_userId_scope_key: { agencyId, userId, scope, key } } });
  return row && { actionId: Buffer.from(row.made ?? []).toString(), isSame: Buffer.compare(row.contentHash, hash) === 0 };
}

export async function keepAdded(client: PoolClient, { agencyId, userId }: TeamContext, { scope, key, hash }: Once, actionId: string): Promise<void> {
  await client.query("insert into made_once (agency_id, user_id, scope, key, content_hash, made) values ($1, $2, $3, $4, $5, $6)", [
    agencyId,
    userId,
    scope,
    key,
    hash,
    Buffer.from(actionId),
  ]);
}
