import { isAllowedInTeam } from "@/lib/auth/permissions";
import { RATES } from "@/lib/auth/rates";
import { teamRoute } from "@/lib/auth/route";
import { listAssignees, listToolAssignments, type ToolAssignments } from "@/lib/data/assignments";
import { jsonWithPeople } from "@/lib/http/json-with-people";

/** What is assigned in one tool, and who could be given something. */
export const GET = teamRoute({
  permission: "response:view",
  rate: RATES.read,
  handler: async ({ context, toolNumber = Number.NaN }) => {
    const mayGive = isAllowedInTeam(context.role, "assignment:create");
    const [assignments, assignees] = await Promise.all([
      listToolAssignments(context, toolNumber),
      mayGive ? listAssignees(context, toolNumber) : [],
    ]);
    const body: ToolAssignments = { assignments, assignees };
    return jsonWithPeople(context, body);
  },
});
