import "server-only";
import { env } from "@/lib/platform/env";
import { type QrCode, qrCodeOf } from "@/lib/qr-code/qr-code";

/** Where a code leads: with a QR code for phones that can read one, and short, for people who type. */
export interface MeetAddress {
  readonly qr: QrCode;
  /** "workbook.example/meet" */
  readonly shown: string;
}

export function meetAddress(code: string): MeetAddress {
  const address = `${env().APP_URL}/meet`;
  return { qr: qrCodeOf(`${address}/${code}`), shown: address.replace(/^https?:\/\//, "") };
}
