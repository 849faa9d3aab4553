import NotFound from "@/app/not-found";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/button";
import { findUnsharedTool } from "@/lib/people/find-unshared-tool";

/** A partner at a tool of their own team that was not shared with them reads that; everybody else, that there is nothing. */
export default async function ToolNotFound() {
  const unshared = await findUnsharedTool();
  if (!unshared) return <NotFound />;
  const { teamId, teamName, toolTitle, helpers } = unshared;
  return (
    <MessagePage
      eyebrow={teamName}
      title="This tool is not shared with you"
      actions={
        <>
          <LinkButton href={`/teams/${teamId}`}>Go to your tools</LinkButton>
          <LinkButton href={`/teams/${teamId}/people`} variant="secondary">
            See who is on the team
          </LinkButton>
        </>
      }
    >
      <p>
        You are on this team as a community partner, who opens the tools that the team shares with them. {toolTitle} is not
        one of yours right now. Nothing is wrong with your account.
      </p>
      <p>If you need it, ask {helpers} to share it with you.</p>
    </MessagePage>
  );
}
