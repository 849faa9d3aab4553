import { AREA_CHART_CAPTION } from "@/lib/report/chart-words";
import { SCORE_VALUES } from "@/lib/tools/answers";
import type { ReadinessArea } from "@/lib/tools/readiness";
import { BAND_LABELS, NOT_ENOUGH_RATINGS } from "@/lib/tools/rules";
import { formatScore } from "@/lib/tools/scoring";
import { Bar, bandFill } from "./bar-fills";
import { ChartFigure } from "./chart-figure";

/** How far along the bar a mean from 1 to 5 lies, in percent. */
const placeOf = (mean: number) => ((mean - 1) / 4) * 100;

/** The ten area scores as labelled bars from 1 to 5; an area without a score says so and has no bar. */
export function AreaChart({ areas }: { areas: readonly ReadinessArea[] }) {
  return (
    <ChartFigure id="area-chart" caption={AREA_CHART_CAPTION}>
      {areas.map(({ id, title, score }) => (
        <div key={id} className="bar-row">
          <span className="bar-name">{title.replace(/\.$/, "")}</span>
          <svg className="bar-track">
            {score.status === "scored" ? <Bar fill={bandFill(score.band)} width={placeOf(score.mean)} /> : null}
          </svg>
          {score.status === "scored" ? (
            <span className="font-bold">
              {formatScore(score.mean)} {BAND_LABELS[score.band]}
            </span>
          ) : (
            <span className="text-muted">{NOT_ENOUGH_RATINGS}</span>
          )}
        </div>
      ))}
      <div className="bar-row text-muted">
        <span className="bar-axis">
          {SCORE_VALUES.map((score) => (
            <span key={score}>{score}</span>
          ))}
        </span>
      </div>
    </ChartFigure>
  );
}
