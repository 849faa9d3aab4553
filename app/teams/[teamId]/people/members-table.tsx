import { Table } from "@/components/ui/table";
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from "@/lib/auth/permissions";
import type { TeamMemberView } from "@/lib/data/members";
import { MemberControls } from "./member-controls";
import type { RoleChoice, ToolChoice } from "./role-fields";

interface MembersTableProps {
  teamId: string;
  members: readonly TeamMemberView[];
  roles: readonly RoleChoice[];
  tools: readonly ToolChoice[];
  mayUpdate: boolean;
  mayRemove: boolean;
}

export function MembersTable({ teamId, members, roles, tools, mayUpdate, mayRemove }: MembersTableProps) {
  const mayChange = mayUpdate || mayRemove;
  return (
    <Table caption="People in this team" captionHidden>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          {mayChange ? <th scope="col">Change</th> : null}
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
              {member.email ? (
                <span className="block max-w-[18rem] text-[0.9375rem] font-normal break-words text-muted">{member.email}</span>
              ) : null}
            </th>
            <td>
              <p className="font-semibold">{ROLE_LABELS[member.role]}</p>
              <p className="max-w-[24rem] text-[0.9375rem] text-muted">
                {member.toolNumbers.length > 0
                  ? `Fills in ${member.toolNumbers.map((number) => `Tool ${number}`).join(", ")}.`
                  : ROLE_DESCRIPTIONS[member.role]}
              </p>
            </td>
            {mayChange ? (
              <td>
                {member.role === "admin" || member.isYou ? (
                  <span className="text-muted">{member.isYou ? "" : "On the agency’s page"}</span>
                ) : (
                  <MemberControls
                    teamId={teamId}
                    userId={member.userId}
                    name={member.displayName}
                    role={member.role}
                    toolNumbers={member.toolNumbers}
                    roles={roles}
                    tools={tools}
                    mayUpdate={mayUpdate}
                    mayRemove={mayRemove}
                  />
                )}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
