"use server";

import { z } from "zod";
import { INDICATOR_DIRECTIONS, INDICATOR_UNITS } from "@/lib/domain/indicators/indicator";
import { UNIT_WORDS_MAX_LENGTH, VALUE_NOTE_MAX_LENGTH, VALUE_SOURCE_MAX_LENGTH } from "@/lib/domain/limits";
import { boundedText, idText, writtenText } from "@/lib/domain/text/bounded-text";
import { addFromLibrary } from "@/lib/indicators/add-from-library";
import { addValue, correctValue, removeValue, restoreValue, setIndicator } from "@/lib/indicators/change-indicators";
import { showOnTeamPages, toolAction, toolSchema } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const trimmed = (max: number) => writtenText(max, undefined, (text) => text.normalize("NFC").trim());
/** What is read by rules of its own, which say what is wrong with it by name (lib/domain/indicators). */
const typed = boundedText(200);

const placeSchema = toolSchema.extend({ itemId: writtenText(80), rowId: writtenText(64) });
const valueSchema = placeSchema.extend({
  on: typed,
  value: typed,
  of: typed,
  source: trimmed(VALUE_SOURCE_MAX_LENGTH),
  note: trimmed(VALUE_NOTE_MAX_LENGTH),
});
const valueId = idText();

/** Says how a row is measured. */
export const setIndicatorAction = toolAction({
  permission: "response:edit",
  rate: RATES.change,
  input: placeSchema.extend({
    unit: z.enum(INDICATOR_UNITS, "Choose what is measured."),
    unitWords: trimmed(UNIT_WORDS_MAX_LENGTH),
    direction: z.enum(INDICATOR_DIRECTIONS, "Choose which way is better."),
    target: typed,
    targetOn: typed,
  }),
  run: (context, { toolRef, itemId, rowId, ...settings }) => setIndicator(context, { toolRef, itemId, rowId }, settings),
  finish: showOnTeamPages,
  audit: ({ rowId }) => ({ rowId, change: "settings" }),
});

export const addValueAction = toolAction({
  permission: "response:edit",
  rate: RATES.change,
  input: valueSchema,
  once: {},
  run: (context, { toolRef, itemId, rowId, ...value }) => addValue(context, { toolRef, itemId, rowId }, value),
  finish: showOnTeamPages,
  audit: ({ rowId }, id) => ({ rowId, valueId: id, change: "add" }),
});

export const correctValueAction = toolAction({
  permission: "response:edit",
  rate: RATES.change,
  input: valueSchema.extend({ valueId }),
  once: { mayChange: true },
  run: (context, { toolRef, itemId, rowId, valueId: id, ...value }) => correctValue(context, { toolRef, itemId, rowId, valueId: id }, value),
  finish: showOnTeamPages,
  audit: ({ rowId, valueId: id }) => ({ rowId, valueId: id, change: "correct" }),
});

export const removeValueAction = toolAction({
  permission: "response:edit",
  rate: RATES.change,
  input: placeSchema.extend({ valueId }),
  run: removeValue,
  finish: showOnTeamPages,
  audit: ({ rowId, valueId: id }) => ({ rowId, valueId: id, change: "remove" }),
});

export const restoreValueAction = toolAction({
  permission: "response:edit",
  rate: RATES.change,
  input: placeSchema.extend({ valueId }),
  run: restoreValue,
  finish: showOnTeamPages,
  audit: ({ rowId, valueId: id }) => ({ rowId, valueId: id, change: "restore" }),
});

/** The new row's id comes from the page: it names the act as well, so that sending it again adds nothing. */
export const addFromLibraryAction = toolAction({
  permission: "response:edit",
  rate: RATES.change,
  input: placeSchema.extend({ rowId: idText(), libraryId: boundedText(80) }),
  run: (context, { libraryId, ...place }) => addFromLibrary(context, place, libraryId),
  finish: showOnTeamPages,
  audit: ({ rowId, libraryId }) => ({ rowId, libraryId, change: "library" }),
});
