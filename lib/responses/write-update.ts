import "server-only";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import type { TeamContext } from "@/lib/platform/auth/context";
import { callAsAgency } from "@/lib/platform/db/with-agency";
import type { Applied } from "@/lib/sync/work/apply-change";
import type { AnswerChange } from "./check-answers";
import { APART, REFUSALS, UpdateRefusedError } from "./update-refusal";

interface Write {
  readonly applied: Applied;
  readonly changes: readonly AnswerChange[];
  readonly expectedSeq: number;
  readonly seq: number;
  readonly isOurs: boolean;
}

/** What PostgreSQL raises when a writer is somebody else's, or the actor took very many. */
const WRITER_TAKEN = "WB001";
const MANY_WRITERS = "WB002";

/**
 * Writes the log entry, the answers and their history in one statement (save_response, in prisma/migrations).
 * @returns false when another save came in between, or the tool was completed or locked meanwhile: nothing was written.
 * @throws UpdateRefusedError when a writer is somebody else's, or the person took very many.
 */
export async function writeUpdate(context: TeamContext, tool: ToolDefinition, { applied, changes, expectedSeq, seq, isOurs }: Write): Promise<boolean> {
  const writers = isOurs ? [] : applied.writers;
  try {
    const [written] = await callAsAgency<{ save_response: "saved" | "moved" }>(context, "save_response", [
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
    return written?.save_response === "saved";
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === MANY_WRITERS) throw new UpdateRefusedError(REFUSALS.manyWriters);
    if (code !== WRITER_TAKEN) throw error;
    throw new UpdateRefusedError({ ...APART, writers: writers.map(({ writer, from }) => ({ writer, clock: from })) });
  }
}

function toRow({ item, answer }: AnswerChange) {
  return { item_id: item.id, value: answer, is_counted: !item.extension };
}
