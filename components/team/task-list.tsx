import Link from "next/link";
import { HistoryNamed, PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import { DueDate } from "@/components/ui/due-date";
import type { IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import { REPORT_STATUS_LABELS, type ReportStatus } from "@/lib/domain/report/report-model";
import { toolName } from "@/lib/domain/tool/items";
import type { Task } from "@/lib/home/task";

const STATUS: Record<ReportStatus, { tone: TagTone; icon: IconName }> = {
  "not-started": { tone: "neutral", icon: "circle" },
  "in-progress": { tone: "info", icon: "half-circle" },
  complete: { tone: "success", icon: "check" },
};

function ToolStatus({ status, locked }: Pick<Task, "status" | "locked">) {
  const { tone, icon } = STATUS[status];
  return (
    <Tag tone={tone} icon={locked ? "lock" : icon}>
      {REPORT_STATUS_LABELS[status]}
      {locked ? ", locked" : null}
    </Tag>
  );
}

export function describeProgress({ progress, reviewCount }: Pick<Task, "progress" | "reviewCount">): string {
  if (reviewCount !== null) return reviewCount === 1 ? "Reviewed by 1 person" : `Reviewed by ${reviewCount} people`;
  return progress.total === 0 ? "" : `${progress.answered} of ${progress.total} answered`;
}

interface TaskListProps {
  teamId: string;
  tasks: readonly Task[];
}

/** Tools as things to do, each a link as wide as its row. */
export function TaskList({ teamId, tasks }: TaskListProps) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {tasks.map((task) => (
        <li
          key={task.tool.slug}
          className="relative flex flex-col gap-x-6 gap-y-2 px-4 py-4 hover:bg-primary-soft sm:flex-row sm:items-center sm:justify-between sm:px-5"
        >
          <div className="min-w-0">
            <Link
              href={`/teams/${teamId}/tools/${task.tool.slug}`}
              className="text-[1.0625rem] no-underline after:absolute after:inset-0 hover:underline"
            >
              {toolName(task.tool)}
            </Link>
            <p className="mt-0.5 flex flex-wrap items-baseline gap-x-4 text-[0.9375rem] text-muted">
              <span>{describeProgress(task)}</span>
              <Assignee task={task} />
              <LastWork task={task} />
              {task.openThreads > 0 ? (
                <span>{task.openThreads === 1 ? "1 open comment" : `${task.openThreads} open comments`}</span>
              ) : null}
            </p>
          </div>
          <p className="flex flex-none flex-wrap items-center gap-2">
            <ToolStatus status={task.status} locked={task.locked} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Only while there is something left to do. */
function Assignee({ task: { assignment, completed } }: { task: Task }) {
  if (!assignment || completed) return null;
  const { assignee, isMine, dueOn, handedBack } = assignment;
  if (handedBack) return <span className="break-words">Handed back by <PersonName person={assignee} /></span>;
  return (
    <span className="flex min-w-0 flex-wrap gap-x-4 break-words">
      <span>
        Assigned to{" "}
        {isMine ? (
          "you"
        ) : (
          <>
            <PersonName person={assignee} /> <RoleLabel person={assignee} />
          </>
        )}
      </span>
      {dueOn ? <DueDate day={dueOn} /> : null}
    </span>
  );
}

function LastWork({ task: { completed, locked, lastChange } }: { task: Task }) {
  const last = locked ?? completed ?? lastChange;
  if (!last) return null;
  const who = (
    <>
      {" "}
      by <PersonName person={last.by} /> <RoleLabel person={last.by} />
    </>
  );
  // Whoever marks a tool complete speaks for the team; who wrote last is history.
  const isStatus = locked !== null || completed !== null;
  return (
    <span className="min-w-0 break-words">
      {locked ? "Locked" : completed ? "Marked complete" : "Last worked on"} <DateTime iso={last.at} />
      {isStatus ? who : <HistoryNamed>{who}</HistoryNamed>}
    </span>
  );
}
