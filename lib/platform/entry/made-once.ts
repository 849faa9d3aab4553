import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { seal, unseal } from "@/lib/platform/auth/sealed";
import { type Actor, withAgency } from "@/lib/platform/db/with-agency";

/** Which filling of which form: `scope` is the act and where, `key` the form's own, `content` what it holds now. */
export interface Filling {
  readonly scope: string;
  readonly key: string;
  readonly content: unknown;
}

/** What the filling made before. */
export interface Made {
  readonly made: unknown;
  /** Whether it holds the same as then. */
  readonly isSame: boolean;
  /** What was answered; undefined while nobody noted that. */
  readonly reply?: unknown;
}

/**
 * Takes the filling's key in the transaction that makes the record. Another try with the same key waits here until that
 * one is committed, and then finds what it made. Null when nothing was made with it: then `keepMade` must follow.
 */
export async function takeKey(actor: Actor, { scope, key, content }: Filling): Promise<Made | null> {
  const { agencyId, userId } = actor;
  const contentHash = hashOf(content);
  return withAgency(actor, async (tx) => {
    // One at a time does the tidying; the others need not wait for it.
    await tx.$executeRaw`
      with turn as (select pg_try_advisory_xact_lock(hashtextextended(${`made_once ${agencyId}`}, 0)) as is_mine)
      delete from made_once where (select is_mine from turn) and agency_id = ${agencyId}::uuid and made_at < now() - interval '1 day'`;
    const { count } = await tx.madeOnce.createMany({
      data: [{ agencyId, userId, scope, key, contentHash }],
      skipDuplicates: true,
    });
    if (count === 1) return null;
    const row = await tx.madeOnce.findUniqueOrThrow({ where: idOf(actor, { scope, key }) });
    return {
      made: row.made && unseal(row.made),
      isSame: Buffer.compare(row.contentHash, contentHash) === 0,
      ...(row.reply ? { reply: unseal(row.reply) } : {}),
    };
  });
}

/** Keeps what was made, for the next try; in the same transaction. */
export async function keepMade(actor: Actor, filling: Filling, made: unknown): Promise<void> {
  await withAgency(actor, (tx) =>
    tx.madeOnce.update({
      where: idOf(actor, filling),
      data: { made: seal(made), contentHash: hashOf(filling.content), reply: null },
    }),
  );
}

/** Longer than a mail server may take to accept a letter: whoever has not answered by then will not. */
const REPLY_WITHIN_MS = 30_000;
const ASK_EVERY_MS = 200;

/**
 * Waits for what whoever made it will answer, who is still at what follows the commit. Null when nothing was answered in
 * time since it was made: then that did not happen.
 */
export async function waitForReply(actor: Actor, filling: Filling): Promise<{ readonly reply: unknown } | null> {
  for (;;) {
    const row = await withAgency(actor, (tx) => tx.madeOnce.findUnique({ where: idOf(actor, filling), select: { reply: true, madeAt: true } }));
    if (row?.reply) return { reply: unseal(row.reply) };
    if (!row || Date.now() - row.madeAt.getTime() > REPLY_WITHIN_MS) return null;
    await wait(ASK_EVERY_MS);
  }
}

/** Keeps what was answered, once all that follows the commit is done: no letter goes out twice. */
export async function keepReply(actor: Actor, filling: Filling, reply: unknown): Promise<void> {
  await withAgency(actor, (tx) => tx.madeOnce.updateMany({ where: idOf(actor, filling).agencyId_userId_scope_key, data: { reply: seal(reply) } }));
}

function idOf({ agencyId, userId }: Actor, { scope, key }: Pick<Filling, "scope" | "key">) {
  return { agencyId_userId_scope_key: { agencyId, userId, scope, key } };
}

function hashOf(content: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(JSON.stringify(content)).digest());
}
