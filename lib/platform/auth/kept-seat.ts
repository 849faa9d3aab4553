import "server-only";
import type { RouteRequest } from "@/lib/platform/http/route-request";
import { isMembersSeat, readSeatKey } from "./seat-cookie";
import { readSessionIdOf } from "./session";
import { findSessionById, touchSession } from "./session-store";

/** "signed-out": the seat is a member's, and nobody is signed in. */
export type KeptSeat = { readonly key: string } | "signed-out" | null;

/**
 * The seat that this browser keeps, for whoever asks now: a guest's by its secret, a member's only while they are signed in, so that
 * on a shared computer nobody reads or changes the vote of who sat there before. Null for none, and for another member's.
 * @param isAct whether the person does something, which puts off the idle limit of a member's session
 */
export async function findKeptSeat({ headers }: Pick<RouteRequest, "headers">, isAct: boolean): Promise<KeptSeat> {
  const cookies = headers.get("cookie");
  const isMembers = isMembersSeat(cookies);
  const sid = isMembers ? await readSessionIdOf({ headers }) : null;
  const session = sid === null ? null : await findSessionById(sid);
  if (isMembers && !session) return "signed-out";
  const key = readSeatKey(cookies, session?.userId ?? null);
  if (key === null) return null;
  if (session && isAct) await touchSession(session);
  return { key };
}
