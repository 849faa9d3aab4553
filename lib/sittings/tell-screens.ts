import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { publishChanged } from "@/lib/sync/server/publish";

/** Has every screen and phone of a sitting read how it stands, once what was done is committed. */
export function tellScreens(place: Pick<TeamContext, "agencyId" | "teamId">, sittingId: string): void {
  publishChanged(place, { kind: "meeting", id: sittingId });
}
