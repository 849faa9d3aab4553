import type { ToolDefinition } from "@/lib/domain/tool/definition";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { CompleteAfterSteps } from "./complete-after-steps";

interface CompletionPanelProps {
  context: TeamContext;
  tool: ToolDefinition;
  isReadOnly: boolean;
  /** Of a long tool. */
  lastStep: string | null;
}

/** The end of the tool: the way to mark it complete, for those who may. */
export function CompletionPanel({ context, tool, isReadOnly, lastStep }: CompletionPanelProps) {
  if (isReadOnly || !isAllowedInTeam(context.role, "response:complete")) return null;
  return (
    <section aria-labelledby="finished" className="no-print border-t border-line pt-8">
      <h2 id="finished">Finished with this tool?</h2>
      <p className="measure mt-2 mb-5 text-muted">
        You will see your answers and what is still blank before you decide. A tool can be complete with blanks, and you can reopen it
        unless it is locked.
      </p>
      <CompleteAfterSteps href={`/teams/${context.teamId}/tools/${tool.slug}/complete`} lastStep={lastStep} />
    </section>
  );
}
