import { listAssignees, listToolAssignments, type ToolAssignments } from "@/lib/assignments/assignments";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import { jsonWithPeople } from "@/lib/people/json-with-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { teamRoute } from "@/lib/platform/entry/route";
import { RATES } from "@/lib/platform/rates/rates";

/** What is assigned in one tool, and who could be given something. */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.read,
  handler: async ({ context, toolRef = NO_TOOL }) => {
    const mayGive = isAllowedInTeam(context.role, "assignment:create");
    const [assignments, assignees] = await Promise.all([
      listToolAssignments(context, toolRef),
      mayGive ? listAssignees(context, toolRef) : [],
    ]);
    const body: ToolAssignments = { assignments, assignees };
    return jsonWithPeople(context, body);
  },
});
