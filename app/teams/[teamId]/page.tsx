import type { Metadata } from "next";
import Link from "next/link";
import { AnswerAssignment } from "@/components/assignments/answer-assignment";
import { nameOfTarget } from "@/components/assignments/assigned-target";
import { HandedBack } from "@/components/assignments/handed-back";
import { MyWork } from "@/components/assignments/my-work";
import { PeopleProvider } from "@/components/people/shown-people";
import { NextStep } from "@/components/team/next-step";
import { type Task, TaskList } from "@/components/team/task-list";
import { type TeamLink, TeamLinks } from "@/components/team/team-links";
import { ToolkitLinks } from "@/components/team/toolkit-links";
import { PutAwayButton, ToolkitOfferCard } from "@/components/team/toolkit-offer";
import { PageHeader } from "@/components/ui/page-header";
import { ADDABLE_TOOLKITS, getTool, MAIN_TOOLKIT, TOOLKITS } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import type { AssignmentView } from "@/lib/assignments/assignment";
import { listTeamAssignments, withProgress } from "@/lib/assignments/assignments";
import { countOpenThreads } from "@/lib/comments/comment-threads";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { isSameTool, toolKey } from "@/lib/domain/tool/tool-ref";
import { toolsOfGroup } from "@/lib/domain/toolkit/toolkit";
import { exportHref, exportPageHref } from "@/lib/exports/document/export-options";
import { findExportRefusal } from "@/lib/exports/read/export-rights";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { type Exporters, isAllowedInTeam, mayExport } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { listTeamProgress } from "@/lib/responses/responses";
import { listToolReviews } from "@/lib/responses/tool-status";

interface TeamPageProps {
  params: Promise<{ teamId: string }>;
}

export const metadata: Metadata = { title: "Team" };

const groups = TOOLKITS.flatMap((toolkit) => toolkit.groups.map((group) => ({ toolkit, group })));

async function listTasks(context: TeamContext, assignments: readonly AssignmentView[]): Promise<readonly Task[]> {
  const [progress, reviews, openThreads] = await Promise.all([
    listTeamProgress(context),
    listToolReviews(context),
    countOpenThreads(context),
  ]);
  return progress.map(({ toolRef, ...standing }) => {
    const tool = getTool(toolRef);
    return {
      ...standing,
      tool,
      openThreads: openThreads.get(toolKey(toolRef)) ?? 0,
      assignment:
        assignments.find((assignment) => isSameTool(assignment.toolRef, toolRef) && assignment.targetId === "") ?? null,
      reviewCount:
        tool.kind === "reference" ? reviews.filter((review) => isSameTool(review.toolRef, toolRef)).length : null,
    };
  });
}

function listLinks(context: TeamContext, exporters: Exporters): readonly TeamLink[] {
  const home = `/teams/${context.teamId}`;
  const links: TeamLink[] = [];
  if (isAllowedInTeam(context.role, "report:view")) {
    links.push({
      href: `${home}/readiness`,
      icon: "chart",
      title: "Readiness and gaps",
      text: "Where you stand in each area, and what is missing.",
    });
  }
  if (isAllowedInTeam(context.role, "team-member:list")) {
    const mayInvite = isAllowedInTeam(context.role, "team-member:invite");
    links.push({
      href: `${home}/people`,
      icon: "people",
      title: "People",
      text: mayInvite ? "Who is in this team. Invite others, change roles." : "Who is in this team.",
    });
  }
  if (findExportRefusal(context, exporters, "toolkit") === null) {
    links.push({
      href: exportHref(context.teamId, {}),
      icon: "download",
      title: "Download the whole toolkit (PDF)",
      text: "All tools with your answers in place.",
      isDownload: true,
    });
  }
  if (isAllowedInTeam(context.role, "export:tool")) {
    links.push({
      href: exportPageHref(context.teamId, {}),
      icon: "share",
      title: "Download and share",
      text: mayExport(context.role, exporters)
        ? "Some tools, the plan or blank forms, as PDF, Word, Excel and more."
        : "Blank forms for meetings. Your agency limits who may download the team’s answers.",
    });
  }
  return links;
}

export default async function TeamPage({ params }: TeamPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "team:view");
  const assignments = await listTeamAssignments(context);
  const [team, tasks, mine] = await Promise.all([
    getTeam(context),
    listTasks(context, assignments),
    withProgress(context, assignments.filter(({ isMine }) => isMine)),
  ]);
  // Of a task only what it says about people: its tool says nothing of them and is large.
  const said = tasks.map(({ completed, locked, lastChange }) => [completed, locked, lastChange]);
  const people = await listPeople(context, assignments, said);
  const open = tasks.filter((task) => task.status !== "complete");
  const isOpen = ({ toolRef }: AssignmentView) => open.some(({ tool }) => isSameTool(tool.ref, toolRef));
  const handedBack = assignments.filter((assignment) => assignment.handedBack && !assignment.isMine && isOpen(assignment));
  const myWork = mine.filter(isOpen);
  // Assignments come by the day they are due.
  const first = myWork.find(({ handedBack, progress }) => !handedBack && progress.answered < progress.total);
  const isFirst = ({ ref }: ToolDefinition) => first !== undefined && isSameTool(ref, first.toolRef);
  const next = isAllowedInTeam(context.role, "response:edit")
    ? (open.find(({ tool }) => isFirst(tool)) ?? open[0] ?? null)
    : null;
  const counted = tasks.filter(({ tool }) => tool.ref.toolkitId === MAIN_TOOLKIT.id);
  const completeCount = counted.filter((task) => task.status === "complete").length;
  const isNew = tasks.every((task) => task.status === "not-started");

  return (
    <PeopleProvider people={people}>
      <div className="container-page py-8 sm:py-10">
        <PageHeader
          title={team.name}
          eyebrow={team.agencyName}
          crumbs={[{ label: "Your teams", href: "/agencies" }, { label: team.name }]}
          lead={`${completeCount} of ${counted.length} tools complete`}
        />
        <div className="grid gap-10">
          {isNew ? (
            <NewTeamNotice
              mayInvite={isAllowedInTeam(context.role, "team-member:invite")}
              mayImport={isAllowedInTeam(context.role, "import:team")}
              teamId={teamId}
            />
          ) : null}
          {next ? <NextStep teamId={teamId} task={next} isMine={isFirst(next.tool)} /> : null}
          {myWork.length > 0 ? (
            <MyWork
              teamId={teamId}
              assignments={myWork}
              drawAnswer={(assignment) => (
                <AnswerAssignment teamId={teamId} assignment={assignment} name={nameOfTarget(assignment)} />
              )}
            />
          ) : null}
          {handedBack.length > 0 && isAllowedInTeam(context.role, "assignment:create") ? (
            <HandedBack teamId={teamId} assignments={handedBack} />
          ) : null}
          <nav aria-label="This team">
            <TeamLinks links={listLinks(context, team.exporters)} />
          </nav>
          {groups.map(({ toolkit, group }) => {
            const tools = toolsOfGroup(toolkit, group);
            const groupTasks = tasks.filter((task) => tools.includes(task.tool));
            if (groupTasks.length === 0) return null;
            return (
              <section key={group.id} aria-labelledby={group.id}>
                <h2 id={group.id}>{group.title}</h2>
                <p className="measure mt-1 mb-4 text-muted">{group.summary}</p>
                <TaskList teamId={teamId} tasks={groupTasks} nextTool={next?.tool ?? null} />
                {toolkit.offer ? (
                  <>
                    <ToolkitLinks teamId={teamId} toolkit={toolkit} mayViewReports={isAllowedInTeam(context.role, "report:view")} />
                    {isAllowedInTeam(context.role, "team:update") ? (
                      <div className="mt-3">
                        <PutAwayButton teamId={teamId} toolkitId={toolkit.id} offer={toolkit.offer} />
                      </div>
                    ) : null}
                  </>
                ) : null}
              </section>
            );
          })}
          {isAllowedInTeam(context.role, "team:update")
            ? ADDABLE_TOOLKITS.filter(({ id }) => !context.addedToolkits.includes(id)).map(({ id, offer }) =>
                offer ? <ToolkitOfferCard key={id} teamId={teamId} toolkitId={id} offer={offer} guideHref={`/guide/${id}`} /> : null,
              )
            : null}
        </div>
      </div>
    </PeopleProvider>
  );
}

interface NewTeamNoticeProps {
  teamId: string;
  mayInvite: boolean;
  mayImport: boolean;
}

function NewTeamNotice({ teamId, mayInvite, mayImport }: NewTeamNoticeProps) {
  return (
    <section aria-labelledby="begin" className="measure">
      <h2 id="begin">A good place to begin</h2>
      <p className="mt-2">
        Nothing is filled in yet. The toolkit asks leaders to <Link href="/guide">read about the approach</Link> first,
        and to bring together a team with at least one person who can make decisions, community partners, and people
        with lived experience.
        {mayInvite ? (
          <>
            {" "}
            <Link href={`/teams/${teamId}/people`}>Invite people</Link> whenever you are ready, and open the tools in any
            order.
          </>
        ) : null}
      </p>
      {mayImport ? (
        <p className="mt-2">
          Is your work in another PS-COPE Workbook? You can{" "}
          <Link href={`/teams/${teamId}/import`}>bring in its answers from a file</Link>.
        </p>
      ) : null}
    </section>
  );
}
