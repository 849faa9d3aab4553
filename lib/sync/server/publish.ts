import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { afterCallCommit, afterCommit, neverThrowing } from "@/lib/platform/db/after-commit";
import type { ChangeKind } from "@/lib/sync/protocol";
import { findHub } from "./hub";
import { tellOthers, tellOthersOfSave } from "./instance-messages";
import type { Save } from "./room";
import { type Counted, type Topic, topicKeyOf } from "./topic";

/** Sends a save to everyone who has the tool open, once it is committed. Returns at once and never throws. */
export function publishSave(context: TeamContext, toolRef: ToolRef, save: Omit<Save, "userId">): void {
  afterCallCommit(neverThrowing(() => {
    const { agencyId, teamId, userId } = context;
    const topic: Topic = { agencyId, teamId, about: { kind: "tool", toolRef } };
    findHub()?.findRoom(topic)?.saved({ ...save, userId });
    const { seq, itemIds } = save;
    tellOthersOfSave(topicKeyOf(topic), { kind: "saved", ...topic, after: seq - 1, seq, userId, itemIds: [...itemIds] });
  }));
}

/** Tells every open screen of this tool that something changed, once it is committed. Returns at once and never throws. */
export function publishChange({ agencyId, teamId }: Pick<TeamContext, "agencyId" | "teamId">, toolRef: ToolRef, what: ChangeKind): void {
  afterCommit(neverThrowing(() => {
    const topic: Topic = { agencyId, teamId, about: { kind: "tool", toolRef } };
    findHub()?.findRoom(topic)?.changed(what);
    tellOthers(`${topicKeyOf(topic)} ${what}`, { kind: "changed", ...topic, what });
  }));
}

/**
 * Tells every open screen of a round, a meeting or a board that it has changed, once it is committed; each screen's stream
 * then reads how it stands. Returns at once and never throws.
 * @param seq how many changes it has had, this one too.
 */
export function publishCounted({ agencyId, teamId }: Pick<TeamContext, "agencyId" | "teamId">, about: Counted, seq: number): void {
  afterCommit(neverThrowing(() => {
    const topic: Topic = { agencyId, teamId, about };
    // Whose change it was is told to nobody: in a round that would say who answers just now.
    const message = { kind: "saved", ...topic, after: seq - 1, seq, userId: null, itemIds: [] } as const;
    findHub()?.findRoom(topic)?.savedElsewhere({ ...message, itemIds: [] });
    tellOthersOfSave(topicKeyOf(topic), { ...message, itemIds: [] });
  }));
}
