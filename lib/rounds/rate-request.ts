import "server-only";
import { z } from "zod";
import { ROUND_LIMITS, type RoundFacts } from "@/lib/domain/rounds/round";
import { boundedText, writtenText } from "@/lib/domain/text/bounded-text";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { SECRET_MAX } from "@/lib/platform/auth/secrets";
import { readSent } from "@/lib/platform/entry/read-sent";
import { type RaterSeat, saveOwnNote, saveRating, setFinished, setOwnNoteShown } from "./own-ratings";

/** What a page of a rater sends, as a form or as JSON. */
export const RATE_BODY_MAX_BYTES = 16 * 1024;

const LONGEST_ID = 100;
const LONGEST_VALUE = 40;

const rateSchema = z.strictObject({
  /** "save" is the page's own; the others are a form's buttons. */
  act: z.enum(["save", "next", "back", "clear", "finish", "go-on", "show-note", "hide-note"]),
  item: writtenText(LONGEST_ID).default(""),
  /** Left out by a form whose item has no choice yet. */
  value: writtenText(LONGEST_VALUE).optional(),
  /** Where a form leads back to, if not to the items. */
  back: z.literal("round").optional(),
  words: writtenText(ROUND_LIMITS.note, undefined, (text) => text.trim()).optional(),
});

const startSchema = z.strictObject({ act: z.literal("start"), key: boundedText(SECRET_MAX) });

/** The key of a page that asks to start with a link that was handed over; null for anything else. */
export function readStart(body: Uint8Array, contentType: string | null): string | null {
  return startSchema.safeParse(readSent(body, contentType)).data?.key ?? null;
}

export type RateRequest = z.infer<typeof rateSchema>;

/** @throws RefusedError for what is none of our pages' */
export function readRateRequest(body: Uint8Array, contentType: string | null): RateRequest {
  const read = rateSchema.safeParse(readSent(body, contentType));
  if (!read.success) {
    const isTooLong = read.error.issues.some(({ path }) => path[0] === "words");
    throw new RefusedError(isTooLong ? `Shorten your note to ${ROUND_LIMITS.note.toLocaleString("en-US")} characters or fewer.` : "The page sent something we do not know. Load it again.");
  }
  return read.data;
}

/** Does what a rater's page asks. Nothing of it is recorded but the rating itself. */
export async function rate(seat: RaterSeat, round: Pick<RoundFacts, "tool">, { act, item, value, words }: RateRequest): Promise<void> {
  if (act === "go-on") return setFinished(seat, false);
  if (act === "show-note" || act === "hide-note") return setOwnNoteShown(seat, item, act === "show-note");
  if (act === "clear") return saveRating(seat, round.tool, item, "");
  if (value !== undefined && value !== "") await saveRating(seat, round.tool, item, value);
  if (words !== undefined) await saveOwnNote(seat, item, words);
  // The last item's button says both.
  if (act === "finish") await setFinished(seat, true);
}

/** Where a form leads to: the item after or before this one, or out of the items. */
export function itemAfter(itemIds: readonly string[], { act, item }: Pick<RateRequest, "act" | "item">): string | null {
  if (act === "finish" || act === "go-on") return null;
  const place = itemIds.indexOf(item) + (act === "next" ? 1 : act === "back" ? -1 : 0);
  return itemIds[Math.max(place, 0)] ?? null;
}
