import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import type { Answers } from "@/lib/domain/answer/answers";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { AnsweredCheck } from "./answered-check";

interface SharedCheckProps {
  tool: ToolDefinition;
  by: ReportEvent;
  answers: Answers;
}

/** A check that a teammate shares, to read. */
export function SharedCheckView({ tool, by, answers }: SharedCheckProps) {
  return (
    <details className="fold rounded-card border border-line bg-surface">
      <summary className="px-4 py-3 font-semibold">
        <PersonName person={by.by} /> <RoleLabel person={by.by} />, <DateTime iso={by.at} />
      </summary>
      <div className="px-4 pb-4">
        <AnsweredCheck tool={tool} answers={answers} />
      </div>
    </details>
  );
}
