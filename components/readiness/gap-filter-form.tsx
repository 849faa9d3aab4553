import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { type GapFilter, type GapKind, GAP_KIND_LABELS, GAP_KINDS } from "@/lib/domain/readiness/gaps";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { toolName } from "@/lib/domain/tool/items";

interface GapFilterFormProps {
  report: ReadinessReport;
  filter: GapFilter;
  /** How many entries there are of each kind. */
  counts: Record<GapKind, number>;
  /** The readiness page; the form goes there with its choices in the address, so it needs no script. */
  action: string;
}

export function GapFilterForm({ report, filter, counts, action }: GapFilterFormProps) {
  const tools = new Map(report.gaps.map(({ tool }) => [tool.slug, tool]));
  const answered = report.gaps.length - counts["not-yet-rated"];
  return (
    <form method="get" action={`${action}#gaps`} className="no-print grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1.1fr_1.3fr_1.3fr_auto]">
      <Select label="Kind" name="kind" defaultValue={filter.kind}>
        <option value="answered">Everything answered ({answered})</option>
        {GAP_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {GAP_KIND_LABELS[kind]} ({counts[kind]})
          </option>
        ))}
        <option value="all">All ({report.gaps.length})</option>
      </Select>
      <Select label="Element" name="element" defaultValue={filter.element ?? ""}>
        <option value="">All elements</option>
        {report.elements.map(({ id, title }) => (
          <option key={id} value={id}>
            {id}. {title}
          </option>
        ))}
      </Select>
      <Select label="Tool" name="tool" defaultValue={filter.tool ?? ""}>
        <option value="">All tools</option>
        {[...tools.values()].toSorted((a, b) => a.number - b.number).map((tool) => (
          <option key={tool.slug} value={tool.slug}>
            {toolName(tool)}
          </option>
        ))}
      </Select>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit">Show</Button>
        <Link href={`${action}#gaps`} className="px-2 py-2">
          Clear filters
        </Link>
      </div>
    </form>
  );
}
