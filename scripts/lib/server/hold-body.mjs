import { allowedMs, BODY_PACE } from "../../../lib/platform/http/body-pace.mjs";

/** @param {import("node:http").IncomingMessage} request */
export function hasBody({ headers }) {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Keeps a request back until its body is whole, so that whoever answers it asks for rights when everything is there, and a
 * slow sender occupies nobody. What came waits in the request itself, as if it had just arrived.
 * @param {import("node:http").IncomingMessage} request nobody has begun to read
 * @param {number} maxBytes
 * @param {import("../../../lib/platform/http/body-pace.mjs").Pace} [pace]
 * @returns {Promise<{ outcome: "whole" | "too-large" | "too-slow" | "gone", chunks: readonly Buffer[] }>} `chunks` is what came.
 */
export function holdBody(request, maxBytes, pace = BODY_PACE) {
  return new Promise((resolve) => {
    const began = performance.now();
    /** @type {Buffer[]} */
    const chunks = [];
    let size = 0;
    let timer;
    const settle = (outcome) => {
      clearTimeout(timer);
      request.off("close", onClose);
      delete request.push;
      resolve({ outcome, chunks });
    };
    const onClose = () => settle("gone");
    const check = () => {
      const left = began + allowedMs(size, pace) - performance.now();
      if (left <= 0) settle("too-slow");
      else timer = setTimeout(check, left);
    };
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
      settle("too-large");
      return;
    }
    request.on("close", onClose);
    // Node's parser pushes each piece, then null. True: more may come, although nobody reads yet.
    request.push = (chunk) => {
      const isTaken = Object.getPrototypeOf(request).push.call(request, chunk);
      if (chunk === null) settle("whole");
      else {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size > maxBytes) settle("too-large");
        else return true;
      }
      return isTaken;
    };
    check();
  });
}
