import type { RouteRequest } from "./route-request";

/**
 * The request's body; "too-large" as soon as it passes `maxBytes` (its stated length can't be trusted), "cut-off" when
 * the sender hung up.
 */
export async function readBytes(request: Pick<RouteRequest, "body">, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | "too-large" | "cut-off"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) return "too-large";
      chunks.push(chunk);
    }
  } catch {
    return "cut-off";
  }
  return Buffer.concat(chunks);
}
