import Link from "next/link";
import { describeProgress } from "@/components/team/task-list";
import { Icon } from "@/components/ui/icon";
import { TOOLKITS } from "@/content/toolkits";
import { REPORT_STATUS_LABELS } from "@/lib/domain/report/report-model";
import { toolsOfGroup } from "@/lib/domain/toolkit/toolkit";
import type { Task } from "@/lib/home/task";

interface ToolColumnsProps {
  teamId: string;
  tasks: readonly Task[];
  /** "6 of 13 tools complete" */
  summary: string;
}

const GROUPS = TOOLKITS.flatMap((toolkit) => toolkit.groups.map((group) => ({ id: group.id, title: group.title, tools: toolsOfGroup(toolkit, group) })));

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
        {GROUPS.map(({ id, title, tools }) => {
          const own = tasks.filter(({ tool }) => tools.includes(tool));
          if (own.length === 0) return null;
          return (
            <section key={id} aria-labelledby={`group-${id}`} className={own.length > 4 ? "tool-group-wide" : undefined}>
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
  // The rest of a long title is heard, not seen.
  const [, shown = tool.title, rest = ""] = /^(.*?)( Worksheet| Checklist|:.*)?$/.exec(tool.title) ?? [];
  const [before, number] = splitLabel(tool.label);
  return (
    <Link href={`/teams/${teamId}/tools/${tool.slug}`} prefetch={false} className="tool-link">
      <span className="tool-link-number">
        <span className="sr-only">{before}</span>
        {number}
        <span className="sr-only">: </span>
      </span>
      <span className="tool-link-title">
        {shown}
        <span className="sr-only">{rest}</span>
      </span>
      <span className={status === "complete" ? "tool-link-state tool-link-done" : "tool-link-state"}>
        <span className="sr-only">
          . {REPORT_STATUS_LABELS[status]}
          {locked ? ", locked" : null}. {status === "complete" ? null : describeProgress(task)}
        </span>
        {locked ? <Icon name="lock" className="size-4" /> : null}
        {status === "complete" ? <Icon name="check" className="size-4" /> : <span aria-hidden="true">{shortProgress(progress, reviewCount)}</span>}
      </span>
    </Link>
  );
}

/** "Tool " and "9": the number alone is seen. */
function splitLabel(label: string): [before: string, number: string] {
  const [, before = "", number = label] = /^(.*?)(\d+)$/.exec(label) ?? [];
  return [before, number];
}

function shortProgress({ answered, total }: Task["progress"], reviewCount: number | null): string {
  if (reviewCount !== null) return `${reviewCount} reviewed`;
  return total === 0 ? "" : `${answered} of ${total}`;
}
