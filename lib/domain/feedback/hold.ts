import { HELD_REASONS, type HeldReason } from "./answer";

/** Above these an answer is held for a closer look; nothing is refused for them. */
export const HOLD_LIMITS = {
  /** Nobody reads a form and answers it in less. */
  quickestMs: 3_000,
  links: 3,
  /** Shorter words come from many people by themselves: "I do not know". */
  sameTextFrom: 30,
  sameText: 3,
  /** Of one network in a day; a shelter's people may share one. */
  fromOne: 20,
} as const;

/** What is known of an answer when it comes. */
export interface Arrival {
  /** A proof of work for this very page, not used before. */
  readonly hasProof: boolean;
  /** What stood in the field that people do not see. */
  readonly trap: string;
  /** Since the page was made, milliseconds. */
  readonly afterMs: number;
  /** All that was written. */
  readonly texts: readonly string[];
  /** How often the most frequent of the texts came that day, this time included. */
  readonly sameText: number;
  /** How many came from the same network that day, this one included. */
  readonly fromOne: number;
}

const LINK = /\b(?:https?:\/\/|www\.)\S/gi;

/** Why an answer is held; empty where nothing looks wrong. */
export function findHeldReasons({ hasProof, trap, afterMs, texts, sameText, fromOne }: Arrival): readonly HeldReason[] {
  const links = texts.reduce((sum, text) => sum + (text.match(LINK)?.length ?? 0), 0);
  const isSo: Readonly<Record<HeldReason, boolean>> = {
    "no-script": !hasProof,
    trap: trap !== "",
    "too-quick": afterMs < HOLD_LIMITS.quickestMs,
    "many-links": links >= HOLD_LIMITS.links,
    "same-text": sameText > HOLD_LIMITS.sameText,
    "many-from-one": fromOne > HOLD_LIMITS.fromOne,
  };
  return HELD_REASONS.filter((reason) => isSo[reason]);
}

/** A text as it is compared with others; null where it is too short to say anything. */
export function comparedText(text: string): string | null {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return plain.length >= HOLD_LIMITS.sameTextFrom ? plain : null;
}
