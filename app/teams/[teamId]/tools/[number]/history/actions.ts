"use server";

import { z } from "zod";
import { boundedText, instantText } from "@/lib/domain/text/bounded-text";
import { restoreAnswer, restoreRemovedRow } from "@/lib/history/history-restore";
import { toolAction, toolSchema } from "@/lib/platform/entry/tool-action";
import { RATES } from "@/lib/platform/rates/rates";

const itemSchema = toolSchema.extend({ itemId: boundedText(100) });

export const restoreAnswerAction = toolAction({
  permission: "response:edit",
  rate: RATES.restore,
  input: itemSchema.extend({
    revision: z.strictObject({ mark: boundedText(22), minute: instantText() }),
    which: z.enum(["before", "after"]),
  }),
  once: { mayChange: true },
  run: (context, { toolRef, itemId, revision, which }) => restoreAnswer(context, toolRef, itemId, revision, which),
  finish: () => Promise.resolve(null),
  audit: ({ itemId }) => ({ itemId }),
});

export const restoreRowAction = toolAction({
  permission: "response:edit",
  rate: RATES.restore,
  input: itemSchema.extend({ rowId: boundedText(100) }),
  once: { mayChange: true },
  run: (context, { toolRef, itemId, rowId }) => restoreRemovedRow(context, toolRef, itemId, rowId),
  finish: () => Promise.resolve(null),
  audit: ({ itemId, rowId }) => ({ itemId, rowId }),
});
