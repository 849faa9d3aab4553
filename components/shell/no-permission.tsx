import { LinkButton } from "@/components/ui/button";
import { MessagePage } from "./message-page";

/** Shown where a person belongs to the team but their role doesn't include this page. */
export function NoPermission() {
  return (
    <MessagePage
      eyebrow="Your role does not include this page"
      title="You can’t open this page"
      actions={<LinkButton href="/agencies">Go to your teams</LinkButton>}
    >
      <p>
        You are part of this team, but the role you have does not include this page. Nothing is wrong with your account,
        and nothing was changed.
      </p>
      <p>If you need it for your work, ask your team lead or agency admin to change your role.</p>
    </MessagePage>
  );
}
