import type { Metadata } from "next";
import { NeedsScript } from "@/components/forms/form-page";
import { InvitationList } from "@/components/people/invitation-list";
import { InvitePersonForm } from "@/components/people/invite-person-form";
import { JoinCodeForm } from "@/components/people/join-code-form";
import { LeaveTeam } from "@/components/people/leave-team";
import { MembersList } from "@/components/people/members-list";
import type { RoleChoice, ToolChoice } from "@/components/people/role-fields";
import { PartnerNamesForm } from "@/components/team/partner-names-form";
import { PlainWordsForm } from "@/components/team/plain-words-form";
import { RenameTeamForm } from "@/components/team/rename-team-form";
import { OwnSeatsSection } from "@/components/roster/own-seats-section";
import { RosterSection } from "@/components/roster/roster-section";
import { PageHeader } from "@/components/ui/page-header";
import { getTool, TOOLS } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { toolName } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { listInvitations } from "@/lib/people/invitations";
import { listTeamMembers } from "@/lib/people/members";
import type { TeamContext } from "@/lib/platform/auth/context";
import { assignableRoles, CODE_ROLES, isAllowedInTeam, ROLE_DESCRIPTIONS, ROLE_LABELS, rolesAllowed, type TeamRole } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { nameRoles } from "@/lib/platform/auth/who-sees";
import { listOwnSeats } from "@/lib/roster/own-seats";
import { loadRosterCheck, ROSTER } from "@/lib/roster/roster-check";
import { renewInvitationAction, revokeInvitationAction } from "./actions";

export const metadata: Metadata = { title: "People" };

/** What the team works with: nothing else can be shared. */
function toolChoices({ toolKeys }: TeamContext): readonly ToolChoice[] {
  const choices = TOOLS.map((tool) => ({ key: toolKey(tool.ref), name: toolName(tool) }));
  return choices.filter(({ key }) => toolKeys?.includes(key) ?? true);
}

function roleChoices(context: TeamContext): readonly RoleChoice[] {
  return assignableRoles(context.role).map(toRoleChoice);
}

function toRoleChoice(role: TeamRole): RoleChoice {
  return { role, label: ROLE_LABELS[role], description: ROLE_DESCRIPTIONS[role] };
}

export default async function PeoplePage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "team-member:list");
  const may = (permission: Parameters<typeof isAllowedInTeam>[1]) => isAllowedInTeam(context.role, permission);
  const [team, members] = await Promise.all([getTeam(context), listTeamMembers(context)]);
  const roles = roleChoices(context);
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        title="People"
        lead="Who works on this team’s toolkit, and what each person can do."
      />
      <NeedsScript />
      <div className="grid grid-cols-1 gap-10">
        <MembersList
          teamId={teamId}
          members={members}
          roles={roles}
          tools={toolChoices(context)}
          mayUpdate={may("team-member:update")}
          mayRemove={may("team-member:remove")}
        />
        {may("roster:view") ? <TakingPart context={context} /> : null}
        {may("team-member:invite") ? <Invite context={context} roles={roles} /> : null}
        {may("team:update") ? <Settings teamId={teamId} team={team} /> : null}
        {context.role === "admin" ? null : (
          <div>
            <LeaveTeam teamId={teamId} teamName={team.name} />
          </div>
        )}
      </div>
    </div>
  );
}

/** What a lead sets once, side by side below the people. */
function Settings({ teamId, team }: { teamId: string; team: Awaited<ReturnType<typeof getTeam>> }) {
  const settings = [
    { title: "The team’s name", form: <RenameTeamForm teamId={teamId} name={team.name} /> },
    { title: "Names in the history", form: <PartnerNamesForm teamId={teamId} hidesHistoryNames={team.hidesHistoryNames} /> },
    { title: "Plain words in the tools", form: <PlainWordsForm teamId={teamId} hasPlainWords={team.hasPlainWords} /> },
  ];
  return (
    <section aria-labelledby="settings" className="border-t border-line pt-6">
      <h2 id="settings">Settings of this team</h2>
      <div className="mt-4 grid gap-8 lg:grid-cols-3 lg:gap-10">
        {settings.map(({ title, form }) => (
          <div key={title}>
            <h3 className="mb-3">{title}</h3>
            {form}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Whom the toolkit wants here, and where the reader says how they take part. */
async function TakingPart({ context }: { context: TeamContext }) {
  const [check, said] = await Promise.all([loadRosterCheck(context), listOwnSeats(context)]);
  const { label, slug } = getTool(ROSTER.tool);
  const { teamId } = context;
  return (
    <>
      <RosterSection teamId={teamId} roster={ROSTER} check={check} tool={{ label, href: `/teams/${teamId}/tools/${slug}` }} mayMark={isAllowedInTeam(context.role, "roster:mark")} />
      {isAllowedInTeam(context.role, "roster:say") ? <OwnSeatsSection teamId={teamId} roster={ROSTER} said={said} readers={nameRoles(rolesAllowed("roster:view"))} /> : null}
    </>
  );
}

async function Invite({ context, roles }: { context: TeamContext; roles: readonly RoleChoice[] }) {
  const invitations = await listInvitations(context);
  return (
    <section aria-labelledby="invite" className="border-t border-line pt-6">
      <h2 id="invite">Invite someone</h2>
      <p className="mt-1 mb-4 text-muted">They get a link by email that works for seven days.</p>
      <div className="max-w-[34rem]">
        <InvitePersonForm teamId={context.teamId} roles={roles} tools={toolChoices(context)} />
      </div>
      <details className="fold mt-4">
        <summary>
          <h3>Someone without an email address</h3>
        </summary>
        <div className="mt-3 max-w-[34rem]">
          <div className="prose-block mb-4">
            <p>
              Make a code and hand it over. With it, one person chooses a name for the team, a sign-in name and a password. No email
              address is asked for.
            </p>
            <p>
              No letter can reach them: if they forget their password, you make a new code for them here. With either code you
              could sign in in their place, so they have to trust whoever leads the team.
            </p>
          </div>
          <JoinCodeForm teamId={context.teamId} roles={CODE_ROLES.map(toRoleChoice)} tools={toolChoices(context)} />
        </div>
      </details>
      <InvitationList
        invitations={invitations.map((invitation) => ({ ...invitation, roleLabel: ROLE_LABELS[invitation.role ?? "admin"] }))}
        renew={renewInvitationAction.bind(null, context.teamId)}
        revoke={revokeInvitationAction.bind(null, context.teamId)}
      />
    </section>
  );
}
