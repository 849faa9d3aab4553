import { formatFraction, roundHalfUp } from "./rounding";

const KILOBYTE = 1024;

/** "820 bytes", "14 KB", "2.3 MB", in powers of 1,024 as file managers count. */
export function formatBytes(bytes: number): string {
  if (bytes < KILOBYTE) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  const kilobytes = roundHalfUp({ numerator: bytes, denominator: KILOBYTE });
  if (kilobytes < KILOBYTE) return `${kilobytes} KB`;
  return `${formatFraction({ numerator: bytes, denominator: KILOBYTE * KILOBYTE }, 1).replace(/\.0$/, "")} MB`;
}
