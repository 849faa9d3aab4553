import { formatCounted, formatMeasured } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import type { IndicatorDrawing } from "@/lib/indicators/indicator-chart";
import type { IndicatorSummary } from "@/lib/indicators/load-indicators";
import { rowAnchor } from "./goal-address";
import { IndicatorGraph } from "./indicator-graph";

interface RowValuesProps {
  row: IndicatorSummary;
  /** Null with fewer than two values. */
  drawing: IndicatorDrawing | null;
  /** The page of the row's goal. */
  goalHref: string;
}

/** What a row measured, in short, with the way to all of it. */
export function RowValues({ row: { rowId, name, measured, latest, target }, drawing, goalHref }: RowValuesProps) {
  return (
    <div className="row-values-short">
      {measured && latest ? (
        <p>
          <b>{formatMeasured(latest)}</b>{" "}
          <span className="indicator-quiet">
            {formatMeasuredOn(latest.on)}, {formatCounted(measured, latest)}
            {target === "" ? null : `; target ${target}`}
          </span>
        </p>
      ) : (
        <p className="indicator-quiet">No values yet.</p>
      )}
      {drawing ? <IndicatorGraph drawing={drawing} /> : null}
      <a href={`${goalHref}#${encodeURIComponent(rowAnchor(rowId))}`}>
        Values over time<span className="sr-only">: {name}</span>
      </a>
    </div>
  );
}
