import Link from "next/link";
import { describeProgress } from "@/components/team/task-list";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { TOOLKITS } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import { REPORT_STATUS_LABELS } from "@/lib/domain/report/report-model";
import { toolsOfGroup } from "@/lib/domain/toolkit/toolkit";
import type { Task } from "@/lib/home/task";

interface ToolColumnsProps {
  teamId: string;
  tasks: readonly Task[];
  /** "6 of 13 tools complete" */
  summary: string;
}

const GROUPS = TOOLKITS.flatMap((toolkit) =>
  toolkit.groups.map((group) => ({ id: group.id, title: group.title, tools: toolsOfGroup(toolkit, group), isAdded: toolkit.offer !== undefined })),
);

/** The tools as a compact list; their own page says more of each. */
export function ToolColumns({ teamId, tasks, summary }: ToolColumnsProps) {
  return (
    <section aria-labelledby="tools" className="home-tools">
      <div className="home-head">
        <h2 id="tools" className="home-title">
          Tools
        </h2>
        <p className="text-[0.9375rem] text-muted">{summary}</p>
      </div>
      <div className="tool-groups">
        {GROUPS.map(({ id, title, tools, isAdded }) => {
          const own = tasks.filter(({ tool }) => tools.includes(tool));
          if (own.length === 0) return null;
          return (
            <section key={id} aria-labelledby={`group-${id}`} className={classNames(own.length > 4 && "tool-group-wide", isAdded && "tool-group-added") || undefined}>
              <h3 id={`group-${id}`}>{title}</h3>
              <ul className="tool-links">
                {own.map((task) => (
                  <li key={task.tool.slug}>
                    <ToolLink teamId={teamId} task={task} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function ToolLink({ teamId, task }: { teamId: string; task: Task }) {
  const { tool, status, locked, progress, reviewCount } = task;
  // The whole title is heard, its beginning seen.
  const [, shown = tool.title] = /^(.*?)( Worksheet| Checklist|:.*)?$/.exec(tool.title) ?? [];
  return (
    <Link href={`/teams/${teamId}/tools/${tool.slug}`} prefetch={false} className="tool-link">
      <span className="sr-only">
        {toolName(tool)}. {REPORT_STATUS_LABELS[status]}
        {locked ? ", locked" : null}. {status === "complete" ? null : describeProgress(task)}
      </span>
      <span aria-hidden="true" className="tool-link-number">
        {numberOf(tool.label)}
      </span>
      <span aria-hidden="true" className="tool-link-title">
        {shown}
      </span>
      <span aria-hidden="true" className={status === "complete" ? "tool-link-state tool-link-done" : "tool-link-state"}>
        {locked ? <Icon name="lock" className="size-4" /> : null}
        {status === "complete" ? <Icon name="check" className="size-4" /> : shortProgress(progress, reviewCount)}
      </span>
    </Link>
  );
}

/** Of "Tool 9" the number alone is seen. */
function numberOf(label: string): string {
  return /\d+$/.exec(label)?.[0] ?? label;
}

function shortProgress({ answered, total }: Task["progress"], reviewCount: number | null): string {
  if (reviewCount !== null) return `${reviewCount} reviewed`;
  return total === 0 ? "" : `${answered} of ${total}`;
}
