import "server-only";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";

export interface UndecodedAnswer {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Options {
  readonly body: Uint8Array | null;
  /** Most bytes the answer may have. */
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/**
 * Sends a request and takes the answer's bytes as they come. Not with fetch, which decodes whatever the other side says it
 * encoded, Brotli included (CVE-2026-111497): nothing is asked for encoded here, and an encoded answer is refused unread.
 * A redirect is an answer like any other.
 * @throws when nobody answers in time, when the answer is encoded, and when it is too large.
 */
export async function requestUndecoded(signed: Request, { body, maxBytes, timeoutMs }: Options): Promise<UndecodedAnswer> {
  const url = new URL(signed.url);
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  const headers = { ...Object.fromEntries(signed.headers), "accept-encoding": "identity", "content-length": body?.byteLength ?? 0 };
  return new Promise((resolve, reject) => {
    const sent = send(url, { method: signed.method, headers, signal: AbortSignal.timeout(timeoutMs) }, (answer) => {
      const stop = (words: string) => {
        reject(new Error(words));
        sent.destroy();
      };
      const encoding = answer.headers["content-encoding"] ?? "identity";
      if (encoding.toLowerCase() !== "identity") stop(`the answer came encoded (${encoding}), which was not asked for`);
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("error", reject);
      answer.on("data", (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > maxBytes) stop(`the answer has more than ${maxBytes} bytes`);
        else chunks.push(chunk);
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(chunks) }));
    });
    sent.on("error", reject);
    sent.end(body ?? undefined);
  });
}
