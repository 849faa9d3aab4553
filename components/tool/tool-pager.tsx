import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolName } from "@/lib/domain/tool/items";

interface ToolPagerProps {
  teamId: string;
  previous: ToolDefinition | null;
  next: ToolDefinition | null;
}

/** The tool before and the tool after, in toolkit order. */
export function ToolPager({ teamId, previous, next }: ToolPagerProps) {
  return (
    <nav aria-label="Previous and next tool" className="no-print mt-12 grid gap-3 sm:grid-cols-2">
      {previous ? <PagerLink teamId={teamId} tool={previous} word="Previous" /> : <span className="hidden sm:block" />}
      {next ? <PagerLink teamId={teamId} tool={next} word="Next" /> : null}
    </nav>
  );
}

function PagerLink({ teamId, tool, word }: { teamId: string; tool: ToolDefinition; word: "Previous" | "Next" }) {
  const isNext = word === "Next";
  return (
    <Link
      href={`/teams/${teamId}/tools/${tool.slug}`}
      className={`flex items-center gap-4 rounded-card border border-line bg-surface px-5 py-4 no-underline hover:border-primary ${isNext ? "justify-end text-right" : ""}`}
    >
      {isNext ? null : <Icon name="arrow-left" />}
      <span>
        <span className="block text-[0.9375rem] text-muted">{word}</span>
        <span>{toolName(tool)}</span>
      </span>
      {isNext ? <Icon name="arrow-right" /> : null}
    </Link>
  );
}
