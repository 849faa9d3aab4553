import { type ChildProcessByStdio, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Readable, Writable } from "node:stream";
import { ExportError, type ExportErrorCode } from "@/lib/exports/document/export-error";
import { SMALL_SHARE } from "./small-share";

export interface WorkerLimits {
  readonly timeoutMs: number;
  /** Resident memory at which the worker is stopped. Watched on Linux; elsewhere only the timeout holds. */
  readonly memoryBytes: number;
}

export interface WorkerResult<Report> {
  readonly bytes: Buffer<ArrayBuffer>;
  /** What the worker said of its work. */
  readonly report: Report;
  /** Highest resident memory seen, in bytes; 0 where it cannot be read. */
  readonly peakMemoryBytes: number;
}

interface WorkerJob {
  /** The script, from the app's folder: "lib/exports/pdf/typst-worker.mjs". */
  readonly script: string;
  /** Plain data, handed over as JSON; bytes as they are. */
  readonly input: unknown;
  readonly limits: WorkerLimits;
}

type Worker = ChildProcessByStdio<Writable, Readable, Readable>;

const MAX_INPUT_BYTES = 32 * 1024 * 1024;
const MEMORY_CHECK_MS = 50;
const PAGE_BYTES = 4096;

async function residentBytes(pid: number): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ");
    return Number(resident) * PAGE_BYTES;
  } catch {
    return 0;
  }
}

function readReport<Report extends object>(stderr: string): Report | { readonly error: string } {
  const line = stderr.trim().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(line) as Report;
  } catch {
    return { error: stderr.slice(-3000) || "The worker ended without a report" };
  }
}

/**
 * Read at run time from the app's folder, in development, in tests and in the container alike. The child gets no
 * environment: it needs none of the server's secrets.
 */
function startWorker(script: string): Worker {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), script);
  const worker = spawn(process.execPath, ["--max-old-space-size=512", file], {
    stdio: ["pipe", "pipe", "pipe"],
    env: {} as NodeJS.ProcessEnv,
  });
  giveWay(worker.pid);
  return worker;
}

/** Whoever saves goes first: a worker has a small share. */
function giveWay(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    os.setPriority(pid, SMALL_SHARE);
  } catch {
    // It has ended already, or the system does not let us: it only takes its turn like everyone else.
  }
}

/**
 * Makes one file in a process of its own: the input as JSON on its stdin, the file on its stdout, a report (one line of
 * JSON) on its stderr. Throws an ExportError: "too-large" (input or memory), "timed-out" or "failed"; the worker is gone
 * by then, and no partial file is handed out.
 */
export function runWorker<Report extends object>({ script, input, limits }: WorkerJob): Promise<WorkerResult<Report>> {
  const bytes = input instanceof Uint8Array ? input : Buffer.from(JSON.stringify(input));
  if (bytes.length > MAX_INPUT_BYTES) return Promise.reject(new ExportError("too-large"));

  return new Promise((resolve, reject) => {
    const worker = startWorker(script);
    const output: Buffer[] = [];
    let stderr = "";
    let peakMemoryBytes = 0;
    let stopped: { code: ExportErrorCode; reason: string } | null = null;

    function stop(code: ExportErrorCode, reason: string): void {
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
      if (stopped) return reject(new ExportError(stopped.code, `${stopped.reason}; worker ended by ${signal ?? code}`));
      const report = readReport<Report>(stderr);
      if (code !== 0 || "error" in report) return reject(new ExportError("failed", stderr.slice(-3000)));
      resolve({ report, bytes: Buffer.concat(output), peakMemoryBytes });
    });
    worker.stdin.end(bytes);
  });
}
