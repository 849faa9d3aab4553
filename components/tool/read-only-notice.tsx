import { reopenToolAction } from "@/app/teams/[teamId]/tools/[number]/actions";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import type { TeamMemberView } from "@/lib/people/members";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { StatusButton } from "./status-button";

interface ReadOnlyNoticeProps {
  context: TeamContext;
  tool: ToolDefinition;
  completed: ReportEvent | null;
  locked: ReportEvent | null;
  /** Asked for only where it is said who unlocks. */
  listMembers: () => Promise<readonly TeamMemberView[]>;
  /** Asked for only where it is said who reopens: who can, in words, and when the reader joined. */
  findHelp: () => Promise<{ readonly helpers: string; readonly joinedAt: string | null }>;
}

/** Why answers can't be changed here, and how they can be again. */
export function ReadOnlyNotice({ context, tool, completed, locked, listMembers, findHelp }: ReadOnlyNoticeProps) {
  if (completed && locked) return <LockedNotice context={context} tool={tool} completed={completed} locked={locked} listMembers={listMembers} />;
  if (completed) return <CompleteNotice context={context} tool={tool} completed={completed} findHelp={findHelp} />;
  if (isAllowedInTeam(context.role, "response:edit")) return null;
  return (
    <Alert title="You can read this tool">
      <p>Your role is to read along. A team lead can give you a role that fills in tools.</p>
    </Alert>
  );
}

interface CompleteNoticeProps extends Pick<ReadOnlyNoticeProps, "context" | "tool"> {
  completed: ReportEvent;
}

function CompleteNotice({ context, tool, completed, findHelp }: CompleteNoticeProps & Pick<ReadOnlyNoticeProps, "findHelp">) {
  const { role, teamId } = context;
  return (
    <Alert tone="success" title="This tool is complete">
      <p>
        <PersonName person={completed.by} /> <RoleLabel person={completed.by} /> marked it complete on <DateTime iso={completed.at} />. Answers can’t be
        changed until it is reopened.
      </p>
      {isAllowedInTeam(role, "response:complete") ? (
        <div className="no-print mt-3 flex flex-wrap gap-3">
          <StatusButton
            label="Reopen this tool"
            busyLabel="Reopening"
            variant="secondary"
            action={reopenToolAction.bind(null, teamId, { toolRef: tool.ref })}
          />
          {isAllowedInTeam(role, "response:lock") ? <LockLink teamId={teamId} tool={tool} label="Lock this tool" /> : null}
        </div>
      ) : (
        <WhomToAsk completed={completed} mayComment={isAllowedInTeam(role, "comment:create")} findHelp={findHelp} />
      )}
    </Alert>
  );
}

interface WhomToAskProps extends Pick<ReadOnlyNoticeProps, "findHelp"> {
  completed: ReportEvent;
  mayComment: boolean;
}

/** For those who can't reopen the tool themselves, above all when it was complete before they came. */
async function WhomToAsk({ completed, mayComment, findHelp }: WhomToAskProps) {
  const { helpers, joinedAt } = await findHelp();
  return (
    <p className="mt-1 break-words">
      {joinedAt !== null && completed.at < joinedAt ? "That was before you joined. " : null}
      Is something missing, or do you see it another way? Ask {helpers} to reopen it
      {mayComment ? ", or write a comment beside the item: comments go on while a tool is complete." : "."}
    </p>
  );
}

interface LockedNoticeProps extends CompleteNoticeProps, Pick<ReadOnlyNoticeProps, "listMembers"> {
  locked: ReportEvent;
}

async function LockedNotice({ context, tool, completed, locked, listMembers }: LockedNoticeProps) {
  const { role, teamId } = context;
  const mayUnlock = isAllowedInTeam(role, "response:unlock");
  return (
    <Alert tone="success" title="This tool is complete and locked">
      <p>
        <PersonName person={completed.by} /> <RoleLabel person={completed.by} /> marked it complete on{" "}
        <DateTime iso={completed.at} />. <PersonName person={locked.by} /> <RoleLabel person={locked.by} /> locked it on <DateTime iso={locked.at} />.
      </p>
      <p className="mt-1 break-words">
        Nothing in it can be changed, but you can still read it. {mayUnlock ? "As an agency admin, you can unlock it." : whoUnlocks(await listMembers())}
      </p>
      {mayUnlock ? (
        <div className="no-print mt-3">
          <LockLink teamId={teamId} tool={tool} label="Unlock this tool" />
        </div>
      ) : null}
    </Alert>
  );
}

function whoUnlocks(members: readonly TeamMemberView[]): string {
  const admins = members.filter((person) => person.role === "admin");
  if (admins.length === 0) return "An agency admin can unlock it.";
  const names = new Intl.ListFormat("en", { type: "disjunction" }).format(admins.map(({ displayName }) => displayName));
  return `An agency admin can unlock it: ${names}.`;
}

/** To the page that says what it means and asks. */
function LockLink({ teamId, tool, label }: { teamId: string; tool: ToolDefinition; label: string }) {
  return (
    <LinkButton href={`/teams/${teamId}/tools/${tool.slug}/complete`} prefetch={false} variant="secondary">
      {label}
    </LinkButton>
  );
}
