import { randomBytes } from "node:crypto";

/** Known to this process alone, so that nobody outside can write the header (lib/platform/http/connection-header.ts). */
const mark = (globalThis.workbookConnectionMark ??= randomBytes(18).toString("base64url"));

/** Says where a request's connection comes from, in place of whatever its sender put there: Next tells no handler. */
export function nameConnection(request) {
  request.headers["x-workbook-connection"] = `${mark} ${request.socket.remoteAddress ?? ""}`;
}
