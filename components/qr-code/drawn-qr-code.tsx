interface QrCodeProps {
  path: string;
  size: number;
  /** What it opens, for people who cannot see it. */
  label: string;
  className?: string;
}

/** White around the code, in modules. */
const QUIET = 4;

/** A QR code, always black on white: phones read it in every look. */
export function QrCode({ path, size, label, className }: QrCodeProps) {
  return (
    <svg viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`} role="img" aria-label={label} shapeRendering="crispEdges" className={className}>
      <rect x={-QUIET} y={-QUIET} width={size + 2 * QUIET} height={size + 2 * QUIET} fill="#ffffff" />
      <path d={path} fill="#171716" />
    </svg>
  );
}
