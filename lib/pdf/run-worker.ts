import { type ChildProcessByStdio, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { PdfExportError, type PdfExportErrorCode } from "./pdf-export-error";
import type { PrintDocument } from "./print-blocks";

export interface WorkerLimits {
  readonly timeoutMs: number;
  /** Resident memory at which the worker is stopped. Watched on Linux; elsewhere only the timeout holds. */
  readonly memoryBytes: number;
}

export interface RenderedPdf {
  readonly bytes: Buffer<ArrayBuffer>;
  /** Null where the engine does not tell (the WebAssembly build). */
  readonly pages: number | null;
  /** Whether the engine accepted the document as PDF/UA-1; if not, `refusal` says why and it is tagged only. */
  readonly claimsPdfUa: boolean;
  readonly refusal: string | null;
  /** Highest resident memory seen, in bytes; 0 where it cannot be read. */
  readonly peakMemoryBytes: number;
}

type Worker = ChildProcessByStdio<Writable, Readable, Readable>;
type WorkerReport = Pick<RenderedPdf, "pages" | "claimsPdfUa" | "refusal"> | { readonly error: string };

const MAX_INPUT_BYTES = 32 * 1024 * 1024;
const MEMORY_CHECK_MS = 50;
const PAGE_BYTES = 4096;

/** Read at run time from the app's folder, in development, in tests and in the container alike. */
function workerPath(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), "lib/pdf/worker/typst-worker.mjs");
}

async function residentBytes(pid: number): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
    return Number(resident) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

function readReport(stderr: string): WorkerReport {
  const line = stderr.trim().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(line) as WorkerReport;
  } catch {
    return { error: stderr.slice(-3000) || "The worker ended without a report" };
  }
}

/** The child gets no environment: it needs none of the server's secrets. */
function startWorker(): Worker {
  return spawn(process.execPath, ["--max-old-space-size=512", workerPath()], {
    stdio: ["pipe", "pipe", "pipe"],
    env: {} as NodeJS.ProcessEnv,
  });
}

/**
 * Renders one document in a process of its own. Throws a PdfExportError: "too-large" (input or
 * memory), "timed-out" or "failed"; the worker is gone by then, and no partial file is handed out.
 */
export function runWorker(document: PrintDocument, limits: WorkerLimits): Promise<RenderedPdf> {
  const input = Buffer.from(JSON.stringify(document));
  if (input.length > MAX_INPUT_BYTES) return Promise.reject(new PdfExportError("too-large"));

  return new Promise((resolve, reject) => {
    const worker = startWorker();
    const output: Buffer[] = [];
    let stderr = "";
    let peakMemoryBytes = 0;
    let stopped: { code: PdfExportErrorCode; reason: string } | null = null;

    function stop(code: PdfExportErrorCode, reason: string): void {
      stopped ??= { code, reason };
      worker.kill("SIGKILL");
    }

    const timeout = setTimeout(() => stop("timed-out", `after ${limits.timeoutMs} ms`), limits.timeoutMs);
    const memoryCheck = setInterval(async () => {
      const resident = worker.pid === undefined ? 0 : await residentBytes(worker.pid);
      peakMemoryBytes = Math.max(peakMemoryBytes, resident);
      if (resident > limits.memoryBytes) stop("too-large", `${resident} bytes of memory`);
    }, MEMORY_CHECK_MS);

    worker.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    worker.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    // A worker that dies early closes its input; its end is reported below.
    worker.stdin.on("error", () => {});
    worker.on("error", (error) => stop("failed", error.message));
    worker.on("close", (code, signal) => {
      clearTimeout(timeout);
      clearInterval(memoryCheck);
      if (stopped) return reject(new PdfExportError(stopped.code, `${stopped.reason}; worker ended by ${signal ?? code}`));
      const report = readReport(stderr);
      if (code !== 0 || "error" in report) return reject(new PdfExportError("failed", stderr.slice(-3000)));
      resolve({ ...report, bytes: Buffer.concat(output), peakMemoryBytes });
    });
    worker.stdin.end(input);
  });
}
