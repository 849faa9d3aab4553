import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { BlankTool, blankToolContents } from "@/components/guide/blank-tool";
import { GuidePage } from "@/components/guide/guide-page";
import { PreviousNext } from "@/components/guide/previous-next";
import { TableOfContents } from "@/components/guide/table-of-contents";
import { Alert } from "@/components/ui/alert";
import { findToolBySlug, isMainTool, placeOf, toolkitOf } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolName } from "@/lib/domain/tool/items";
import { findSession } from "@/lib/platform/auth/session";

interface BlankToolPageProps {
  params: Promise<{ number: string }>;
}

async function requireTool(params: BlankToolPageProps["params"]): Promise<ToolDefinition> {
  const { number } = await params;
  return findToolBySlug(number) ?? notFound();
}

export async function generateMetadata({ params }: BlankToolPageProps): Promise<Metadata> {
  const tool = await requireTool(params);
  return {
    title: `${toolName(tool)} (blank)`,
    description: `All that ${toolName(tool)} asks, without answers.`,
  };
}

export default async function BlankToolPage({ params }: BlankToolPageProps) {
  const tool = await requireTool(params);
  const toolkit = toolkitOf(tool.ref);
  return (
    <GuidePage
      part={isMainTool(tool.ref) ? "tools" : toolkit.id}
      toolkit={toolkit}
      within={tool.label}
      eyebrow={placeOf(tool)}
      title={toolName(tool)}
      contents={<TableOfContents entries={blankToolContents(tool)} />}
    >
      <div className="mb-8">
        <HowToFillIn />
      </div>
      <BlankTool tool={tool} />
      <PreviousNext
        label="Previous and next tool"
        previous={neighbor(tool, -1)}
        next={neighbor(tool, 1)}
      />
    </GuidePage>
  );
}

async function HowToFillIn() {
  const user = await findSession();
  return (
    <Alert>
      This is the blank tool, to read.{" "}
      {user ? (
        <>
          To fill it in, <Link href="/agencies">go to your teams</Link>.
        </>
      ) : (
        <>
          To fill it in with your team, <Link href="/sign-up">sign up your agency</Link> or{" "}
          <Link href="/sign-in">sign in</Link>.
        </>
      )}
    </Alert>
  );
}

/** The tool before or after it in its toolkit. */
function neighbor(of: ToolDefinition, step: 1 | -1) {
  const { tools } = toolkitOf(of.ref);
  const tool = tools[tools.indexOf(of) + step];
  return tool ? { href: `/guide/tools/${tool.slug}`, title: toolName(tool) } : null;
}
