import { classNames } from "@/components/ui/class-names";
import { countWords } from "@/lib/domain/rounds/count-words";
import type { RoundScale } from "@/lib/domain/rounds/round-values";
import type { ShownItem } from "@/lib/domain/rounds/shown-item";

interface PlotProps {
  scale: RoundScale;
  shown: ShownItem;
}

/** All steps together, whatever their number: a plot of three is as high as one of five. */
const WIDTH = 300;
const ROOM_WIDTH = 500;
const HEIGHT = 120;
const LARGEST = 8;

/** One dot, one person, without names; the middle half shaded, the middle marked. Drawn for every width alike; the labels are text beside it. */
function Dots({ scale, shown, isSmall = false, isWide = false }: PlotProps & { isSmall?: boolean; isWide?: boolean }) {
  const { counts, agreement } = shown;
  if (!counts || !agreement) return null;
  const most = Math.max(...counts);
  const radius = Math.min(LARGEST, (HEIGHT - 12) / (2.2 * most));
  const width = isWide ? ROOM_WIDTH : WIDTH;
  const step = width / scale.steps.length;
  const centre = (score: number) => step * (scale.steps.findIndex((one) => one.score === score) + 0.5);
  const [from, to] = [centre(agreement.lowerQuartile) - step / 2, centre(agreement.upperQuartile) + step / 2];
  const middle = centre(agreement.median);
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT + 10}`} role="img" aria-label={countWords(scale, counts)} className={isSmall ? "dots-small" : "dots"} preserveAspectRatio="none">
      <rect x={from} y={0} width={to - from} height={HEIGHT} className="dots-half" />
      <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} className="dots-line" />
      {counts.map((count, column) =>
        Array.from({ length: count }, (_, row) => (
          <circle key={`${column}-${row}`} cx={step * (column + 0.5)} cy={HEIGHT - radius * 1.1 * (2 * row + 1) - 2} r={radius} className="dots-dot" />
        )),
      )}
      <path d={`M${middle - 6} ${HEIGHT + 10} h12 l-6 -9 Z`} className="dots-middle" />
    </svg>
  );
}

/** Small, in a list; the words beside it say the same. */
export function SmallPlot({ scale, shown }: PlotProps) {
  return shown.counts ? <Dots scale={scale} shown={shown} isSmall /> : null;
}

/** The dots of one item with their labels, what they mean, and the same as a table. @param isWide for a room: its type is larger than the dots' */
export function DotPlot({ scale, shown, isWide = false }: PlotProps & { isWide?: boolean }) {
  const { counts, agreement, dontKnow } = shown;
  if (!counts || !agreement) return null;
  return (
    <div className="grid gap-3">
      <figure className="dots-figure">
        <Dots scale={scale} shown={shown} isWide={isWide} />
        <div aria-hidden="true" className="dots-labels" style={{ gridTemplateColumns: `repeat(${scale.steps.length}, minmax(0, 1fr))` }}>
          {scale.steps.map(({ value, score, label }, index) => (
            <span key={value}>
              <strong>{scale.kind === "rating" ? score : label}</strong>
              {scale.kind === "rating" ? <span className={index === 0 || index === scale.steps.length - 1 ? "" : "dots-inner"}>{label}</span> : null}
            </span>
          ))}
        </div>
        <figcaption className={classNames("mt-2 text-muted", !isWide && "text-[0.9375rem]")}>
          One dot, one person, no names. Triangle: the middle. Shaded: the middle half. {dontKnow === 0 && scale.hasDontKnow ? "Nobody chose D/K." : ""}
        </figcaption>
      </figure>
      <details className="fold">
        <summary>As a table</summary>
        <table className="data-table mt-2 text-left">
          <caption className="sr-only">Ratings counted, without names</caption>
          <thead>
            <tr>
              <th scope="col">Rating</th>
              <th scope="col">People</th>
            </tr>
          </thead>
          <tbody>
            {scale.steps.map(({ value, score, label }, index) => (
              <tr key={value}>
                <th scope="row" className="font-normal">
                  {scale.kind === "rating" ? `${score} ${label}` : label}
                </th>
                <td>{counts[index]}</td>
              </tr>
            ))}
            {dontKnow !== null && scale.hasDontKnow ? (
              <tr>
                <th scope="row" className="font-normal">
                  D/K
                </th>
                <td>{dontKnow}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </details>
    </div>
  );
}
