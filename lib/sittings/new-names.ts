import "server-only";
import { requireFreeNameForGuest } from "@/lib/people/taken-names";
import { findRefusal, RefusedError } from "@/lib/platform/auth/refused-error";
import { requireApart } from "./meet-requests";
import { readOwnSeat, type SeatPlace } from "./seats";

const TAKEN = "Somebody of this agency goes by a name that looks like this one. Add something that tells you apart, such as a letter. If it is you, sign in and join as yourself.";

/** @throws RefusedError when a name looks like that of somebody with an account, whom the record of the meeting would then name */
export async function requireNobodysNames(agencyId: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await requireFreeNameForGuest(agencyId, name, "name").catch((error: unknown) => {
      throw findRefusal(error) ? new RefusedError(TAKEN) : error;
    });
  }
}

/** The same for people who come to a shared phone, whose names are to be told from those on it. */
export async function requireNewNames(seat: SeatPlace, names: readonly string[]): Promise<void> {
  await requireNobodysNames(seat.agencyId, names);
  requireApart([...((await readOwnSeat(seat))?.names ?? []), ...names]);
}
