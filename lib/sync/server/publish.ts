import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { afterCallCommit, afterCommit, neverThrowing } from "@/lib/platform/db/after-commit";
import type { ChangeKind } from "@/lib/sync/protocol";
import { findHub } from "./hub";
import { tellOthers, tellOthersOfSave } from "./instance-messages";
import type { Save } from "./room-of-tool";
import { type StateTopic, type Stated, type ToolTopic, topicKeyOf } from "./topic";

/** Sends a save to everyone who has the tool open, once it is committed. Returns at once and never throws. */
export function publishSave(context: TeamContext, toolRef: ToolRef, save: Omit<Save, "userId">): void {
  afterCallCommit(neverThrowing(() => {
    const { agencyId, teamId, userId } = context;
    const topic: ToolTopic = { agencyId, teamId, about: { kind: "tool", toolRef } };
    const hub = findHub();
    hub?.findToolRoom(topic)?.saved({ ...save, userId });
    hub?.toolSaved(topic);
    const { seq, itemIds } = save;
    tellOthersOfSave(topicKeyOf(topic), { kind: "saved", ...topic, after: seq - 1, seq, userId, itemIds: [...itemIds] });
  }));
}

/** Tells every open screen of this tool that something changed, once it is committed. Returns at once and never throws. */
export function publishChange({ agencyId, teamId }: Pick<TeamContext, "agencyId" | "teamId">, toolRef: ToolRef, what: ChangeKind): void {
  afterCommit(neverThrowing(() => {
    const topic: ToolTopic = { agencyId, teamId, about: { kind: "tool", toolRef } };
    findHub()?.toolChanged(topic, what);
    tellOthers(`${topicKeyOf(topic)} ${what}`, { kind: "changed", ...topic, what });
  }));
}

/**
 * Says, once it is committed, that a round, a meeting or a board may stand otherwise now: each instance where somebody watches reads
 * its state and sends it to all of them. Returns at once and never throws. Whose change it was is told to nobody.
 */
export function publishChanged({ agencyId, teamId }: Pick<TeamContext, "agencyId" | "teamId">, about: Stated): void {
  afterCommit(neverThrowing(() => {
    const topic: StateTopic = { agencyId, teamId, about };
    findHub()?.findStateRoom(topic)?.changed();
    tellOthers(topicKeyOf(topic), { kind: "state", ...topic });
  }));
}
