import { latestValue, type GoalRow, nameRow } from "@/lib/domain/indicators/goal-indicators";
import { formatMeasured, formatTarget } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import type { IndicatorDrawing } from "@/lib/indicators/indicator-chart";
import { goalHref } from "./goal-address";
import { IndicatorGraph } from "./indicator-graph";

interface MeasuredRowProps {
  teamId: string;
  /** Of the goal that the row is of. */
  sheet: string;
  row: GoalRow;
  /** Null with fewer than two values: a line needs two. */
  drawing: IndicatorDrawing | null;
}

/** What a row of a goal measured last and over time, in small, for pages that are about something else. */
export function MeasuredRow({ teamId, sheet, row, drawing }: MeasuredRowProps) {
  const { measured } = row;
  const latest = measured && latestValue(measured);
  const target = measured && formatTarget(measured);
  return (
    <>
      {latest ? (
        <p className="text-[0.9375rem]">
          <strong>{formatMeasured(latest)}</strong>, {formatMeasuredOn(latest.on)}
          {target ? `, target ${target}` : null}
        </p>
      ) : (
        <p className="text-[0.9375rem] text-muted">Nothing is measured yet.</p>
      )}
      {drawing ? <IndicatorGraph drawing={drawing} /> : null}
      <p className="text-[0.9375rem]">
        <a href={goalHref({ teamId, sheet }, { row: row.rowId })}>
          Values<span className="sr-only"> of {nameRow(row)}</span>
        </a>
      </p>
    </>
  );
}
