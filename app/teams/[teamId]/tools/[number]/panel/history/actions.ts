"use server";

import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import { RATES } from "@/lib/auth/rates";
import { type Restored, restoreAnswer, restoreRemovedRow } from "@/lib/data/history-restore";
import { boundedText, idText, instantText } from "@/lib/tools/bounded-text";

const itemSchema = z.strictObject({ toolNumber: z.number().int(), itemId: boundedText(100) });
const restoreAnswerSchema = itemSchema.extend({
  revision: z.strictObject({ userId: idText(), minute: instantText() }),
  which: z.enum(["before", "after"]),
});
const restoreRowSchema = itemSchema.extend({ rowId: boundedText(100) });

interface ItemInput {
  readonly toolNumber: number;
  readonly itemId: string;
}

const toolOf = (input: ItemInput) => input.toolNumber;

/**
 * Nothing is announced: open screens get the change itself through the live stream, like anybody's typing.
 * `madeIn` lets the history say which of its changes brought something back.
 */
const audit = ({ toolNumber, itemId }: ItemInput, { minute }: Restored) => ({ toolNumber, itemId, madeIn: minute });

export const restoreAnswerAction = teamAction({
  permission: "response:edit",
  rate: RATES.restore,
  input: restoreAnswerSchema,
  toolNumber: toolOf,
  once: { mayChange: true },
  run: (context, { toolNumber, itemId, revision, which }) => restoreAnswer(context, toolNumber, itemId, revision, which),
  audit,
});

export const restoreRowAction = teamAction({
  permission: "response:edit",
  rate: RATES.restore,
  input: restoreRowSchema,
  toolNumber: toolOf,
  once: { mayChange: true },
  run: (context, { toolNumber, itemId, rowId }) => restoreRemovedRow(context, toolNumber, itemId, rowId),
  audit: (input, data) => ({ ...audit(input, data), rowId: input.rowId }),
});
