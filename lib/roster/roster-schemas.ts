import { z } from "zod";
import { writtenText } from "@/lib/domain/text/bounded-text";
import { SEAT_MARKS, SEATS } from "@/lib/domain/toolkit/roster";

const seat = z.enum(SEATS, "Choose from the list.");

export const ownSeatsSchema = z.strictObject({ seats: z.array(seat).max(SEATS.length) });

/** Where somebody looks for a person fits a line. */
export const MARK_WORDS_MAX = 200;
const ONLY_LOOKING = "These words only go with “We are looking for somebody”. Clear them, or choose that.";

export const seatMarkSchema = z
  .strictObject({
    seat,
    /** "none" takes the mark away. */
    mark: z.enum(["none", ...SEAT_MARKS], "Choose what the team says."),
    words: writtenText(MARK_WORDS_MAX, `Use ${MARK_WORDS_MAX} characters or fewer.`, (text) => text.trim()),
  })
  .refine(({ mark, words }) => mark === "looking" || words === "", { path: ["words"], message: ONLY_LOOKING });
export type SeatMarking = z.infer<typeof seatMarkSchema>;
