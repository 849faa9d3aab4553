import "server-only";
import { generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";

/** A QR code as one path in a square of so many modules; white is left around it by whoever draws it. */
export interface QrCode {
  readonly path: string;
  readonly size: number;
}

export function qrCodeOf(address: string): QrCode {
  const bitmap = generate(address);
  return { path: toSvgPath(bitmap), size: bitmap.size };
}
