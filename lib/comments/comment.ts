import type { CommentText } from "@/lib/domain/people/comment-text";
import type { PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";

export interface CommentView extends ReportEvent {
  readonly id: string;
  readonly isYours: boolean;
  readonly isEdited: boolean;
  /** Null for a deleted comment that was answered. */
  readonly body: CommentText | null;
}

/** One conversation; it always holds a comment that was not deleted. */
export interface CommentThread {
  readonly id: string;
  readonly resolved: ReportEvent | null;
  /** Oldest first. */
  readonly comments: readonly CommentView[];
}

/** The comments of one item, as its panel shows them. */
export interface ItemComments {
  /** Oldest first. */
  readonly threads: readonly CommentThread[];
  readonly mayComment: boolean;
  readonly isLocked: boolean;
  /** Whether people are told of mentions by email. */
  readonly sendsMail: boolean;
  /** Who can be mentioned: who else can open this tool. Empty for those who may not comment. */
  readonly mentionable: readonly PersonRef[];
}
