import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import { callAsAgency } from "@/lib/db/with-agency";
import type { AppliedChange } from "@/lib/documents/document-work";
import type { ToolDefinition } from "@/lib/tools/definition";
import type { AnswerChange } from "./check-answers";
import { APART, UpdateRefusedError } from "./update-refusal";

/** A change that was applied to a copy of the document, and what became of it. */
export type Applied = Extract<AppliedChange, { kind: "applied" }>;

interface Write {
  readonly applied: Applied;
  readonly changes: readonly AnswerChange[];
  readonly expectedSeq: number;
  readonly seq: number;
  readonly isOurs: boolean;
}

/** What PostgreSQL raises when a writer is somebody else's. */
const WRITER_TAKEN = "WB001";

/**
 * Writes the log entry, the answers and their history in one statement (save_response, in prisma/migrations).
 * @returns "moved" when another save came in between, "many" when the response has too many writers.
 */
export async function writeUpdate(context: TeamContext, tool: ToolDefinition, { applied, changes, expectedSeq, seq, isOurs }: Write) {
  const writers = isOurs ? [] : applied.writers;
  try {
    const [written] = await callAsAgency<{ save_response: "saved" | "moved" | "many" }>(context, "save_response", [
      context.teamId,
      tool.ref.toolkitId,
      tool.ref.toolId,
      tool.version,
      expectedSeq,
      seq,
      applied.update,
      JSON.stringify(changes.map(toRow)),
      applied.sizeBytes,
      applied.snapshot,
      isOurs,
      writers.map(({ writer }) => writer),
      writers.filter(({ isNew }) => isNew).map(({ writer }) => writer),
      context.sidHash ? Buffer.from(context.sidHash, "hex") : null,
    ]);
    return written?.save_response ?? "moved";
  } catch (error) {
    if ((error as { code?: unknown }).code !== WRITER_TAKEN) throw error;
    throw new UpdateRefusedError({ ...APART, writers: writers.map(({ writer, from }) => ({ writer, clock: from })) });
  }
}

function toRow({ item, answer }: AnswerChange) {
  return { item_id: item.id, value: answer, is_counted: !item.extension };
}
