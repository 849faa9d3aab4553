const MEGABYTE = 1024 * 1024;

/** "This tool uses 1.2 of 2 MB.": never more room left than there is. */
export function describeRoom(usedBytes: number, mostBytes: number): string {
  const tenths = Math.ceil((usedBytes / MEGABYTE) * 10);
  const used = tenths <= 1 ? "less than 0.1" : String(Math.min(tenths, (mostBytes / MEGABYTE) * 10) / 10);
  return `This tool uses ${used} of ${mostBytes / MEGABYTE} MB.`;
}
