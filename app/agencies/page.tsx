import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { listOwnAgencies, type OwnAgency } from "@/lib/agencies/agencies";
import { ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { requireUser } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "Your teams" };

export default async function AgenciesPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  const user = await requireUser();
  const [agencies, { from }] = await Promise.all([listOwnAgencies(user.userId), searchParams]);
  const teams = agencies.flatMap((agency) => agency.teams);
  const [only] = teams;
  if (from === "sign-in" && teams.length === 1 && only) redirect(`/teams/${only.teamId}`);
  return (
    <div className="container-page py-10">
      <PageHeader
        title="Your teams"
        lead={agencies.length > 0 ? "Choose a team to work on its toolkit." : undefined}
        actions={
          agencies.length > 0 ? (
            <LinkButton variant="secondary" href="/agencies/new">
              Add an agency
            </LinkButton>
          ) : undefined
        }
      />
      {agencies.length === 0 ? <NoAgencies email={user.email} /> : null}
      <div className="grid grid-cols-1 gap-6">
        {agencies.map((agency) => (
          <AgencyCard key={agency.agencyId} agency={agency} />
        ))}
      </div>
    </div>
  );
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
          Is your agency here already? Ask a team lead or an agency admin to invite you at{" "}
          <strong className="font-semibold break-words">{email}</strong>. Then open the link in the invitation.
        </p>
      </Card>
    </div>
  );
}

function AgencyCard({ agency: { agencyId, name, isAdmin, teams } }: { agency: OwnAgency }) {
  return (
    <Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="min-w-0 break-words">{name}</h2>
        <Link href={`/agencies/${agencyId}`}>
          {isAdmin ? "Manage agency" : "About this agency"}
          <span className="sr-only">: {name}</span>
        </Link>
      </div>
      {teams.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-t border-line">
          {teams.map((team) => (
            <li key={team.teamId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
              <Link href={`/teams/${team.teamId}`} className="min-w-0 text-[1.0625rem] font-semibold break-words">
                {team.name}
              </Link>
              <Tag>{ROLE_LABELS[team.role]}</Tag>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 text-muted">
          {isAdmin ? "This agency has no team yet. Open “Manage agency” to add one." : "You are in no team of this agency yet. An agency admin can add you to one."}
        </p>
      )}
    </Card>
  );
}
