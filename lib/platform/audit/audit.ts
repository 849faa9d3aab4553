import "server-only";
import { authDb } from "@/lib/platform/db/client";
import { withAgency, type Actor } from "@/lib/platform/db/with-agency";

/** Ids, roles and outcomes only: never answers, tokens or passwords. */
export type AuditTarget = Readonly<Record<string, string | number | boolean | null>>;

export interface AuditEntry {
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed";
  readonly target?: AuditTarget;
  readonly source?: string | null;
}

/** Records what was done in an agency; inside `withAgency` it commits, or not, with the act itself. */
export async function recordAudit(actor: Actor, entry: AuditEntry): Promise<void> {
  await withAgency(actor, (tx) =>
    tx.auditEvent.create({
      data: {
        agencyId: actor.agencyId,
        userId: actor.userId,
        action: entry.action,
        outcome: entry.outcome,
        source: entry.source ?? null,
        ...(entry.target ? { target: { ...entry.target } } : {}),
      },
    }),
  );
}

export interface AccountEventEntry {
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed" | "locked";
  readonly userId?: string | null;
  readonly email?: string | null;
  readonly source?: string | null;
}

/** Records a sign-in or another event that belongs to no agency. */
export async function recordAccountEvent(entry: AccountEventEntry): Promise<void> {
  const { action, outcome, userId = null, email = null, source = null } = entry;
  await authDb().accountEvent.create({ data: { action, outcome, userId, email, source } });
}
