import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import type { HistoryChange } from "@/lib/export/export-document";
import { ExportError } from "@/lib/export/export-error";
import type { ToolNumber } from "@/lib/tools/definition";
import { listToolHistory, type TimelineEntry } from "./history-timeline";

/** A page at a time: each change may hold two long answers. */
const CHANGES_AT_ONCE = 250;
/** What one file can hold, in characters; a worker takes no more either. */
const MOST_CHARACTERS = 24_000_000;

/** Every change of one tool, newest first, a page at a time, however many there are. */
export async function* readHistory(context: TeamContext, toolNumber: ToolNumber): AsyncGenerator<readonly HistoryChange[]> {
  let before: string | null = "";
  while (before !== null) {
    const page = await listToolHistory(context, toolNumber, { before, limit: CHANGES_AT_ONCE });
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
  toolNumbers: readonly ToolNumber[],
): Promise<ReadonlyMap<ToolNumber, readonly HistoryChange[]>> {
  const histories = new Map<ToolNumber, readonly HistoryChange[]>();
  let characters = 0;
  for (const number of toolNumbers) {
    const changes: HistoryChange[] = [];
    for await (const page of readHistory(context, number)) {
      characters += JSON.stringify(page).length;
      if (characters > MOST_CHARACTERS) throw new ExportError("too-large", `more than ${MOST_CHARACTERS} characters of history`);
      changes.push(...page);
    }
    if (changes.length > 0) histories.set(number, changes);
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
