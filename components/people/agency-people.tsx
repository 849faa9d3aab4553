import { renewAdminInvitationAction, revokeAdminInvitationAction } from "@/app/agencies/[agencyId]/actions";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { AgencyMemberView } from "@/lib/people/agency-members";
import type { OpenInvitation } from "@/lib/people/invitations";
import { ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { InvitationList } from "./invitation-list";
import { InviteAdminForm } from "./invite-admin-form";
import { MemberButtons } from "./member-buttons";
import { PersonRow } from "./person-row";

interface AgencyPeopleProps {
  agencyId: string;
  members: readonly AgencyMemberView[];
  invitations: readonly OpenInvitation[];
}

/** Everyone in the agency, for its admins. */
export function AgencyPeople({ agencyId, members, invitations }: AgencyPeopleProps) {
  const adminCount = members.filter((member) => member.isAdmin).length;
  return (
    <Card>
      <h2>People</h2>
      <p className="mt-1 mb-4 text-muted">
        Admins manage the agency and every team in it.
        {adminCount === 1 ? " There is only one admin now. A second one can step in when the first is away." : null}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {members.map((member) => (
          <PersonRow
            key={member.userId}
            name={member.displayName}
            isYou={member.isYou}
            role={member.isAdmin ? <Tag tone="primary">{ROLE_LABELS.admin}</Tag> : null}
            email={member.hasNoAddress ? "No email address: joined with a code" : member.email}
            about={placesOf(member)}
            controls={
              <MemberButtons
                agencyId={agencyId}
                userId={member.userId}
                name={member.displayName}
                isAdmin={member.isAdmin}
                isYou={member.isYou}
              />
            }
          />
        ))}
      </ul>
      <h3 className="mt-7">Invite another admin</h3>
      <p className="mt-1 mb-4 text-muted">To invite people to a team, open the team’s people.</p>
      <div className="max-w-[34rem]">
        <InviteAdminForm agencyId={agencyId} />
      </div>
      <InvitationList
        invitations={invitations.map((invitation) => ({ ...invitation, roleLabel: ROLE_LABELS.admin }))}
        renew={renewAdminInvitationAction.bind(null, agencyId)}
        revoke={revokeAdminInvitationAction.bind(null, agencyId)}
      />
    </Card>
  );
}

function placesOf({ isAdmin, teams }: AgencyMemberView): string {
  if (isAdmin) return "In every team.";
  if (teams.length === 0) return "In no team yet.";
  return `${teams.map(({ name, role }) => `${name}, ${ROLE_LABELS[role].toLowerCase()}`).join("; ")}.`;
}
