import "server-only";
import type { NoticePace, StoppableKind } from "@/lib/domain/notices";
import type { ReminderPace } from "@/lib/domain/reminders/reminder-choice";
import { recordAccountEvent } from "@/lib/platform/audit/audit";
import { hashSecret, SECRET_MAX, secretOf } from "@/lib/platform/auth/secrets";
import { authDb } from "@/lib/platform/db/client";
import { withIdentity } from "@/lib/platform/db/with-identity";
import type { Tx } from "@/lib/platform/db/with-agency";
import { env } from "@/lib/platform/env";
import { getReminderChoice } from "./mail-choices";

/**
 * Links in letters that stop one kind of them, for one person, signed in or not. Whoever has the letter has the link, and
 * can do no more with it than stop these letters and put them back. Looking changes nothing: mail scanners open links.
 */

/** Counted from the newest letter with the link. */
const LINK_DAYS = 400;
/** So often at most a letter prolongs it. */
const PROLONGED_DAYS = 30;
const DAY = 86_400_000;

export interface StopAddresses {
  /** For people: asks before it stops anything. */
  readonly page: string;
  /** For their mail program, which posts there when they press its own button (RFC 8058). */
  readonly oneClick: string;
}

/** The addresses for a letter to this person, the same in each of this kind. */
export async function stopAddressesOf(userId: string, kind: StoppableKind, now: Date): Promise<StopAddresses> {
  const token = secretOf("stop-letters", userId, kind);
  const tokenHash = hashSecret(token);
  const expiresAt = new Date(now.getTime() + LINK_DAYS * DAY);
  await authDb().stopLink.createMany({ data: [{ tokenHash, userId, kind, expiresAt }], skipDuplicates: true });
  const isOld = { lt: new Date(expiresAt.getTime() - PROLONGED_DAYS * DAY) };
  await authDb().stopLink.updateMany({ where: { tokenHash, expiresAt: isOld }, data: { expiresAt } });
  const { APP_URL } = env();
  return { page: `${APP_URL}/letters/stop/${token}`, oneClick: `${APP_URL}/api/letters/stop/${token}` };
}

export interface StopLinkView {
  readonly kind: StoppableKind;
  /** Whether none of these letters comes any more. */
  readonly isStopped: boolean;
}

/** What a link is for and how it stands; null for one that never was, is too old, or whose account is closed. */
export async function findStopLink(token: string): Promise<StopLinkView | null> {
  const link = await findLive(authDb(), token);
  if (!link) return null;
  const paces = await readPaces(authDb(), link);
  return { kind: link.kind, isStopped: Object.values(paces).every((pace) => pace === "never") };
}

/** Stops what the link is for. Again, it changes nothing. @returns false for a link that is none. */
export async function stopLetters(token: string, source: string | null): Promise<boolean> {
  return withIdentity(async (tx) => {
    const link = await findLive(tx, token, { isLocked: true });
    if (!link) return false;
    const running = Object.entries(await readPaces(tx, link)).filter(([, pace]) => pace !== "never");
    if (running.length === 0) return true;
    await writePaces(tx, link, Object.fromEntries(running.map(([part]) => [part, "never"])));
    await tx.stopLink.update({ where: { tokenHash: link.tokenHash }, data: { stopped: { ...link.stopped, ...Object.fromEntries(running) } } });
    await record("account:stop-letters", link, source);
    return true;
  });
}

/** Puts back what was chosen before it stopped. What the person has chosen since stays. @returns as `stopLetters`. */
export async function resumeLetters(token: string, source: string | null): Promise<boolean> {
  return withIdentity(async (tx) => {
    const link = await findLive(tx, token, { isLocked: true });
    if (!link) return false;
    const still = Object.entries(await readPaces(tx, link)).filter(([, pace]) => pace === "never");
    if (still.length === 0) return true;
    await writePaces(tx, link, Object.fromEntries(still.map(([part]) => [part, link.stopped[part as Part] ?? USUAL[part as Part]])));
    await record("account:resume-letters", link, source);
    return true;
  });
}

type Part = "assignments" | "mentions" | "reminders";
type Paces = { readonly [P in Part]?: string };

const PARTS: Record<StoppableKind, readonly Part[]> = {
  assignments: ["assignments"],
  mentions: ["mentions"],
  notices: ["assignments", "mentions"],
  reminders: ["reminders"],
};
const USUAL: Record<Part, NoticePace | ReminderPace> = { assignments: "at-once", mentions: "at-once", reminders: "weekly" };

interface Link {
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly userId: string;
  readonly kind: StoppableKind;
  readonly stopped: Paces;
}

async function findLive(tx: Tx, token: string, { isLocked = false } = {}): Promise<Link | null> {
  if (token.length > SECRET_MAX) return null;
  const tokenHash = hashSecret(token);
  // Two presses at once: the second sees what the first did.
  if (isLocked) await tx.$executeRaw`select 1 from stop_link where token_hash = ${tokenHash} for update`;
  const row = await tx.stopLink.findFirst({ where: { tokenHash, expiresAt: { gt: new Date() }, user: { disabledAt: null } } });
  return row && { tokenHash, userId: row.userId, kind: row.kind as StoppableKind, stopped: row.stopped as Paces };
}

async function readPaces(tx: Tx, { userId, kind }: Pick<Link, "userId" | "kind">): Promise<Paces> {
  if (kind === "reminders") return { reminders: (await getReminderChoice({ userId }, tx)).pace };
  const { mailAssignments: assignments, mailMentions: mentions } = await tx.userAccount.findUniqueOrThrow({
    where: { id: userId },
    select: { mailAssignments: true, mailMentions: true },
  });
  const all = { assignments, mentions };
  return Object.fromEntries(PARTS[kind].map((part) => [part, all[part as keyof typeof all]]));
}

async function writePaces(tx: Tx, { userId }: Pick<Link, "userId">, { assignments, mentions, reminders }: Paces): Promise<void> {
  if (assignments !== undefined) await tx.userAccount.update({ where: { id: userId }, data: { mailAssignments: assignments } });
  if (mentions !== undefined) await tx.userAccount.update({ where: { id: userId }, data: { mailMentions: mentions } });
  if (reminders !== undefined) {
    await tx.reminderChoice.upsert({ where: { userId }, create: { userId, pace: reminders }, update: { pace: reminders } });
  }
}

async function record(action: string, { userId, kind }: Link, source: string | null): Promise<void> {
  await recordAccountEvent({ action: `${action}:${kind}`, outcome: "done", userId, source });
}
