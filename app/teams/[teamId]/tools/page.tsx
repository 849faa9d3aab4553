import type { Metadata } from "next";
import { PeopleProvider } from "@/components/people/shown-people";
import { TaskList } from "@/components/team/task-list";
import { ToolkitLinks } from "@/components/team/toolkit-links";
import { PutAwayButton } from "@/components/team/toolkit-offer";
import { PageHeader } from "@/components/ui/page-header";
import { MAIN_TOOLKIT, TOOLKITS } from "@/content/toolkits";
import { listTeamAssignments } from "@/lib/assignments/assignments";
import { toolsOfGroup } from "@/lib/domain/toolkit/toolkit";
import { listTasks } from "@/lib/home/load-tasks";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

interface ToolsPageProps {
  params: Promise<{ teamId: string }>;
}

export const metadata: Metadata = { title: "Tools of the team" };

const groups = TOOLKITS.flatMap((toolkit) => toolkit.groups.map((group) => ({ toolkit, group })));

export default async function ToolsPage({ params }: ToolsPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "response:view");
  const tasks = await listTasks(context, await listTeamAssignments(context));
  // Of a task only what it says about people: its tool says nothing of them and is large.
  const said = tasks.map(({ completed, locked, lastChange, assignment }) => [completed, locked, lastChange, assignment?.assignee]);
  const people = await listPeople(context, said);
  const counted = tasks.filter(({ tool }) => tool.ref.toolkitId === MAIN_TOOLKIT.id);
  const complete = counted.filter(({ status }) => status === "complete").length;
  return (
    <PeopleProvider people={people} historyNames={context.historyNames}>
      <div className="container-page pt-6 pb-16">
        <PageHeader title="Tools" lead={`${complete} of ${counted.length} tools complete`} />
        <div className="grid gap-10">
          {groups.map(({ toolkit, group }) => {
            const tools = toolsOfGroup(toolkit, group);
            const groupTasks = tasks.filter((task) => tools.includes(task.tool));
            if (groupTasks.length === 0) return null;
            return (
              <section key={group.id} aria-labelledby={group.id}>
                <h2 id={group.id}>{group.title}</h2>
                <p className="measure mt-1 mb-4 text-muted">{group.summary}</p>
                <TaskList teamId={teamId} tasks={groupTasks} />
                {toolkit.offer ? <ToolkitLinks teamId={teamId} toolkit={toolkit} toolKeys={context.toolKeys} /> : null}
                {toolkit.offer && isAllowedInTeam(context.role, "team:update") ? (
                  <div className="mt-3">
                    <PutAwayButton teamId={teamId} toolkitId={toolkit.id} offer={toolkit.offer} />
                  </div>
                ) : null}
              </section>
            );
          })}
        </div>
      </div>
    </PeopleProvider>
  );
}
