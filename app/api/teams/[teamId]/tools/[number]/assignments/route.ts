import { isAllowedInTeam } from "@/lib/auth/permissions";
import { teamRoute } from "@/lib/auth/route";
import { type AssigneeView, type AssignmentView, listAssignees, listToolAssignments } from "@/lib/data/assignments";

export interface ToolAssignments {
  readonly assignments: readonly AssignmentView[];
  /** Who can be given something here; empty for those who may not give. */
  readonly people: readonly AssigneeView[];
}

/** What is assigned in one tool, and who could be given something. */
export const GET = teamRoute({
  permission: "response:view",
  handler: async ({ context, toolNumber = Number.NaN }) => {
    const mayGive = isAllowedInTeam(context.role, "assignment:create");
    const [assignments, people] = await Promise.all([
      listToolAssignments(context, toolNumber),
      mayGive ? listAssignees(context, toolNumber) : [],
    ]);
    const body: ToolAssignments = { assignments, people };
    return Response.json(body, { headers: { "Cache-Control": "no-store" } });
  },
});
