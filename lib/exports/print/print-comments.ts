import type { CommentThread, CommentView } from "@/lib/comments/comment";
import { showCommentText } from "@/lib/domain/people/comment-text";
import { sectionItemReports } from "@/lib/domain/report/report";
import type { ToolReport } from "@/lib/domain/report/report-model";
import { itemName } from "@/lib/domain/tool/items";
import type { ToolComments } from "@/lib/exports/document/export-document";
import type { PrintBlock } from "./print-blocks";
import { type EventPrinter, formatEvent } from "./print-dates";

function printComment(comment: CommentView, isReply: boolean, printer: EventPrinter): PrintBlock {
  const written = `${isReply ? "Reply by " : ""}${formatEvent(comment, printer)}${comment.isEdited ? " (edited)" : ""}`;
  return {
    block: "field",
    number: "",
    prompt: written,
    answer: comment.body === null ? "This comment was deleted." : showCommentText(printer.people, comment.body),
    room: "line",
  };
}

function printThread({ resolved, comments }: CommentThread, printer: EventPrinter): PrintBlock[] {
  return [
    ...(resolved ? [{ block: "paragraph", tone: "note", text: `Resolved by ${formatEvent(resolved, printer)}` } as const] : []),
    ...comments.map((comment, index) => printComment(comment, index > 0, printer)),
  ];
}

/** What people said about a tool's items, after the tool itself; nothing when nobody said anything. */
export function printComments(tool: ToolReport, comments: ToolComments, printer: EventPrinter): PrintBlock[] {
  const discussed = tool.sections.flatMap(sectionItemReports).filter((item) => comments.has(item.id));
  if (discussed.length === 0) return [];
  return [
    { block: "heading", level: 2, text: "Comments", isOutlined: true, isLeftOutOfContents: true },
    ...discussed.flatMap((item): PrintBlock[] => [
      { block: "heading", level: 3, text: itemName(item), isOutlined: false },
      ...(comments.get(item.id) ?? []).flatMap((thread) => printThread(thread, printer)),
    ]),
  ];
}
