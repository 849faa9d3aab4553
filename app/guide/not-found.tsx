import type { Metadata } from "next";
import { MessagePage } from "@/components/shell/message-page";
import { LinkButton } from "@/components/ui/button";
import { MAIN_TOOLKIT } from "@/content/toolkits";

export const metadata: Metadata = { title: "Not in the guide" };

export default function GuideNotFound() {
  return (
    <MessagePage
      eyebrow="Page not found"
      title="The guide has no such page"
      actions={
        <>
          <LinkButton href="/guide">Read the guide</LinkButton>
          <LinkButton href="/guide/tools" variant="secondary">
            See all tools
          </LinkButton>
        </>
      }
    >
      <p>The address may be mistyped. The toolkit has tools 1 to {MAIN_TOOLKIT.tools.length}, and elements IE1 to IE5, CC1 to CC5, and IS1 to IS8.</p>
    </MessagePage>
  );
}
