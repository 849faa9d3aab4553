import { STATUS_CODES } from "node:http";
import { headersFor } from "./answer-headers.mjs";

/** What Node's parser calls its refusals; any other is a request that can't be read (400). */
const STATUS_OF_ERROR = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/**
 * The status for what went wrong on a connection before there was a request to answer.
 * @param {{ code?: string }} error
 */
export function statusOfError({ code = "" }) {
  return STATUS_OF_ERROR[code] ?? 400;
}

/**
 * Answers on the connection itself and closes it: where Node has no response object to hand out.
 * @param {import("node:stream").Duplex} socket
 * @param {number} status
 * @param {boolean} isSecure
 */
export function answerRaw(socket, status, isSecure) {
  // Node has let go of it: a sender who hangs up now would end the process.
  socket.on("error", () => undefined);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headersFor("/", isSecure).map(([name, value]) => `${name}: ${value}`),
    "Cache-Control: no-store",
    "Content-Length: 0",
    "Connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n`, () => socket.destroy());
}
