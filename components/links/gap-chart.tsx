import { SCALE_MARKS, type SeriesPoint } from "@/lib/domain/plan/answer-series";

interface GapChartProps {
  /** Two or more with a score. */
  points: readonly SeriesPoint[];
}

// Drawn in the size of a phone, and never smaller: its letters stay at 12 px.
const WIDTH = 342;
const HEIGHT = 172;
const LEFT = 126;
const RIGHT = 16;
const TOP = 14;
const ROW = 30;
const DAY = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
const DAY_AND_YEAR = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric", timeZone: "UTC" });
/** So many dates fit below. */
const DATES = 3;

const yOf = (score: number) => TOP + (5 - score) * ROW;

/** A rating over time on its scale from 1 to 5. The same stands beside it as a table. */
export function GapChart({ points }: GapChartProps) {
  const rated = points.filter(({ score }) => score !== null);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(rated.length - 1, 1);
  const placed = rated.map(({ at, score }, index) => ({ at, score: score ?? 0, x: LEFT + index * step, y: yOf(score ?? 0) }));
  const last = placed.at(-1);
  const dated = placed.length <= DATES ? placed : [placed[0]!, placed[Math.floor((placed.length - 1) / 2)]!, last!];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={describeSeries(points)} className="gap-chart">
      {SCALE_MARKS.map(({ value, label }) => (
        <g key={value}>
          <text x={LEFT - 14} y={yOf(value) + 4} textAnchor="end" className={value === last?.score ? "is-now" : undefined}>
            {label}
          </text>
          <line x1={LEFT - 6} x2={WIDTH - RIGHT + 6} y1={yOf(value)} y2={yOf(value)} className="gap-chart-grid" />
        </g>
      ))}
      <polyline points={placed.map(({ x, y }) => `${x},${y}`).join(" ")} className="gap-chart-line" />
      {placed.map((point) => (
        <circle key={point.at} cx={point.x} cy={point.y} r={point === last ? 6 : 4} className={point === last ? "gap-chart-now" : "gap-chart-point"} />
      ))}
      {dated.map((point, index) => (
        <text key={point.at} x={point.x} y={HEIGHT - 8} textAnchor={index === 0 ? "start" : index === dated.length - 1 ? "end" : "middle"} className={point === last ? "is-now" : undefined}>
          {DAY.format(new Date(point.at))}
        </text>
      ))}
    </svg>
  );
}

/** "Rated 2 Disagree on May 29, 2026; 3 Neutral on Nov 24, 2026." */
export function describeSeries(points: readonly SeriesPoint[]): string {
  return `Rated ${points.map(({ at, text }) => `${text} on ${DAY_AND_YEAR.format(new Date(at))}`).join("; ")}.`;
}
