import { lockToolAction, unlockToolAction } from "@/app/teams/[teamId]/tools/[number]/actions";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolName } from "@/lib/domain/tool/items";
import { LOCK_MEANS } from "./lock-words";
import { StatusButton } from "./status-button";

interface LockPageProps {
  teamId: string;
  tool: ToolDefinition;
  completed: ReportEvent;
  locked: ReportEvent | null;
}

/** Asks before a complete tool is locked, or a locked one unlocked, and says what that means. */
export function LockPage({ teamId, tool, completed, locked }: LockPageProps) {
  const verb = locked ? "Unlock" : "Lock";
  const toolHref = `/teams/${teamId}/tools/${tool.slug}`;
  const input = { toolRef: tool.ref };
  return (
    <div className="container-page py-8 sm:py-10">
      <PageHeader
        title={`${verb} ${tool.label}`}
        eyebrow={toolName(tool)}
        crumbs={[
          { label: tool.label, href: toolHref },
          { label: verb },
        ]}
      />
      <div className="measure grid gap-6">
        <div className="prose-block">
          <p>
            <PersonName person={completed.by} /> <RoleLabel person={completed.by} /> marked this tool complete on <DateTime iso={completed.at} />.
          </p>
          {locked ? (
            <>
              <p>
                <PersonName person={locked.by} /> <RoleLabel person={locked.by} /> locked it on <DateTime iso={locked.at} />.
              </p>
              <p>
                When you unlock it, it stays complete. Anyone who may mark it complete can then reopen it and change its
                answers. The log keeps who unlocked it and when.
              </p>
            </>
          ) : (
            <p>Locking signs the tool off. {LOCK_MEANS}</p>
          )}
        </div>
        <div className="flex flex-wrap gap-3">
          <StatusButton
            label={`${verb} this tool`}
            busyLabel={`${verb}ing`}
            action={(locked ? unlockToolAction : lockToolAction).bind(null, teamId, input)}
            doneHref={toolHref}
          />
          <LinkButton href={toolHref} variant="secondary">
            Back to the tool
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
