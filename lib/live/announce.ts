import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { afterCommit } from "@/lib/db/after-commit";
import type { ToolRef } from "@/lib/tools/tool-ref";
import { findHub } from "./hub";
import { placeKeyOf, tellOthers } from "./messages";
import { neverThrowing } from "./publish";

/** What changed in a tool, beside its answers: "notes" are comments, files and assignments; "status" is complete or locked. */
export type ChangeKind = "notes" | "status";

/** Tells every open screen of this tool that something changed, once it is committed. Returns at once and never throws. */
export function announceChange(context: TeamContext, toolRef: ToolRef, what: ChangeKind): void {
  afterCommit(neverThrowing(() => {
    const place = { agencyId: context.agencyId, teamId: context.teamId, toolRef };
    findHub()?.findRoom(place)?.changed(what);
    tellOthers(`${placeKeyOf(place)} ${what}`, { kind: "changed", ...place, what });
  }));
}
