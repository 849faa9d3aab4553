import "server-only";
import { toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";

/** What a screen can follow beside a tool, by an id of its own. What happens to it is counted, and has no document. */
export const COUNTED_KINDS = ["round", "meeting", "board"] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];

/** One of a team's rounds, meetings or boards. */
export interface Counted {
  readonly kind: CountedKind;
  readonly id: string;
}

/** A team's copy of a tool, or what is counted. */
export type About = { readonly kind: "tool"; readonly toolRef: ToolRef } | Counted;

/** What the streams of one room are about, and a message between instances, too. */
export interface Topic {
  readonly agencyId: string;
  readonly teamId: string;
  readonly about: About;
}

export function topicKeyOf({ agencyId, teamId, about }: Topic): string {
  return `${agencyId} ${teamId} ${about.kind} ${about.kind === "tool" ? toolKey(about.toolRef) : about.id}`;
}
