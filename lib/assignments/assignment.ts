import type { Progress } from "@/lib/domain/item/item-readers";
import type { PersonRef } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** Who has a tool, a part of it or an item. */
export interface AssignmentView {
  readonly assignmentId: string;
  readonly toolRef: ToolRef;
  /** Id of the part or the item; empty for the whole tool. */
  readonly targetId: string;
  readonly assignee: PersonRef;
  readonly isMine: boolean;
  /** By whom and when it was given. */
  readonly assigned: ReportEvent;
  /** A day, "2026-12-01". */
  readonly dueOn: string | null;
  readonly isAccepted: boolean;
  /** What the assignee said when they gave it back, possibly nothing; null while they have it. */
  readonly handedBack: { readonly note: string } | null;
}

/** The same, with how far it is filled in. */
export interface MyAssignment extends AssignmentView {
  readonly progress: Progress;
  /** What is written there, shortened, where a single item was assigned; else empty. */
  readonly words: string;
  /** The first blank items of a tool or a part. */
  readonly blanks: readonly string[];
}
