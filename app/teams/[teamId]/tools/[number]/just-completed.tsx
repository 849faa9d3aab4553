import { NextCard } from "@/components/home/next-card";
import { CompletedNotice } from "@/components/tool/completed-notice";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { loadHome } from "@/lib/home/load-home";
import type { TeamContext } from "@/lib/platform/auth/context";

interface JustCompletedProps {
  context: TeamContext;
  tool: ToolDefinition;
  isLocked: boolean;
}

/** Right after "Mark complete": that it is, and what comes next. */
export async function JustCompleted({ context, tool, isLocked }: JustCompletedProps) {
  const { next, readiness } = await loadHome(context, new Date());
  const elementOf = next?.kind === "gap" ? next.pick.area.element : null;
  const checklist = readiness?.elements.find(({ id }) => id === elementOf)?.checklist;
  return (
    <CompletedNotice teamId={context.teamId} toolLabel={tool.label} isLocked={isLocked}>
      {next ? <NextCard teamId={context.teamId} next={next} checklistName={checklist?.tool.label ?? "the checklist"} /> : null}
    </CompletedNotice>
  );
}
