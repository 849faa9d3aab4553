import "server-only";
import type { Allowance, Rate } from "./rates";
import { countAttempts, type ThrottleRule } from "./throttle";
import { TokenBuckets } from "./token-buckets";

/** Who does it. */
export interface Doer {
  /** A person's id; for someone who is not signed in, what their address is counted as, or null where none is known. */
  readonly person: string | null;
  /** Null where nothing of an agency's is asked for, or they may not have it. */
  readonly agencyId: string | null;
}

/** It was too often. */
export interface TooMany {
  /** For the person, as it stands. */
  readonly message: string;
  readonly retryAfterSeconds: number;
}

/** The answer when no line has room for more of this person or agency. */
export const FULL: TooMany = { message: "Too many requests came from you at once. Please wait a moment, then go on.", retryAfterSeconds: 1 };

// Next bundles each route apart; there is one of these per process all the same.
const holder = globalThis as typeof globalThis & { workbookBuckets?: TokenBuckets };

/** What counts a rate that is counted in PostgreSQL. */
export function ruleOf({ name }: Rate, whose: "person" | "agency", allowance: Allowance): ThrottleRule {
  return { name: `${name}:${whose}`, ...allowance };
}

/** Counts that somebody does this. @returns null when they may, else words and how long to wait. */
export async function takeRate(rate: Rate, { person, agencyId }: Doer): Promise<TooMany | null> {
  const asked = [
    ...(person === null ? [] : [{ whose: "person", subject: person, allowance: rate.person } as const]),
    ...(agencyId === null || rate.agency === null ? [] : [{ whose: "agency", subject: agencyId, allowance: rate.agency } as const]),
  ];
  if (rate.counted === "instance") {
    const buckets = (holder.workbookBuckets ??= new TokenBuckets());
    for (const { whose, subject, allowance } of asked) {
      const waitMs = buckets.take(`${rate.name} ${whose} ${subject}`, allowance, Date.now());
      if (waitMs > 0) return { message: messageOf(rate, whose, "a moment"), retryAfterSeconds: Math.ceil(waitMs / 1_000) };
    }
    return null;
  }
  for (const { whose, subject, allowance } of asked) {
    const { isAllowed, secondsLeft } = await countAttempts(ruleOf(rate, whose, allowance), subject);
    if (!isAllowed) return { message: messageOf(rate, whose, inWords(allowance)), retryAfterSeconds: secondsLeft };
  }
  return null;
}

function messageOf({ deed }: Rate, whose: "person" | "agency", howLong: string): string {
  const who = whose === "person" ? "You" : "People in your agency";
  const when = howLong === "a moment" ? "in a short time" : howLong === "an hour" ? "in the last hour" : `in the last ${howLong}`;
  return `${who} ${deed} ${when}. Please wait ${howLong}, then go on.`;
}

function inWords({ minutes }: Allowance): string {
  return minutes === 60 ? "an hour" : `${minutes} minutes`;
}
