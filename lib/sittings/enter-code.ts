import "server-only";
import { addressOf } from "@/lib/platform/http/client-address";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { RATES } from "@/lib/platform/rates/rates";
import { ruleOf, takeRate, type TooMany } from "@/lib/platform/rates/take-rate";
import { forgiveAttempt } from "@/lib/platform/rates/throttle";
import { findSittingByCode, type FoundSitting } from "./meet-codes";

/** Where nothing tells the networks apart they count as one. */
const UNKNOWN = "unknown";

/** The network that asks, as its tries are counted. */
export function networkOfRequest(headers: { get(name: string): string | null }): string {
  const from = addressOf(headers);
  return from === null ? UNKNOWN : networkOf(from);
}

/**
 * The sitting of a code that somebody typed or scanned. Each try is counted before it is looked up, so that tries at the same time
 * can't slip by, and a right one is taken back: with very many wrong ones a network finds nothing any more for a while, right ones
 * neither.
 */
export async function enterCode(typed: string, headers: { get(name: string): string | null }): Promise<FoundSitting | TooMany | null> {
  const network = networkOfRequest(headers);
  const tooMany = await takeRate(RATES.meetCode, { person: network, agencyId: null });
  if (tooMany) return tooMany;
  const found = await findSittingByCode(typed, network);
  if (found) await forgiveAttempt(ruleOf(RATES.meetCode, "person", RATES.meetCode.person), network);
  return found;
}

export function isTooMany(found: FoundSitting | TooMany): found is TooMany {
  return "retryAfterSeconds" in found;
}
