import "server-only";
import type { ActionMoments } from "@/lib/domain/plan/planned-action";
import type { TeamContext } from "@/lib/platform/auth/context";
import { connectionLosses } from "@/lib/platform/db/client";

// What the history tells of a plan stays the same until something is saved in it, and is the same for everybody who may open
// it: ids of actions and moments, no words and no names. Finding it out takes longer than all else that a plan is read from.

export type Moments = ReadonlyMap<string, ActionMoments>;

interface Entry {
  /** Of the newest save when it was asked for: it may hold more than that, never less. */
  readonly seq: number;
  readonly moments: Promise<Moments>;
  readonly losses: number;
}

/** Plans; of a few hundred actions each takes some ten kilobytes. */
const MOST_PLANS = 200;

// Next bundles each route apart; there is one of these per process all the same.
const holder = globalThis as typeof globalThis & { workbookKeptMoments?: Map<string, Entry> };

/** What is kept for this save of the team's plan, else what `read` finds. @param seq read before, in the name of `context` */
export async function keepMoments({ agencyId, teamId }: TeamContext, seq: number, read: () => Promise<Moments>): Promise<Moments> {
  const kept = (holder.workbookKeptMoments ??= new Map<string, Entry>());
  const key = `${agencyId} ${teamId}`;
  const known = kept.get(key);
  // After a lost connection the database may be another one.
  const isSame = known?.seq === seq && known.losses === connectionLosses();
  const entry = known && isSame ? known : { seq, moments: read(), losses: connectionLosses() };
  kept.delete(key);
  kept.set(key, entry);
  for (const [oldest] of kept) {
    if (kept.size <= MOST_PLANS) break;
    kept.delete(oldest);
  }
  try {
    return await entry.moments;
  } catch (error) {
    if (kept.get(key) === entry) kept.delete(key);
    throw error;
  }
}
