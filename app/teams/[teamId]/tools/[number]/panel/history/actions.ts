"use server";

import { z } from "zod";
import { teamAction } from "@/lib/auth/action";
import { RATES } from "@/lib/auth/rates";
import { type Restored, restoreAnswer, restoreRemovedRow } from "@/lib/data/history-restore";
import { boundedText, idText, instantText } from "@/lib/tools/bounded-text";
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";
import { toolRefSchema } from "@/lib/tools/tool-ref-schema";

const itemSchema = z.strictObject({ toolRef: toolRefSchema, itemId: boundedText(100) });
const restoreAnswerSchema = itemSchema.extend({
  revision: z.strictObject({ userId: idText(), minute: instantText() }),
  which: z.enum(["before", "after"]),
});
const restoreRowSchema = itemSchema.extend({ rowId: boundedText(100) });

interface ItemInput {
  readonly toolRef: ToolRef;
  readonly itemId: string;
}

const toolOf = (input: ItemInput) => input.toolRef;

/**
 * Nothing is announced: open screens get the change itself through the live stream, like anybody's typing.
 * `madeIn` lets the history say which of its changes brought something back.
 */
const audit = ({ toolRef, itemId }: ItemInput, { minute }: Restored) => ({ tool: toolKey(toolRef), itemId, madeIn: minute });

export const restoreAnswerAction = teamAction({
  permission: "response:edit",
  rate: RATES.restore,
  input: restoreAnswerSchema,
  toolRef: toolOf,
  once: { mayChange: true },
  run: (context, { toolRef, itemId, revision, which }) => restoreAnswer(context, toolRef, itemId, revision, which),
  audit,
});

export const restoreRowAction = teamAction({
  permission: "response:edit",
  rate: RATES.restore,
  input: restoreRowSchema,
  toolRef: toolOf,
  once: { mayChange: true },
  run: (context, { toolRef, itemId, rowId }) => restoreRemovedRow(context, toolRef, itemId, rowId),
  audit: (input, data) => ({ ...audit(input, data), rowId: input.rowId }),
});
