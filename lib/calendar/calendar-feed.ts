import "server-only";
import { createSecret, hashSecret, SECRET_MAX } from "@/lib/platform/auth/secrets";
import { authDb } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";

/** The private address of a person's calendar: shown once, kept hashed, good until it is replaced or turned off. */

export interface CalendarFeedView {
  /** ISO 8601. */
  readonly madeAt: string;
  /** When a calendar last asked there; null before the first time. */
  readonly readAt: string | null;
}

export async function findCalendarFeed(userId: string): Promise<CalendarFeedView | null> {
  const row = await authDb().calendarFeed.findUnique({ where: { userId }, select: { madeAt: true, readAt: true } });
  return row && { madeAt: row.madeAt.toISOString(), readAt: row.readAt?.toISOString() ?? null };
}

/** Makes an address; one made before ends. @returns it, for this once. */
export async function makeCalendarFeed(userId: string): Promise<{ address: string }> {
  const token = createSecret();
  const data = { tokenHash: hashSecret(token), madeAt: new Date(), readAt: null };
  await authDb().calendarFeed.upsert({ where: { userId }, create: { userId, ...data }, update: data });
  return { address: `${env().APP_URL}/calendar/${token}.ics` };
}

/** Whoever still has the address reads nothing more. */
export async function endCalendarFeed(userId: string): Promise<void> {
  await authDb().calendarFeed.deleteMany({ where: { userId } });
}

/** So often at most it is noted that a calendar asked. */
const NOTED_MS = 3_600_000;

/** Whose calendar is at this address; null where there is none, or the account is closed. */
export async function findFeedOwner(token: string, now: Date): Promise<string | null> {
  if (token.length > SECRET_MAX) return null;
  const tokenHash = hashSecret(token);
  const feed = await authDb().calendarFeed.findFirst({ where: { tokenHash, user: { disabledAt: null } }, select: { userId: true, readAt: true } });
  if (!feed) return null;
  if (!feed.readAt || feed.readAt.getTime() < now.getTime() - NOTED_MS) {
    await authDb().calendarFeed.updateMany({ where: { tokenHash }, data: { readAt: now } });
  }
  return feed.userId;
}
