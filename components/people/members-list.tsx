import { Tag } from "@/components/ui/tag";
import { getTool } from "@/content/toolkits";
import { refOfKey } from "@/lib/domain/tool/tool-ref";
import type { TeamMemberView } from "@/lib/people/members";
import { ROLE_DESCRIPTIONS, ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { MemberControls } from "./member-controls";
import { PersonRow } from "./person-row";
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
    <section aria-labelledby="in-this-team">
      <h2 id="in-this-team">In this team</h2>
      <ul className="mt-2 divide-y divide-line border-t border-line">
        {members.map((member) => (
          <PersonRow
            key={member.personId}
            name={member.displayName}
            isYou={member.isYou}
            role={<Tag tone={member.role === "admin" || member.role === "lead" ? "primary" : "neutral"}>{ROLE_LABELS[member.role]}</Tag>}
            email={member.hasNoAddress ? NO_ADDRESS : member.email}
            about={placeOf(member)}
            controls={
              (mayUpdate || mayRemove) && member.role !== "admin" && !member.isYou ? (
                <MemberControls
                  teamId={teamId}
                  userId={member.userId}
                  name={member.displayName}
                  role={member.role}
                  toolKeys={member.toolKeys}
                  roles={roles}
                  tools={tools}
                  mayUpdate={mayUpdate}
                  mayRemove={mayRemove}
                  hasNoAddress={member.hasNoAddress}
                />
              ) : null
            }
          />
        ))}
      </ul>
    </section>
  );
}

const NO_ADDRESS = "No email address: joined with a code";

function placeOf({ role, toolKeys }: TeamMemberView): string {
  if (toolKeys.length === 0) return ROLE_DESCRIPTIONS[role];
  return `Fills in ${toolKeys.map((key) => getTool(refOfKey(key)).label).join(", ")}.`;
}
