import "server-only";
import { generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { env } from "@/lib/platform/env";

/** A QR code as one path in a square of so many modules; white is left around it by whoever draws it. */
export interface QrCode {
  readonly path: string;
  readonly size: number;
}

/** Where a code leads: with a QR code for phones that can read one, and short, for people who type. */
export interface MeetAddress {
  readonly qr: QrCode;
  /** "workbook.example/meet" */
  readonly shown: string;
}

export function meetAddress(code: string): MeetAddress {
  const address = `${env().APP_URL}/meet`;
  const bitmap = generate(`${address}/${code}`);
  return { qr: { path: toSvgPath(bitmap), size: bitmap.size }, shown: address.replace(/^https?:\/\//, "") };
}
