import type { AssignmentView } from "@/lib/assignments/assignment";
import type { Progress } from "@/lib/domain/item/item-readers";
import type { ToolReportMeta } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";

/** One tool and where the team stands with it. */
export interface Task extends ToolReportMeta {
  readonly tool: ToolDefinition;
  readonly progress: Progress;
  /** How many people have marked it as reviewed; only for tools that are there to be read. */
  readonly reviewCount: number | null;
  /** Conversations in its comments that are not resolved. */
  readonly openThreads: number;
  /** Who has the whole tool; null when nobody does. */
  readonly assignment: Pick<AssignmentView, "assignee" | "isMine" | "dueOn" | "handedBack"> | null;
}
