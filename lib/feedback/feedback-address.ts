import "server-only";
import { formatFormCode } from "@/lib/domain/feedback/form-code";
import { env } from "@/lib/platform/env";
import { type QrCode, qrCodeOf } from "@/lib/qr-code/qr-code";

/** Where a form is answered: to open, to print as a QR code, and short, for people who type. */
export interface FeedbackAddress {
  readonly href: string;
  /** "workbook.example/feedback/K7Q4M-D29XW" */
  readonly shown: string;
  readonly qr: QrCode;
}

export function feedbackAddress(code: string): FeedbackAddress {
  const href = `${env().APP_URL}/feedback/${formatFormCode(code)}`;
  return { href, shown: href.replace(/^https?:\/\//, ""), qr: qrCodeOf(href) };
}
