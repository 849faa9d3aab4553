import "server-only";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { countAttempt, type ThrottleRule } from "@/lib/platform/rates/throttle";

/**
 * How many letters somebody who isn't signed in can have sent to an address. Anybody can ask for a letter to anybody, so
 * a plain limit would let a stranger use it up and keep the person's own letters from them. Therefore: who asks from a
 * place for the first time that day is counted apart from those who asked before, and past every limit a letter still
 * goes out now and then. Nobody gets more than some seventy of one kind a day.
 */

/** A sign-up that needs a password of one's own to be finished, and a reset, do not use up each other's letters. */
export type LetterKind = "sign-up" | "reset";

const DAY = 1_440;

const FIRST_FROM_A_PLACE: ThrottleRule = { name: "mail:first", limit: 1, minutes: DAY };
const FIRSTS_PER_PERSON: ThrottleRule = { name: "mail:firsts", limit: 10, minutes: DAY };
const AGAIN_FROM_A_PLACE: ThrottleRule = { name: "mail:pair", limit: 3, minutes: 60 };
const AGAIN_PER_PERSON: ThrottleRule = { name: "mail:person", limit: 5, minutes: DAY };
/** Half of a reset link's life: whoever is refused for this has a link in their letters that still works. */
const SPACED: ThrottleRule = { name: "mail:spaced", limit: 1, minutes: 5 };
const SPACED_PER_PERSON: ThrottleRule = { name: "mail:spaced-day", limit: 12, minutes: DAY };
const SLOW: ThrottleRule = { name: "mail:slow", limit: 1, minutes: 30 };
const PER_PLACE: ThrottleRule = { name: "mail:address", limit: 30, minutes: 60 };

/** Counts a request for a letter and says whether one is sent. `address` is where it comes from, when that is known. */
export async function mayWriteTo(kind: LetterKind, email: string, address: string | null): Promise<boolean> {
  const source = address === null ? null : networkOf(address);
  const person = `${kind} ${email}`;
  const isPlaceBusy = source !== null && !(await countAttempt(PER_PLACE, source));
  // A new account needs no letter soon, and its address may be anybody's.
  if (isPlaceBusy && kind === "sign-up") return false;
  const isSpaced = await countAttempt(SPACED, person);
  if (!isPlaceBusy && (await mayWriteSoon(person, source))) return true;
  return isSpaced && ((await countAttempt(SPACED_PER_PERSON, person)) || (await countAttempt(SLOW, person)));
}

async function mayWriteSoon(person: string, source: string | null): Promise<boolean> {
  if (source !== null) {
    const place = `${person} ${source}`;
    const isFirst = await countAttempt(FIRST_FROM_A_PLACE, place);
    if (isFirst && (await countAttempt(FIRSTS_PER_PERSON, person))) return true;
    if (!(await countAttempt(AGAIN_FROM_A_PLACE, place))) return false;
  }
  return countAttempt(AGAIN_PER_PERSON, person);
}
