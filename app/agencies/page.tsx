import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { TeamRow } from "@/components/agencies/team-row";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { type AgencyGlance, listAgencyGlances } from "@/lib/home/list-agencies";
import { isAllowedInTeam, ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { requireUser } from "@/lib/platform/auth/require";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";

export const metadata: Metadata = { title: "Your teams" };

export default async function AgenciesPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const user = await requireUser();
  const [agencies, { from }] = await Promise.all([listAgencyGlances(user.userId), searchParams]);
  const teams = agencies.flatMap((agency) => agency.teams);
  const [only] = teams;
  if (from === "sign-in" && teams.length === 1 && only) redirect(`/teams/${only.teamId}`);
  const waiting = agencies.flatMap(({ glances }) => [...glances.values()]).reduce((sum, { waiting: own, moreWaiting }) => sum + own.length + moreWaiting, 0);
  return (
    <div className="container-page py-6">
      <PageHeader
        title="Your teams"
        lead={agencies.length > 0 ? describeWaiting(waiting) : undefined}
        actions={
          agencies.length > 0 ? (
            <LinkButton variant="secondary" href="/agencies/new">
              Add an agency
            </LinkButton>
          ) : undefined
        }
      />
      {agencies.length === 0 ? <NoAgencies email={user.email} /> : null}
      <div className="grid grid-cols-1 gap-8">
        {agencies.map((agency) => (
          <AgencySection key={agency.agencyId} agency={agency} />
        ))}
      </div>
    </div>
  );
}

function describeWaiting(count: number): string {
  if (count === 0) return "Nothing waits for you. Choose a team to work on its toolkit.";
  return count === 1 ? "1 thing waits for you" : `${count} things wait for you`;
}

function NoAgencies({ email }: { email: string }) {
  return (
    <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
      <Card>
        <h2>Start with your agency</h2>
        <p className="mt-2 mb-5">Add your agency and its first Core Implementation Team. Then invite the people who will work with you.</p>
        <LinkButton href="/agencies/new">Add your agency</LinkButton>
      </Card>
      <Card>
        <h2>Join a team</h2>
        <p className="mt-2">
          Is your agency here already?{" "}
          {hasAddress(email) ? (
            <>
              Ask a team lead or an agency admin to invite you at <strong className="break-words">{email}</strong>. Then open the link in the
              invitation.
            </>
          ) : (
            <>
              Ask a team lead for a code, then <Link href="/join">join with it</Link>.
            </>
          )}
        </p>
      </Card>
    </div>
  );
}

function AgencySection({ agency: { agencyId, name, isAdmin, teams, glances } }: { agency: AgencyGlance }) {
  return (
    <section aria-labelledby={`agency-${agencyId}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={`agency-${agencyId}`} className="min-w-0 text-[1.125rem] break-words">
          {name}
        </h2>
        <Link href={`/agencies/${agencyId}`} prefetch={false} className="text-[0.9375rem]">
          {isAdmin ? "Manage agency" : "About this agency"}
          <span className="sr-only">: {name}</span>
        </Link>
      </div>
      {teams.length > 0 ? (
        <ul className="team-rows">
          {teams.map(({ teamId, name: teamName, role }) => {
            const glance = glances.get(teamId);
            return glance ? (
              <TeamRow key={teamId} teamId={teamId} name={teamName} role={ROLE_LABELS[role]} glance={glance} mayEdit={isAllowedInTeam(role, "response:edit")} />
            ) : null;
          })}
        </ul>
      ) : (
        <p className="mt-2 text-muted">
          {isAdmin ? "This agency has no team yet. Open “Manage agency” to add one." : "You are in no team of this agency yet. An agency admin can add you to one."}
        </p>
      )}
    </section>
  );
}
