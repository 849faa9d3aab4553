import "server-only";
import { authDb } from "@/lib/platform/db/client";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let tidiedAt = 0;

/** Deletes sessions and links a month after their end, and throttle windows a day old: they decide nothing any more. */
export async function tidyIdentity(): Promise<void> {
  const now = Date.now();
  const monthAgo = new Date(now - 30 * DAY);
  await authDb().session.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
  await authDb().accountToken.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
  await authDb().stopLink.deleteMany({ where: { expiresAt: { lt: monthAgo } } });
  await authDb().throttle.deleteMany({ where: { windowStart: { lt: new Date(now - DAY) } } });
}

/** The same at most once an hour per process, on somebody's sign-in. A failure must not keep anyone out. */
export async function tidyNowAndThen(): Promise<void> {
  if (Date.now() - tidiedAt < HOUR) return;
  tidiedAt = Date.now();
  await tidyIdentity().catch((error: unknown) => console.error("Old sessions could not be cleared:", error));
}
