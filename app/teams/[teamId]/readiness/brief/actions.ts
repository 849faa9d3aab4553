"use server";

import { z } from "zod";
import { BRIEF_MARK_LENGTH, saveBriefWords } from "@/lib/agencies/team-brief";
import { BRIEF_LIMITS } from "@/lib/domain/readiness/brief";
import { boundedText, writtenText } from "@/lib/domain/text/bounded-text";
import { teamAction } from "@/lib/platform/entry/action";
import { RATES } from "@/lib/platform/rates/rates";

/** Of a statement of the toolkit, or none. */
const itemId = boundedText(100).regex(/^[a-z0-9-]*$/);
const why = writtenText(BRIEF_LIMITS.why);

/** What the team's one-page brief says. */
export const saveBriefAction = teamAction({
  permission: "team:update",
  rate: RATES.change,
  input: z.strictObject({
    title: writtenText(BRIEF_LIMITS.title),
    item1: itemId,
    why1: why,
    item2: itemId,
    why2: why,
    item3: itemId,
    why3: why,
    planned: writtenText(BRIEF_LIMITS.planned),
    asks: writtenText(BRIEF_LIMITS.asks),
    /** Marks the words that the page was opened with. */
    basedOn: boundedText(BRIEF_MARK_LENGTH),
  }),
  run: (context, { title, item1, why1, item2, why2, item3, why3, planned, asks, basedOn }) => {
    const words = {
      title,
      planned,
      asks,
      // One that is named twice is a priority once.
      priorities: [
        { itemId: item1, why: why1 },
        { itemId: item2, why: why2 },
        { itemId: item3, why: why3 },
      ].filter((one, index, all) => one.itemId !== "" && all.findIndex((other) => other.itemId === one.itemId) === index),
    };
    return saveBriefWords(context, words, basedOn);
  },
});
