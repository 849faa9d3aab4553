import { readFileSync } from "node:fs";
import { findDescendants } from "@/tests/support/process-tree";

const SAMPLE_EVERY_MS = 10;

function residentBytes(pid: number): number {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** As `residentBytes`, but what several processes share counts once: a browser's own share most of what they hold. */
export function proportionalBytes(pid: number): number {
  try {
    const match = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** What the server under the launcher `root` takes, in bytes, its database not counted; null where the system has no /proc. */
export function serverMemory(root: number): number | null {
  if (process.platform !== "linux") return null;
  const processes = findDescendants(root).filter(({ command }) => !command.includes("postgres"));
  return processes.reduce((sum, { pid }) => sum + residentBytes(pid), 0);
}

/**
 * Watches what the processes under `root` that were not there before take together, each as `bytesOf` counts it. `stop`
 * returns the peak in bytes; null where the system has no /proc. Not stopped, it does not keep this process alive.
 */
export function watchChildMemory(root: number, bytesOf = residentBytes, everyMs = SAMPLE_EVERY_MS): { stop(): number | null } {
  if (process.platform !== "linux") return { stop: () => null };
  const before = new Set(findDescendants(root).map(({ pid }) => pid));
  let peak = 0;
  const timer = setInterval(() => {
    const workers = findDescendants(root).filter(({ pid }) => !before.has(pid));
    peak = Math.max(peak, workers.reduce((sum, { pid }) => sum + bytesOf(pid), 0));
  }, everyMs).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
