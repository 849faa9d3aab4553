import type { ReactNode } from "react";

interface ChartFigureProps {
  id: string;
  caption: string;
  children: ReactNode;
}

/** A drawing that a table beside it tells in numbers: who can't see it reads those. */
export function ChartFigure({ id, caption, children }: ChartFigureProps) {
  const captionId = `${id}-caption`;
  return (
    <figure className="keep-together rounded-card border border-line bg-surface p-4 sm:p-6">
      <div role="img" aria-label={caption} aria-describedby={captionId} className="bar-chart">
        {children}
      </div>
      <figcaption id={captionId} className="mt-3 text-[0.9375rem] text-muted">
        {caption}. The table holds the same numbers.
      </figcaption>
    </figure>
  );
}
