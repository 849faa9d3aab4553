import "server-only";
import { env } from "@/lib/platform/env";
import { FairQueue } from "@/lib/platform/turns/fair-queue";

/** The lines for what a process has few of. */
interface Turns {
  /** Prisma's connections. */
  readonly prisma: FairQueue;
  /** Plain ones. */
  readonly plain: FairQueue;
  /** Those to the identity tables, by session. */
  readonly identity: FairQueue;
}

/** Of a pool, what one agency may have at once: somebody else always finds a connection free. */
const SHARE_OF_AGENCY = 0.6;

/** A page asks some ten things at once, and the gate lets in a few pages of each person: what waits beyond this is a flood. */
const WAITING = { waiting: 30_000, waitingOfGroup: 6_000, waitingOfMember: 1_000 };

// Next bundles each route apart; there is one set per process all the same, as of the connections themselves.
const holder = globalThis as typeof globalThis & { workbookTurns?: Turns };

/**
 * Who uses which connection when: pg serves whoever asked first, so that a hundred requests of one agency kept everybody
 * else waiting. Here each agency has its turn.
 * Whoever comes when too many wait gets a LineFullError, which routes and actions answer in words (`FULL`).
 */
export function connectionTurns(): Turns {
  if (!holder.workbookTurns) {
    const atOnce = env().DATABASE_POOL;
    const limits = { atOnce, atOnceOfGroup: Math.max(1, Math.ceil(atOnce * SHARE_OF_AGENCY)), ...WAITING };
    holder.workbookTurns = { prisma: new FairQueue(limits), plain: new FairQueue(limits), identity: new FairQueue(limits) };
  }
  return holder.workbookTurns;
}
