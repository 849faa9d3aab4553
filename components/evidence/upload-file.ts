import type { Fraction } from "@/lib/domain/text/rounding";
import { FILE_KEY_HEADER, FILE_NAME_HEADER } from "@/lib/evidence/evidence-file";

/** What became of an upload; `message` is for the person. */
export type UploadOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly message: string };

const OFFLINE = "We could not reach the workbook, so this file was not added. Check your connection, then try again.";
const FAILED = "Something went wrong on our side, so this file was not added. Please try again.";

/**
 * Sends one file; with the same `key` again it is added once. `onProgress` gets how many bytes of how many have left the
 * browser. Resolves to null when `signal` aborts.
 * XMLHttpRequest, because fetch does not tell how much of a body has been sent.
 */
export function uploadFile(
  url: string,
  file: File,
  { key, onProgress, signal }: { readonly key: string; readonly onProgress: (sent: Fraction) => void; readonly signal: AbortSignal },
): Promise<UploadOutcome | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.toWellFormed()));
    request.setRequestHeader(FILE_KEY_HEADER, key);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress({ numerator: loaded, denominator: Math.max(total, 1) });
    request.onload = () => {
      const { message } = (request.response ?? {}) as { message?: string };
      resolve(request.status === 201 ? { ok: true } : { ok: false, message: message ?? FAILED });
    };
    request.onerror = () => resolve({ ok: false, message: OFFLINE });
    request.onabort = () => resolve(null);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
