import type { Metadata } from "next";
import Link from "next/link";
import { AgencyForm } from "@/components/agencies/agency-form";
import { ArchiveCard } from "@/components/agencies/archive-card";
import { ExportersForm } from "@/components/agencies/exporters-form";
import { HistoryNamesForm } from "@/components/agencies/history-names-form";
import { LeaveAgency } from "@/components/agencies/leave-agency";
import { OwnChecksCard } from "@/components/personal/own-checks-card";
import { NewTeamForm } from "@/components/agencies/new-team-form";
import { NeedsScript } from "@/components/forms/form-page";
import { AgencyPeople } from "@/components/people/agency-people";
import { Card } from "@/components/ui/card";
import { GivenUpLetters } from "@/components/letters/given-up-letters";
import { PageHeader } from "@/components/ui/page-header";
import { getAgency, listOwnAgencies, type AgencyView } from "@/lib/agencies/agencies";
import { AGENCY_KIND_LABELS, STATES } from "@/lib/agencies/agency-facts";
import { listTeams } from "@/lib/agencies/teams";
import { findPersonalTool } from "@/content/toolkits";
import { listKeptChecks } from "@/lib/personal/kept-checks";
import { getDisplayName, listAgencyMembers } from "@/lib/people/agency-members";
import { listInvitations } from "@/lib/people/invitations";
import { authorizeAgency } from "@/lib/platform/auth/authorize";
import type { AgencyContext } from "@/lib/platform/auth/context";
import { isAllowedInAgency, ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { requireAgency } from "@/lib/platform/auth/require";
import { listGivenUpJobs } from "@/lib/platform/jobs/job-queue";

export const metadata: Metadata = { title: "Agency" };

export default async function AgencyPage({ params }: { params: Promise<{ agencyId: string }> }) {
  const { agencyId } = await params;
  const context = await requireAgency(agencyId, "agency:view");
  const [agency, displayName, kept] = await Promise.all([getAgency(context), getDisplayName(context), listKeptChecks(context)]);
  const checks = kept.flatMap(({ tool: ref, ...check }) => {
    const tool = findPersonalTool(ref);
    return tool ? [{ ...check, slug: tool.slug, title: tool.title }] : [];
  });
  const isAdmin = context.agencyRole === "admin";
  return (
    <div className="container-page py-10">
      <PageHeader
        title={<span className="break-words">{agency.name}</span>}
        lead={describe(agency)}
        crumbs={[{ label: "Your teams", href: "/agencies" }, { label: agency.name }]}
      />
      <NeedsScript />
      <div className="grid grid-cols-1 gap-6">
        {isAdmin ? <AdminTeams context={context} /> : <OwnTeams context={context} />}
        {isAdmin ? <Administration context={context} agency={agency} /> : null}
        {checks.length > 0 ? <OwnChecksCard agencyId={agency.agencyId} checks={checks} /> : null}
        <Card>
          <h2>You in this agency</h2>
          <div className="mt-4 max-w-[34rem]">
            <p className="break-words">
              People in this agency know you as <strong className="font-semibold">{displayName}</strong>.{" "}
              <Link href="/account#names">Change your name</Link>
            </p>
          </div>
          <div className="mt-6 border-t border-line pt-5">
            <LeaveAgency agencyId={agency.agencyId} agencyName={agency.name} />
          </div>
        </Card>
      </div>
    </div>
  );
}

function describe({ kind, state }: AgencyView): string {
  const place = state in STATES ? STATES[state as keyof typeof STATES] : state;
  return `${AGENCY_KIND_LABELS[kind]}, ${place}`;
}

async function AdminTeams({ context }: { context: AgencyContext }) {
  const teams = await listTeams(context);
  return (
    <Card>
      <h2>Teams</h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {teams.map((team) => (
          <li key={team.teamId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <Link href={`/teams/${team.teamId}`} className="min-w-0 font-semibold break-words">
              {team.name}
            </Link>
            <Link href={`/teams/${team.teamId}/people`}>
              {team.memberCount === 1 ? "1 person" : `${team.memberCount} people`} besides admins
              <span className="sr-only">: {team.name}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-5 max-w-[34rem]">
        <NewTeamForm agencyId={context.agencyId} />
      </div>
    </Card>
  );
}

async function OwnTeams({ context }: { context: AgencyContext }) {
  const agencies = await listOwnAgencies(context.userId);
  const teams = agencies.find(({ agencyId }) => agencyId === context.agencyId)?.teams ?? [];
  return (
    <Card>
      <h2>Your teams</h2>
      {teams.length === 0 ? <p className="mt-2 text-muted">You are in no team of this agency yet.</p> : null}
      <ul className="mt-3 grid grid-cols-1 gap-2">
        {teams.map((team) => (
          <li key={team.teamId}>
            <Link href={`/teams/${team.teamId}`} className="font-semibold break-words">
              {team.name}
            </Link>
            , {ROLE_LABELS[team.role].toLowerCase()}
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Administration({ context, agency }: { context: AgencyContext; agency: AgencyView }) {
  // Asked again for what these parts show: a page must not outgrow the permission it opened with.
  const access = await authorizeAgency(context.userId, context.agencyId, "agency-member:list");
  if (!access.ok || !isAllowedInAgency(context.agencyRole, "agency:update")) return null;
  const [members, invitations, givenUp] = await Promise.all([listAgencyMembers(access.context), listInvitations(access.context), listGivenUpJobs(access.context)]);
  return (
    <>
      <AgencyPeople agencyId={agency.agencyId} members={members} invitations={invitations} />
      {givenUp.length > 0 ? <GivenUpLetters letters={givenUp} /> : null}
      <Card>
        <h2>About the agency</h2>
        <div className="mt-4 max-w-[34rem]">
          <AgencyForm agencyId={agency.agencyId} values={agency} />
        </div>
      </Card>
      <Card>
        <h2>Downloads</h2>
        <div className="mt-4 max-w-[34rem]">
          <ExportersForm agencyId={agency.agencyId} exporters={agency.exporters} />
        </div>
      </Card>
      <Card>
        <h2>Names in the history</h2>
        <div className="mt-4 max-w-[34rem]">
          <HistoryNamesForm agencyId={agency.agencyId} showsHistoryNames={agency.showsHistoryNames} />
        </div>
      </Card>
      {isAllowedInAgency(context.agencyRole, "agency:export") ? <ArchiveCard agencyId={agency.agencyId} /> : null}
    </>
  );
}
