import { StatusButton } from "@/components/tool/status-button";
import { Alert } from "@/components/ui/alert";
import { DateTime } from "@/components/ui/date-time";
import type { TeamContext } from "@/lib/auth/context";
import { isAllowedInTeam } from "@/lib/auth/permissions";
import type { ToolDefinition } from "@/lib/tools/definition";
import type { ReportEvent } from "@/lib/tools/report-model";
import { reopenToolAction } from "./actions";

interface ReadOnlyNoticeProps {
  context: TeamContext;
  tool: ToolDefinition;
  completed: ReportEvent | null;
}

/** Why answers can't be changed here, and how they can be again. */
export function ReadOnlyNotice({ context, tool, completed }: ReadOnlyNoticeProps) {
  if (completed) {
    return (
      <Alert tone="success" title="This tool is complete">
        <p>
          {completed.by} marked it complete on <DateTime iso={completed.at} />. Answers can’t be changed until it is
          reopened.
        </p>
        {isAllowedInTeam(context.role, "response:complete") ? (
          <div className="no-print mt-3">
            <StatusButton
              label="Reopen this tool"
              busyLabel="Reopening"
              variant="secondary"
              action={reopenToolAction.bind(null, context.teamId, { toolNumber: tool.number })}
            />
          </div>
        ) : null}
      </Alert>
    );
  }
  if (isAllowedInTeam(context.role, "response:edit")) return null;
  return (
    <Alert title="You can read this tool">
      <p>Your role is to read along. A team lead can give you a role that fills in tools.</p>
    </Alert>
  );
}
