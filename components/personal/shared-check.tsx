import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { sectionItems } from "@/lib/domain/tool/items";

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
      <div className="grid gap-4 px-4 pb-4">
        {tool.sections.map((section) => (
          <section key={section.id}>
            <h3>{section.title}</h3>
            <dl className="mt-2 grid gap-2">
              {sectionItems(section).map((item) => (
                <div key={item.id}>
                  <dt>{item.prompt}</dt>
                  <dd className="font-semibold break-words whitespace-pre-wrap">{formatAnswer(item, answerTo(item, answers)) || "No answer"}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </details>
  );
}
