import type { IndicatorDrawing } from "@/lib/indicators/indicator-chart";

/** A line over time; its words stand in its name, its numbers in the table of values. */
export function IndicatorGraph({ drawing }: { drawing: IndicatorDrawing }) {
  return (
    <div role="img" aria-label={drawing.alternative} className="indicator-graph keep-together">
      {/* Made on the server, of numbers alone. */}
      <svg width={drawing.axisWidth} height={drawing.height} aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing.axis }} />
      <svg height={drawing.height} aria-hidden="true" dangerouslySetInnerHTML={{ __html: drawing.plot }} />
    </div>
  );
}
