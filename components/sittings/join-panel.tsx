import { QrCode } from "@/components/qr-code/drawn-qr-code";
import { formatMeetCode } from "@/lib/domain/sittings/meet-code";

export interface JoinAddress {
  readonly code: string;
  /** "workbook.example/meet" */
  readonly address: string;
  readonly qr: { readonly path: string; readonly size: number };
}

/** How to join, readable across a room. */
export function JoinPanel({ code, address, qr }: JoinAddress) {
  return (
    <div className="screen-join">
      <QrCode {...qr} label={`QR code that opens ${address}/${code}`} />
      <p className="screen-address">{address}</p>
      <p className="screen-code">{formatMeetCode(code)}</p>
      <p className="text-muted">No phone? Share one.</p>
    </div>
  );
}
