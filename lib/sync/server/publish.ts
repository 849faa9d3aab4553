import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { afterCallCommit, afterCommit, neverThrowing } from "@/lib/platform/db/after-commit";
import type { ChangeKind } from "@/lib/sync/protocol";
import { findHub } from "./hub";
import { type Place, placeKeyOf, tellOthers, tellOthersOfSave } from "./instance-messages";
import type { Save } from "./room";

/** Sends a save to everyone who has the tool open, once it is committed. Returns at once and never throws. */
export function publishSave(context: TeamContext, toolRef: ToolRef, save: Omit<Save, "userId">): void {
  afterCallCommit(neverThrowing(() => {
    const { agencyId, teamId, userId } = context;
    const place: Place = { agencyId, teamId, toolRef };
    findHub()?.findRoom(place)?.saved({ ...save, userId });
    const { seq, itemIds } = save;
    tellOthersOfSave(placeKeyOf(place), { kind: "saved", ...place, after: seq - 1, seq, userId, itemIds: [...itemIds] });
  }));
}

/** Tells every open screen of this tool that something changed, once it is committed. Returns at once and never throws. */
export function publishChange({ agencyId, teamId }: Pick<TeamContext, "agencyId" | "teamId">, toolRef: ToolRef, what: ChangeKind): void {
  afterCommit(neverThrowing(() => {
    const place: Place = { agencyId, teamId, toolRef };
    findHub()?.findRoom(place)?.changed(what);
    tellOthers(`${placeKeyOf(place)} ${what}`, { kind: "changed", ...place, what });
  }));
}
