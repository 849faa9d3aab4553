import type { ReactNode } from "react";
import type { TracedIndicator } from "@/lib/domain/plan/trace";

interface GapIndicatorsProps {
  indicators: readonly TracedIndicator[];
  toolHref: string;
  toolLabel: string;
  mayEdit: boolean;
  /** What was measured: the values of an indicator over time, by its row. */
  drawValues?: (rowId: string) => ReactNode;
}

/** How a goal is measured: the rows of its sheet. */
export function GapIndicators({ indicators, toolHref, toolLabel, mayEdit, drawValues = () => null }: GapIndicatorsProps) {
  return (
    <section aria-labelledby="indicators" className="gap-part">
      <div className="gap-part-head">
        <h2 id="indicators">Is it working?</h2>
        <a href={toolHref}>Open the indicators in {toolLabel}</a>
      </div>
      {indicators.length === 0 ? (
        <p>{mayEdit ? `No indicator yet. Add a question and its sign of progress in ${toolLabel}.` : "No indicator yet."}</p>
      ) : (
        <ul className="gap-indicators">
          {indicators.map(({ rowId, question, indicator }) => (
            <li key={rowId}>
              <p>{indicator || "No indicator named yet"}</p>
              {question ? <p className="text-[0.9375rem] text-muted">{question}</p> : null}
              {drawValues(rowId)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
