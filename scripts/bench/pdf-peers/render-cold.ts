import { spawn } from "node:child_process";
import { CHECKOUT } from "@/tests/support/e2e-app";

/** A renderer that reads a PrintDocument as JSON from stdin and writes a PDF to stdout, as our own worker does. */
export interface Engine {
  readonly name: string;
  /** From the app's folder. */
  readonly script: string;
  readonly args: readonly string[];
}

export type Rendered =
  | { readonly ok: true; readonly ms: number; readonly bytes: Buffer }
  /** In words for the table: "took more than 120 s". */
  | { readonly ok: false; readonly reason: string };

const TIMEOUT_MS = 120_000;

/**
 * One document in a new process, from its start to the PDF's last byte. All engines are started alike: without the app's
 * limits of memory and its low priority.
 */
export function renderCold({ script, args }: Engine, document: string): Promise<Rendered> {
  return new Promise((resolve) => {
    const began = performance.now();
    const worker = spawn(process.execPath, [script, ...args], { cwd: CHECKOUT, env: { ...process.env, NODE_ENV: "production" } });
    const chunks: Buffer[] = [];
    let stderr = "";
    let lastByteAt = began;
    let isLate = false;
    const timeout = setTimeout(() => {
      isLate = true;
      worker.kill("SIGKILL");
    }, TIMEOUT_MS);
    worker.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      lastByteAt = performance.now();
    });
    worker.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    // A worker that dies early closes its input; its end is told below.
    worker.stdin.on("error", () => {});
    worker.on("error", (error) => (stderr += error.message));
    worker.on("close", (code, signal) => {
      clearTimeout(timeout);
      if (isLate) return resolve({ ok: false, reason: `took more than ${TIMEOUT_MS / 1000} s` });
      if (code === 0) return resolve({ ok: true, ms: lastByteAt - began, bytes: Buffer.concat(chunks) });
      console.error(stderr.slice(-3000));
      resolve({ ok: false, reason: `failed (${signal ?? `code ${code}`})` });
    });
    worker.stdin.end(document);
  });
}
