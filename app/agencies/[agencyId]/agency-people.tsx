import { InvitationList } from "@/components/account/invitation-list";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { ROLE_LABELS } from "@/lib/auth/permissions";
import type { AgencyMemberView } from "@/lib/data/agency-members";
import type { OpenInvitation } from "@/lib/data/invitations";
import { renewAdminInvitationAction, revokeAdminInvitationAction } from "./actions";
import { InviteAdminForm } from "./invite-admin-form";
import { MemberButtons } from "./member-buttons";

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
      <Table caption="People in this agency" captionHidden>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Teams</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.userId}>
              <th scope="row">
                <span className="block max-w-[18rem] break-words">
                  {member.displayName}
                  {member.isYou ? " (you)" : ""}
                </span>
                <span className="block max-w-[18rem] text-[0.9375rem] font-normal break-words text-muted">{member.email}</span>
                {member.isAdmin ? <Tag tone="primary">{ROLE_LABELS.admin}</Tag> : null}
              </th>
              <td>
                {member.isAdmin ? "Every team" : null}
                {!member.isAdmin && member.teams.length === 0 ? "No team yet" : null}
                {member.isAdmin ? null : (
                  <ul className="grid gap-1">
                    {member.teams.map((team) => (
                      <li key={team.teamId} className="max-w-[18rem] break-words">
                        {team.name}, {ROLE_LABELS[team.role].toLowerCase()}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <MemberButtons
                  agencyId={agencyId}
                  userId={member.userId}
                  name={member.displayName}
                  isAdmin={member.isAdmin}
                  isYou={member.isYou}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
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
