import { LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toolName } from "@/lib/domain/tool/items";
import { describeProgress, type Task } from "./task-list";

/** What to do next, standing out from everything else on the page; `isMine` when something in it is assigned to the reader. */
export function NextStep({ teamId, task, isMine }: { teamId: string; task: Task; isMine: boolean }) {
  const isStarted = task.status === "in-progress";
  return (
    <section
      aria-labelledby="next"
      className="flex flex-col gap-5 rounded-card border border-line border-l-[0.5rem] border-l-accent bg-surface p-5 shadow-card sm:flex-row sm:items-center sm:justify-between sm:p-7"
    >
      <div>
        <h2 id="next" className="text-[1rem] font-semibold tracking-normal text-muted">
          What to do next
        </h2>
        <p className="mt-1 text-[1.375rem] leading-snug font-bold tracking-tight">{toolName(task.tool)}</p>
        <p className="mt-1 text-muted">
          {isMine ? "You have work here. " : null}
          {describeProgress(task)}
        </p>
      </div>
      <LinkButton href={`/teams/${teamId}/tools/${task.tool.slug}`}>
        {isStarted ? "Go on with" : "Start"} {task.tool.label}
        <Icon name="arrow-right" />
      </LinkButton>
    </section>
  );
}
