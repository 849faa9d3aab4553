import { latestValue, type GoalRow } from "@/lib/domain/indicators/goal-indicators";
import { formatCounted, formatMeasured, formatTarget, type Indicator, INDICATOR_DIRECTION_LABELS, type IndicatorValue } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import { formatDay } from "@/lib/domain/text/due-words";
import type { IndicatorDrawing } from "@/lib/indicators/indicator-chart";
import { IndicatorGraph } from "./indicator-graph";

interface IndicatorReadProps {
  row: GoalRow;
  name: string;
  /** Of the heading, which names the card. */
  titleId: string;
  /** Null with fewer than two values. */
  drawing: IndicatorDrawing | null;
  isWide: boolean;
}

/** What there is to read of a row: what it asks, the newest value, the line, and how it is collected. */
export function IndicatorRead({ row, name, titleId, drawing, isWide }: IndicatorReadProps) {
  const { measured } = row;
  const latest = measured && latestValue(measured);
  return (
    <>
      <div className="indicator-head">
        {row.question && row.indicator ? <p className="indicator-quiet">{row.question}</p> : null}
        <h3 id={titleId}>{name}</h3>
      </div>
      <div className="indicator-latest">
        {measured && latest ? (
          <>
            <p className="indicator-stat">{formatMeasured(latest)}</p>
            <p className="indicator-quiet">{formatLatest(measured, latest)}</p>
          </>
        ) : null}
      </div>
      <div className="indicator-line">{drawing ? <IndicatorGraph drawing={drawing} /> : <p className="indicator-waits">{waitWords(measured)}</p>}</div>
      <RowFacts row={row} isWide={isWide} hasDrawing={drawing !== null} />
    </>
  );
}

/** Everything by which it reads otherwise when the page is drawn again. */
export function rowReadsBy({ row, name, drawing, isWide }: IndicatorReadProps): readonly (string | number | boolean | null)[] {
  const { question, source, timeframe, measured } = row;
  const latest = measured && latestValue(measured);
  const settings = measured && [measured.direction, formatTarget(measured), measured.targetOn].join(" ");
  return [name, question, source, timeframe, settings, latest && formatLatest(measured, latest), latest?.value ?? null, drawing && drawing.alternative + drawing.plot, isWide];
}

/** "November 2026, 18 of 25 calls" */
function formatLatest(measured: Indicator, latest: IndicatorValue): string {
  const isSaid = measured.unit === "percent" || measured.unitWords !== "";
  return [formatMeasuredOn(latest.on), ...(isSaid ? [formatCounted(measured, latest)] : [])].join(", ");
}

function waitWords(measured: Indicator | null): string {
  if (!measured) return "Not measured yet: nobody has said how.";
  return measured.values.length === 0 ? "No values yet. The first one starts the line." : "One value so far. A line needs two.";
}

/** Beside a small line, which names the target itself, without labels that show. */
function RowFacts({ row: { source, timeframe, measured }, isWide, hasDrawing }: { row: GoalRow; isWide: boolean; hasDrawing: boolean }) {
  const target = measured && (isWide || !hasDrawing) ? formatTarget(measured) : "";
  const targetOn = measured?.targetOn ? ` by ${formatDay(measured.targetOn)}` : "";
  const facts = [
    ["Data source", source],
    ["Collected", timeframe],
    ["Direction", measured ? INDICATOR_DIRECTION_LABELS[measured.direction] : ""],
    ["Target", target === "" ? "" : `${isWide ? "" : "Target "}${target}${targetOn}`],
  ].filter(([, text]) => text !== "");
  return facts.length === 0 ? null : (
    <dl className="indicator-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
