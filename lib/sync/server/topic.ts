import "server-only";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";

/** What a screen can follow beside a tool: each has a small state that is read whole, the same for everybody who watches. */
export const STATE_KINDS = ["round", "rounds", "meeting", "board"] as const;
export type StateKind = (typeof STATE_KINDS)[number];

/** One of a team's rounds or meetings; or its board or its list of rounds, whose id is the team's. */
export interface Stated {
  readonly kind: StateKind;
  readonly id: string;
}

/** A team's copy of a tool. */
export interface AboutTool {
  readonly kind: "tool";
  readonly toolRef: ToolRef;
}

/** What the streams of one room are about, and a message between instances, too. */
export interface Topic<About extends AboutTool | Stated = AboutTool | Stated> {
  readonly agencyId: string;
  readonly teamId: string;
  readonly about: About;
}

export type ToolTopic = Topic<AboutTool>;
export type StateTopic = Topic<Stated>;

export function topicKeyOf({ agencyId, teamId, about }: Topic): string {
  return `${agencyId} ${teamId} ${about.kind} ${about.kind === "tool" ? toolKey(about.toolRef) : about.id}`;
}
