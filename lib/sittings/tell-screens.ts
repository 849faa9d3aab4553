import "server-only";
import type { TeamContext } from "@/lib/platform/auth/context";
import { publishChanged } from "@/lib/sync/server/publish";
import type { Stated } from "@/lib/sync/server/topic";

type Place = Pick<TeamContext, "agencyId" | "teamId">;

/** What the team's own screens follow. */
export function screensTopic(sittingId: string): Stated {
  return { kind: "meeting", id: sittingId };
}

/** What phones follow: the same without what is counted. */
export function phonesTopic(sittingId: string): Stated {
  return { kind: "meeting", id: `${sittingId} phones` };
}

/** Has every screen and phone of a sitting read how it stands, once what was done is committed. */
export function tellScreens(place: Place, sittingId: string): void {
  tellOfCount(place, sittingId);
  publishChanged(place, phonesTopic(sittingId));
}

/** Somebody came, left or voted: the screens count it, and phones are not told. */
export function tellOfCount(place: Place, sittingId: string): void {
  publishChanged(place, screensTopic(sittingId));
}
