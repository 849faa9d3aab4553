import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from "@/lib/auth/permissions";
import type { TeamMemberView } from "@/lib/data/members";
import { MemberControls } from "./member-controls";
import type { RoleChoice, ToolChoice } from "./role-fields";

interface MembersListProps {
  teamId: string;
  members: readonly TeamMemberView[];
  roles: readonly RoleChoice[];
  tools: readonly ToolChoice[];
  mayUpdate: boolean;
  mayRemove: boolean;
}

export function MembersList({ teamId, members, roles, tools, mayUpdate, mayRemove }: MembersListProps) {
  return (
    <Card>
      <h2>In this team</h2>
      <ul className="mt-3 divide-y divide-line border-t border-line">
        {members.map((member) => (
          <li key={member.userId} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
            <div className="min-w-0 flex-1 basis-[18rem]">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h3 className="min-w-0 break-words">
                  {member.displayName}
                  {member.isYou ? " (you)" : ""}
                </h3>
                <Tag tone={member.role === "admin" || member.role === "lead" ? "primary" : "neutral"}>{ROLE_LABELS[member.role]}</Tag>
              </div>
              {member.email ? <p className="text-[0.9375rem] break-words text-muted">{member.email}</p> : null}
              <p className="mt-1 text-[0.9375rem] text-muted">
                {member.toolNumbers.length > 0
                  ? `Fills in ${member.toolNumbers.map((number) => `Tool ${number}`).join(", ")}.`
                  : ROLE_DESCRIPTIONS[member.role]}
              </p>
            </div>
            {(mayUpdate || mayRemove) && member.role !== "admin" && !member.isYou ? (
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
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
