import { allowedMs, BODY_PACE } from "./body-pace.mjs";
import type { RouteRequest } from "./route-request";

/** A body, or what kept it from arriving whole. */
export type SentBytes = Uint8Array<ArrayBuffer> | "too-large" | "too-slow" | "cut-off";

/**
 * The request's body; "too-large" as soon as it passes `maxBytes` (its stated length can't be trusted), "too-slow" when
 * it comes more slowly than the pace, "cut-off" when the sender hung up.
 */
export async function readBytes(request: Pick<RouteRequest, "body" | "takeWhole">, maxBytes: number, pace = BODY_PACE): Promise<SentBytes> {
  // The server has held a short body back until it was whole (scripts/lib/server/hold-body.mjs).
  const whole = request.takeWhole?.();
  if (whole) return whole.byteLength > maxBytes ? "too-large" : whole;
  const body = request.body?.[Symbol.asyncIterator]();
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const began = performance.now();
  try {
    for (;;) {
      const next = await within(began + allowedMs(size, pace) - performance.now(), body.next());
      if (next === "too-slow") return next;
      if (next.done) return Buffer.concat(chunks);
      size += next.value.byteLength;
      if (size > maxBytes) return "too-large";
      chunks.push(next.value);
    }
  } catch {
    return "cut-off";
  } finally {
    // Not awaited: while a piece is outstanding it would wait for that, perhaps for ever.
    body.return?.().catch(() => undefined);
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | "too-slow"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"too-slow">((resolve) => {
    timer = setTimeout(resolve, ms, "too-slow");
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
