import "server-only";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { HistoryChange } from "@/lib/exports/document/export-document";
import { ExportError } from "@/lib/exports/document/export-error";
import { listToolHistory, type TimelineEntry } from "@/lib/history/history-timeline";
import type { TeamContext } from "@/lib/platform/auth/context";

/** A page at a time: each change may hold two long answers. */
const CHANGES_AT_ONCE = 250;
/** What one file can hold, in characters; a worker takes no more either. */
const MOST_CHARACTERS = 24_000_000;

/** Every change of one tool, newest first, a page at a time, however many there are. */
export async function* readHistory(context: TeamContext, toolRef: ToolRef): AsyncGenerator<readonly HistoryChange[]> {
  let before: string | null = "";
  while (before !== null) {
    const page = await listToolHistory(context, toolRef, { before, limit: CHANGES_AT_ONCE });
    yield (page?.entries ?? []).map(toChange);
    before = page?.older ?? null;
  }
}

/**
 * All changes of these tools, by tool; tools without any are missing.
 * @throws ExportError "too-large" before they fill the server's memory.
 */
export async function loadHistory(
  context: TeamContext,
  toolRefs: readonly ToolRef[],
): Promise<ReadonlyMap<ToolKey, readonly HistoryChange[]>> {
  const histories = new Map<ToolKey, readonly HistoryChange[]>();
  let characters = 0;
  for (const toolRef of toolRefs) {
    const changes: HistoryChange[] = [];
    for await (const page of readHistory(context, toolRef)) {
      characters += JSON.stringify(page).length;
      if (characters > MOST_CHARACTERS) throw new ExportError("too-large", `more than ${MOST_CHARACTERS} characters of history`);
      changes.push(...page);
    }
    if (changes.length > 0) histories.set(toolKey(toolRef), changes);
  }
  return histories;
}

/** Without the ids that name people inside the workbook. */
function toChange(entry: TimelineEntry): HistoryChange {
  const { by, at } = entry;
  if (entry.kind === "status") return { kind: "status", status: entry.status, by, at };
  const { itemId, before, after, isRestore } = entry;
  return { kind: "answer", itemId, before, after, isRestore, by, at };
}
