import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { IconName } from "@/components/ui/icon";
import type { ToolDefinition } from "@/lib/tools/definition";
import type { Progress } from "@/lib/tools/item-readers";
import { toolName } from "@/lib/tools/items";
import { REPORT_STATUS_LABELS, type ReportStatus, type ToolReportMeta } from "@/lib/tools/report-model";

const STATUS: Record<ReportStatus, { tone: TagTone; icon: IconName }> = {
  "not-started": { tone: "neutral", icon: "circle" },
  "in-progress": { tone: "info", icon: "half-circle" },
  complete: { tone: "success", icon: "check" },
};

export function ToolStatus({ status }: { status: ReportStatus }) {
  const { tone, icon } = STATUS[status];
  return (
    <Tag tone={tone} icon={icon}>
      {REPORT_STATUS_LABELS[status]}
    </Tag>
  );
}

/** One tool and where the team stands with it. */
export interface Task extends ToolReportMeta {
  readonly tool: ToolDefinition;
  readonly progress: Progress;
  /** How many people have marked it as reviewed; only for tools that are there to be read. */
  readonly reviewCount: number | null;
}

export function describeProgress({ progress, reviewCount }: Task): string {
  if (reviewCount !== null) return reviewCount === 1 ? "Reviewed by 1 person" : `Reviewed by ${reviewCount} people`;
  return progress.total === 0 ? "" : `${progress.answered} of ${progress.total} answered`;
}

interface TaskListProps {
  teamId: string;
  tasks: readonly Task[];
  /** The tool to go on with, marked in words. */
  nextTool: ToolDefinition | null;
}

/** Tools as things to do, each a link as wide as its row. */
export function TaskList({ teamId, tasks, nextTool }: TaskListProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {tasks.map((task) => (
        <li
          key={task.tool.number}
          className="relative flex flex-col gap-x-6 gap-y-2 px-4 py-4 hover:bg-primary-soft sm:flex-row sm:items-center sm:justify-between sm:px-5"
        >
          <div className="min-w-0">
            <Link
              href={`/teams/${teamId}/tools/${task.tool.number}`}
              className="text-[1.0625rem] font-semibold no-underline after:absolute after:inset-0 hover:underline"
            >
              {toolName(task.tool)}
            </Link>
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-[0.9375rem] text-muted">
              <span>{describeProgress(task)}</span>
              <LastWork task={task} />
            </p>
          </div>
          <p className="flex flex-none flex-wrap items-center gap-2">
            {task.tool === nextTool ? <Tag tone="primary">Next</Tag> : null}
            <ToolStatus status={task.status} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function LastWork({ task: { completed, lastChange } }: { task: Task }) {
  const last = completed ?? lastChange;
  if (!last) return null;
  return (
    <span>
      {completed ? "Marked complete" : "Last worked on"} by {last.by}, <DateTime iso={last.at} />
    </span>
  );
}
