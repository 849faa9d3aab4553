import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { findHub } from "./hub";
import { type Place, placeKeyOf, tellOthers, tellOthersOfSave } from "./messages";
import type { Save } from "./room";

/** Sends a save that was committed to everyone who has the tool open. Returns at once and never throws. */
export function publishSave(context: TeamContext, toolNumber: number, save: Omit<Save, "userId">): void {
  neverThrows(() => {
    const { agencyId, teamId, userId } = context;
    const place: Place = { agencyId, teamId, toolNumber };
    findHub()?.findRoom(place)?.saved({ ...save, userId });
    const { seq, itemIds } = save;
    tellOthersOfSave(placeKeyOf(place), { kind: "saved", ...place, after: seq - 1, seq, userId, itemIds: [...itemIds] });
  });
}

/**
 * A person was signed out, removed, or given another role: their open streams are asked at once whether they may go on.
 * Call it after the commit; it never throws.
 */
export function publishStanding(userId: string): void {
  neverThrows(() => {
    findHub()?.recheck(userId);
    tellOthers(userId, { kind: "standing", userId });
  });
}

/** What was committed stays so, whatever becomes of telling others. */
export function neverThrows(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.error("Others could not be told of a change:", error);
  }
}
