/**
 * Whether a body is a form in parts, of `most` at most: parsing a long form of another kind, or one of a million parts,
 * holds everybody up for seconds.
 */
export function hasFewParts(contentType: string | null, bytes: Uint8Array, most: number): boolean {
  const [, quoted, plain] = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "") ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return false;
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mark = `--${boundary}`;
  let parts = -1;
  for (let at = body.indexOf(mark); at >= 0 && parts <= most; at = body.indexOf(mark, at + mark.length)) parts += 1;
  return parts <= most;
}
