import { classNames } from "@/components/ui/class-names";
import type { Chart } from "@/lib/report/render-chart";

interface ChartFigureProps {
  id: string;
  wide: Chart;
  /** The same drawing for a phone. */
  narrow: Chart;
}

/** A drawing that a table beside it tells in numbers. The SVG is made on the server from escaped text. */
export function ChartFigure({ id, wide, narrow }: ChartFigureProps) {
  const captionId = `${id}-caption`;
  const drawing = (chart: Chart, className: string) => (
    <div
      role="img"
      aria-label={chart.caption}
      aria-describedby={captionId}
      className={classNames("[&>svg]:h-auto [&>svg]:w-full", className)}
      dangerouslySetInnerHTML={{ __html: chart.svg }}
    />
  );
  return (
    <figure className="keep-together rounded-card border border-line bg-surface p-4 sm:p-6">
      {drawing(wide, "hidden max-w-[58rem] sm:block print:block")}
      {drawing(narrow, "max-w-[26rem] sm:hidden print:hidden")}
      <figcaption id={captionId} className="mt-3 text-[0.9375rem] text-muted">
        {wide.caption}. The table holds the same numbers.
      </figcaption>
    </figure>
  );
}
