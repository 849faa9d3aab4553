import type { ReactNode } from "react";
import type { ChecklistPart } from "@/lib/report/chart-words";
import type { Band } from "@/lib/tools/rules";

type Fill = "solid" | "dots" | "stripes" | "outline";

const BAND_FILLS: Record<Band, Fill> = { priority: "stripes", discuss: "dots", strength: "solid" };
const PART_FILLS: Record<ChecklistPart, Fill> = { yes: "solid", "in-progress": "dots", no: "stripes", blank: "outline" };

/** A part of a bar; in percent of the drawing, which is as wide as the page lets it be. */
export function Bar({ fill, x = 0, width }: { fill: Fill; x?: number; width: number }) {
  return <rect x={`${x}%`} width={`${width}%`} height="100%" className={`bar-${fill}`} fill={`url(#bar-${fill})`} />;
}

export const bandFill = (band: Band): Fill => BAND_FILLS[band];
export const partFill = (part: ChecklistPart): Fill => PART_FILLS[part];

/** The patterns, once on a page: fills stay apart from their neighbours in black and white. */
export function BarFills() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <FillPattern fill="solid" color="var(--success-line)" />
        <FillPattern fill="dots" color="var(--warning-line)">
          <circle cx="2" cy="2" r="1.25" fill="var(--surface)" />
          <circle cx="6" cy="6" r="1.25" fill="var(--surface)" />
        </FillPattern>
        <FillPattern fill="stripes" color="var(--error-line)" transform="rotate(45)">
          <rect width="2" height="8" fill="var(--surface)" />
        </FillPattern>
        <FillPattern fill="outline" color="var(--sunken)" />
      </defs>
    </svg>
  );
}

interface FillPatternProps {
  fill: Fill;
  color: string;
  transform?: string;
  children?: ReactNode;
}

function FillPattern({ fill, color, transform, children }: FillPatternProps) {
  return (
    <pattern id={`bar-${fill}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={transform}>
      <rect width="8" height="8" fill={color} />
      {children}
    </pattern>
  );
}
