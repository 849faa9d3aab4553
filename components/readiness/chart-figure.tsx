import type { Chart } from "@/lib/readiness/render-chart";

interface ChartFigureProps {
  id: string;
  chart: Chart;
}

/** A drawing that a table beside it tells in numbers. The SVG is made on the server, of escaped text. */
export function ChartFigure({ id, chart }: ChartFigureProps) {
  const captionId = `${id}-caption`;
  return (
    <figure className="keep-together max-w-[27rem] print:max-w-[24rem] rounded-card border border-line bg-surface p-4 sm:p-6">
      <div
        role="img"
        aria-label={chart.caption}
        aria-describedby={captionId}
        className="[&>svg]:h-auto [&>svg]:w-full"
        dangerouslySetInnerHTML={{ __html: chart.svg }}
      />
      <figcaption id={captionId} className="mt-3 text-[0.9375rem] text-muted">
        {chart.caption}. The table holds the same numbers.
      </figcaption>
    </figure>
  );
}
