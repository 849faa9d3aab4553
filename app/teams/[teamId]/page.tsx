import type { Metadata } from "next";
import { BeginNotice } from "@/components/home/begin-notice";
import { type HomeLink, HomeLinks } from "@/components/home/home-links";
import { NewsList } from "@/components/home/news-list";
import { NextCard } from "@/components/home/next-card";
import { ReadinessPicture } from "@/components/home/readiness-picture";
import { ToolColumns } from "@/components/home/tool-columns";
import { WorkList } from "@/components/home/work-list";
import { PeopleProvider } from "@/components/people/shown-people";
import { ToolkitOfferLine } from "@/components/team/toolkit-offer";
import { ADDABLE_TOOLKITS, MAIN_TOOLKIT } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { exportPageHref } from "@/lib/exports/document/export-options";
import { loadHome, type TeamHome } from "@/lib/home/load-home";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { type Exporters, isAllowedInTeam, mayExport } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

interface TeamPageProps {
  params: Promise<{ teamId: string }>;
}

export const metadata: Metadata = { title: "Team" };

function listLinks(context: TeamContext, exporters: Exporters): readonly HomeLink[] {
  const { teamId, role } = context;
  const links: HomeLink[] = [];
  if (isAllowedInTeam(role, "team-member:list")) links.push({ href: `/teams/${teamId}/people`, icon: "people", text: "People" });
  // Every file leaves by the page that says who can see it.
  if (isAllowedInTeam(role, "export:tool")) {
    const more = mayExport(role, exporters) ? "the toolkit, some tools, the plan or blank forms" : "blank forms; your agency limits who may download the team’s answers";
    links.push({ href: exportPageHref(teamId, {}), icon: "download", text: "Download and share", more });
  }
  return links;
}

export default async function TeamPage({ params }: TeamPageProps) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "team:view");
  const [team, home] = await Promise.all([getTeam(context), loadHome(context, new Date())]);
  const people = await listPeople(context, home.mine, home.rounds, home.loose, home.actions);
  const counted = home.tasks.filter(({ tool }) => tool.ref.toolkitId === MAIN_TOOLKIT.id);
  const complete = counted.filter(({ status }) => status === "complete").length;
  return (
    <PeopleProvider people={people} historyNames={context.historyNames}>
      <div className="container-page pt-3 pb-8 home">
        <header className="home-header">
          <h1>{team.name}</h1>
          <nav aria-label="This team">
            <HomeLinks links={listLinks(context, team.exporters)} />
          </nav>
        </header>
        <div className="home-columns">
          <div className="home-column">
            <Next context={context} home={home} />
            <WorkList teamId={teamId} mine={home.mine} rounds={home.rounds} undecided={home.undecided} feedback={home.feedback} loose={home.loose} actions={home.actions} />
          </div>
          <div className="home-column">
            <NewsList teamId={teamId} news={home.news} at={home.at} />
            {home.readiness ? <ReadinessPicture report={home.readiness} href={`/teams/${teamId}/readiness`} /> : null}
          </div>
        </div>
        <ToolColumns teamId={teamId} tasks={home.tasks} summary={`${complete} of ${counted.length} tools complete`} />
        {isAllowedInTeam(context.role, "team:update")
          ? ADDABLE_TOOLKITS.filter(({ id }) => !context.addedToolkits.includes(id)).map(({ id, offer }) =>
              offer ? <ToolkitOfferLine key={id} teamId={teamId} toolkitId={id} offer={offer} guideHref={`/guide/${id}`} /> : null,
            )
          : null}
      </div>
    </PeopleProvider>
  );
}

/** What is next; before anything is filled in where to begin, and for those who only read that they do. */
function Next({ context: { teamId, role }, home: { next, tasks, readiness } }: { context: TeamContext; home: TeamHome }) {
  const isNew = tasks.every(({ status }) => status === "not-started");
  return (
    <>
      {isNew ? (
        <BeginNotice
          teamId={teamId}
          mayInvite={isAllowedInTeam(role, "team-member:invite")}
          mayImport={isAllowedInTeam(role, "import:team")}
        />
      ) : null}
      <NextCard teamId={teamId} next={next} readiness={readiness} />
      {next || isNew ? null : <p className="measure text-muted">You read along in this team. Nothing waits for you.</p>}
    </>
  );
}
