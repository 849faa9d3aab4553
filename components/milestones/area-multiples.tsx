import { classNames } from "@/components/ui/class-names";
import { type AreaChange, type ComparedArea, formatAreaChange, formatAreaScore, formatBandChange } from "@/lib/domain/milestones/compare-areas";
import type { SeriesDay } from "@/lib/domain/milestones/comparison";
import type { AreaScore } from "@/lib/domain/readiness/scoring";
import { formatDay } from "@/lib/domain/text/due-words";

interface AreaMultiplesProps {
  areas: readonly ComparedArea[];
  series: readonly SeriesDay[];
}

const SIGNS: Partial<Record<AreaChange["kind"], string>> = { higher: "▲", lower: "▼" };

/** One small drawing for each area, all on the same scale, with its change in words below. */
export function AreaMultiples({ areas, series }: AreaMultiplesProps) {
  return (
    <ul className="area-multiples">
      {areas.map((area) => {
        const scores = series.map((day) => day.areas.find(({ id }) => id === area.id)?.score ?? null);
        const { kind } = area.change;
        return (
          <li key={area.id}>
            <h3>
              <span className="block font-normal text-muted">{area.name}</span>
              {area.title}
            </h3>
            <AreaLine name={area.name} series={series} scores={scores} />
            <p className={classNames("area-change", kind === "higher" && "area-higher", kind === "lower" && "area-lower")}>
              {SIGNS[kind] ? <span aria-hidden="true">{SIGNS[kind]} </span> : null}
              {formatAreaChange(area.change)}
            </p>
            <p className="text-[0.9375rem] text-muted">{formatBandChange(area)}</p>
          </li>
        );
      })}
    </ul>
  );
}

const TOP = 14;
const STEP = 24;
const BOTTOM = TOP + 4 * STEP;
const HEIGHT = BOTTOM + 26;
/** In per cent of the width, which may be any: letters keep their size. */
const FROM = 7;
const TO = 84;

const yOf = ({ sum, rated }: { readonly sum: number; readonly rated: number }) => BOTTOM - (sum / rated - 1) * STEP;

interface AreaLineProps {
  name: string;
  series: readonly SeriesDay[];
  scores: readonly (AreaScore | null)[];
}

/** A line for every two days that follow each other, broken where a day has no score; all in three paths, however many days there are. */
function AreaLine({ name, series, scores }: AreaLineProps) {
  const last = series.length - 1;
  const points = scores.flatMap((score, index) => (score?.status === "scored" ? [{ index, y: yOf(score), place: `${index} ${yOf(score)}`, words: formatAreaScore(score) }] : []));
  const label = `${name}: ${series.map((day, index) => `${day.name}, ${formatDay(day.onDay)}: ${scores[index]?.status === "scored" ? formatAreaScore(scores[index] ?? null) : "not enough ratings"}`).join("; ")}`;
  const named = [...new Set([points[0], points.at(-1)])].filter((point) => point !== undefined);
  const now = points.find(({ index }) => index === last);
  const xOf = (index: number) => `${last === 0 ? TO : FROM + (index / last) * (TO - FROM)}%`;
  return (
    <svg role="img" aria-label={label} width="100%" height={HEIGHT} className="area-line">
      <rect x="0" y={TOP} width="90%" height={STEP} className="area-stripe-high" />
      <rect x="0" y={BOTTOM - 2 * STEP} width="90%" height={2 * STEP} className="area-stripe-low" />
      {[1, 2, 3, 4, 5].map((value) => (
        <text key={value} x="96%" y={BOTTOM - (value - 1) * STEP + 4} textAnchor="middle">
          {value}
        </text>
      ))}
      <svg x={`${FROM}%`} width={`${TO - FROM}%`} height={HEIGHT} viewBox={`${last === 0 ? -1 : 0} 0 ${last || 1} ${HEIGHT}`} preserveAspectRatio="none" className="overflow-visible">
        <path d={points.map((point, at) => `${points[at - 1]?.index === point.index - 1 ? "L" : "M"}${point.place}`).join("")} className="area-path" />
        <path d={points.map((point) => `M${point.place}h0`).join("")} className="area-rims" />
        <path d={points.filter((point) => point !== now).map((point) => `M${point.place}h0`).join("")} className="area-dots" />
      </svg>
      {now ? <circle cx={xOf(now.index)} cy={now.y} r={6} className="area-now" /> : null}
      {named.map((point) => (
        <text key={point.index} x={xOf(point.index)} y={point.y > TOP + 2 * STEP ? point.y - 10 : point.y + 20} textAnchor="middle" className="area-score">
          {point.words}
        </text>
      ))}
      {points.length === 0 ? (
        <text x="45%" y={TOP + 1.7 * STEP} textAnchor="middle">
          Not enough ratings
        </text>
      ) : null}
      <text x={`${FROM - 5}%`} y={HEIGHT - 6}>
        {shortDay(series[0])}
      </text>
      {last > 0 ? (
        <text x={`${TO + 5}%`} y={HEIGHT - 6} textAnchor="end">
          {shortDay(series[last])}
        </text>
      ) : null}
    </svg>
  );
}

const SHORT = new Intl.DateTimeFormat("en-US", { month: "short", year: "numeric", timeZone: "UTC" });

function shortDay(day: SeriesDay | undefined): string {
  if (!day) return "";
  return day.id === null ? "Now" : SHORT.format(new Date(`${day.onDay}T00:00:00Z`));
}
