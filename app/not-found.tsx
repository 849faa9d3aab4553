import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/button";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <MessagePage
      eyebrow="Page not found"
      title="We can’t find that page"
      actions={
        <>
          <LinkButton href="/agencies">Go to your teams</LinkButton>
          <LinkButton href="/guide" variant="secondary">
            Read the guide
          </LinkButton>
        </>
      }
    >
      <p>
        The address may be mistyped, the page may have moved, or it may belong to a team you are not part of. Nothing you
        saved has been lost.
      </p>
      <p>If someone sent you this link, ask them to check it, or to invite you to their team.</p>
    </MessagePage>
  );
}
