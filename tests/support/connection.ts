/** The mark of this process's server (scripts/lib/connection.mjs), as the app knows it. */
const holder = globalThis as typeof globalThis & { workbookConnectionMark?: string };

/** What the server puts into a request's header for a connection from this address. */
export function connectionFrom(address: string): string {
  holder.workbookConnectionMark ??= "mark-of-these-tests";
  return `${holder.workbookConnectionMark} ${address}`;
}
