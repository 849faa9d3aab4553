import { formatMeetCode } from "@/lib/domain/sittings/meet-code";
import type { QrCode } from "@/lib/sittings/qr-code";

export interface JoinAddress {
  readonly code: string;
  /** "workbook.example/meet" */
  readonly address: string;
  readonly qr: QrCode;
}

const QUIET = 4;

/** How to join, readable across a room. The code is always black on white: phones read it in every look. */
export function JoinPanel({ code, address, qr: { path, size } }: JoinAddress) {
  return (
    <div className="screen-join">
      <svg viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`} role="img" aria-label={`QR code that opens ${address}/${code}`} shapeRendering="crispEdges">
        <rect x={-QUIET} y={-QUIET} width={size + 2 * QUIET} height={size + 2 * QUIET} fill="#ffffff" />
        <path d={path} fill="#171716" />
      </svg>
      <p className="screen-address">{address}</p>
      <p className="screen-code">{formatMeetCode(code)}</p>
      <p className="text-muted">No phone? Share one.</p>
    </div>
  );
}
