/**
 * Names the address a request's connection came from. The server around Next (scripts/lib/app-server.mjs) sets it, because
 * Next tells no handler, and puts its own mark before the address: whatever a client sends under this name lacks it.
 */
export const CONNECTION_HEADER = "x-workbook-connection";

const holder = globalThis as typeof globalThis & { workbookConnectionMark?: string };

/** The address in such a header; null without one of this process's server, as under the development server. */
export function readConnection(header: string | null): string | null {
  const mark = holder.workbookConnectionMark;
  if (!mark || !header?.startsWith(`${mark} `)) return null;
  return header.slice(mark.length + 1) || null;
}
