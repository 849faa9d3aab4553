import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ReadinessReport } from "@/lib/domain/readiness/readiness";
import { toolName } from "@/lib/domain/tool/items";

interface ReportEmptyProps {
  report: ReadinessReport;
  toolsHref: string;
  rulesHref: string;
}

/** Before the first rating: where readiness comes from, and where to begin. */
export function ReportEmpty({ report, toolsHref, rulesHref }: ReportEmptyProps) {
  return (
    <Card className="max-w-[46rem]">
      <h2>Nothing is rated yet</h2>
      <p className="mt-3">
        This page sums up your team’s own answers. It shows how ready each of the ten areas is, and a list of gaps to
        work on. It fills as soon as your team rates items in {report.assessment.label} or answers a checklist.
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <LinkButton href={`${toolsHref}/${report.assessment.slug}`}>Start with {report.assessment.label}</LinkButton>
        <LinkButton href={rulesHref} variant="secondary">
          How this is worked out
        </LinkButton>
      </div>
      <p className="mt-6">The four checklists count too:</p>
      <ul className="bullets mt-2">
        {report.checklists.map(({ tool }) => (
          <li key={tool.slug}>
            <a href={`${toolsHref}/${tool.slug}`}>{toolName(tool)}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
