import type { CommentThread, CommentView } from "@/lib/comments/comment";
import type { Answer, TableRow } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import { nameInAnswer } from "@/lib/domain/item/people-in-answers";
import { itemsEver } from "@/lib/domain/item/upgrades";
import { showCommentText } from "@/lib/domain/people/comment-text";
import { type People, showPerson } from "@/lib/domain/people/person";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, itemsById } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import type { StatusWord } from "@/lib/events/response-event";
import type { EvidenceEntry, ExportDocument, HistoryChange } from "@/lib/exports/document/export-document";
import { isSameAnswer } from "@/lib/domain/answer/same-answer";
import { column, type SheetTable, tableOf } from "./sheet-model";
import { eventColumns, type EventWriter } from "./sheet-times";

interface PlacedComment {
  readonly tool: ToolDefinition;
  readonly item: Item;
  readonly thread: CommentThread;
  /** Counts within the tool. */
  readonly threadNumber: number;
  readonly comment: CommentView;
}

function listComments({ comments, edition }: ExportDocument): PlacedComment[] {
  return edition.tools.flatMap(({ definition: tool }) => {
    const ofTool = comments.get(toolKey(tool.ref));
    if (!ofTool) return [];
    const threads = [...itemsById(tool).values()].flatMap((item) =>
      (ofTool.get(item.id) ?? []).map((thread) => ({ tool, item, thread })),
    );
    return threads.flatMap((placed, index) =>
      placed.thread.comments.map((comment) => ({ ...placed, comment, threadNumber: index + 1 })),
    );
  });
}

export function buildCommentsSheet(document: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<PlacedComment>(
    {
      name: "Comments",
      title: "Comments, one row each",
      explanation: "What people said about the questions, oldest first within each conversation.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Toolkit", "code", ({ tool }) => tool.ref.toolkitId),
      column("Item id", "code", ({ item }) => item.id),
      column("Question", "words", ({ item }) => itemName(item)),
      column("Conversation", "number", ({ threadNumber }) => threadNumber),
      column("Kind", "code", ({ thread, comment }) => (thread.comments[0] === comment ? "Comment" : "Reply")),
      ...eventColumns<PlacedComment>("Written", ({ comment }) => comment, writer),
      column("Edited", "code", ({ comment }) => (comment.isEdited ? "Yes" : "No")),
      column("Comment", "words", ({ comment }) => comment.body === null ? "This comment was deleted." : showCommentText(document.people, comment.body)),
      ...eventColumns<PlacedComment>("Resolved", ({ thread }) => thread.resolved, writer),
    ],
    listComments(document),
  );
}

type AnswerChange = Extract<HistoryChange, { kind: "answer" }>;

interface PlacedChange {
  readonly tool: ToolDefinition;
  /** Null for a change of the whole tool. */
  readonly item: Item | null;
  readonly change: HistoryChange;
}

const STATUS_WORDS: Record<StatusWord, string> = {
  completed: "Tool marked complete",
  "completed-and-locked": "Tool marked complete and locked",
  reopened: "Tool reopened",
  locked: "Tool locked",
  unlocked: "Tool unlocked",
  rebuilt: "Room made in the tool",
};

function changeWords({ before, after, isRestore }: AnswerChange): string {
  if (isRestore) return "Answer brought back";
  if (before === null) return "Answer given";
  if (after === null) return "Answer cleared";
  return isReordered(before, after) ? "Rows put in another order" : "Answer changed";
}

/** Of a table only the rows that are not in the other answer just so: else one changed cell would repeat all of it. */
function differingRows(answer: Answer | null, other: Answer | null): Answer | null {
  if (!Array.isArray(answer)) return answer;
  const others = new Map(((other ?? []) as readonly TableRow[]).map((row) => [row.id, row]));
  return (answer as readonly TableRow[]).filter((row) => !isSameAnswer(row, others.get(row.id)));
}

function isReordered(before: Answer, after: Answer): boolean {
  const rows = [differingRows(before, after), differingRows(after, before)];
  return rows.every((differing) => Array.isArray(differing) && differing.length === 0);
}

function answerText({ item, change }: PlacedChange, side: "before" | "after", people: People): string {
  if (change.kind !== "answer") return "";
  const answer = differingRows(change[side], change[side === "before" ? "after" : "before"]);
  if (item) return formatAnswer(item, nameInAnswer(item, answer, (person) => showPerson(people, person)));
  // An item that this version of the toolkit no longer has: what was stored still stands here.
  return typeof answer === "string" ? answer : answer === null ? "" : JSON.stringify(answer);
}

function listChanges({ history, edition }: ExportDocument): PlacedChange[] {
  return edition.tools.flatMap(({ definition: tool }) => {
    const items = itemsEver(tool);
    return (history.get(toolKey(tool.ref)) ?? []).map((change) => ({
      tool,
      item: change.kind === "answer" ? (items.get(change.itemId) ?? null) : null,
      change,
    }));
  });
}

export function buildHistorySheet(document: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<PlacedChange>(
    {
      name: "History",
      title: "History, one row per change",
      explanation: "Every recorded change, the latest first within each tool; what one person changes in an item within a minute is one change. Of tables only the rows that changed stand here.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Toolkit", "code", ({ tool }) => tool.ref.toolkitId),
      ...eventColumns<PlacedChange>("Changed", ({ change }) => change, writer),
      column("What happened", "text", ({ change }) =>
        change.kind === "status" ? STATUS_WORDS[change.status] : changeWords(change),
      ),
      column("Item id", "code", ({ change }) => (change.kind === "answer" ? change.itemId : null)),
      column("Question", "words", ({ item }) => (item ? itemName(item) : null)),
      column("Before", "words", (placed) => answerText(placed, "before", document.people)),
      column("After", "words", (placed) => answerText(placed, "after", document.people)),
    ],
    listChanges(document),
  );
}

export function buildFilesSheet({ evidence }: ExportDocument, writer: EventWriter): SheetTable {
  return tableOf<EvidenceEntry>(
    {
      name: "Files",
      title: "Supporting files, one row each",
      explanation: "The files that support the answers; they are kept in the workbook and are not part of this download.",
    },
    [
      column("Tool", "number", ({ tool }) => tool.number),
      column("Toolkit", "code", ({ tool }) => tool.ref.toolkitId),
      column("Item id", "code", ({ itemId }) => itemId),
      column("Question", "words", ({ item }) => item),
      column("File", "text", ({ name }) => name),
      column("Kind and size", "text", ({ kind }) => kind),
      ...eventColumns<EvidenceEntry>("Added", ({ added }) => added, writer),
    ],
    evidence,
  );
}
