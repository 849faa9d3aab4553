import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import os from "node:os";

/**
 * The priority at which files are made, beside people who save: of a processor that somebody else keeps busy the system gives
 * four ninths (weight 820 beside 1,024), of one that nobody does, all. At the lowest nobody got a file from a busy server.
 */
export const SMALL_SHARE = 1;

/** Leaves this process, and what it starts, a small share of the processor. Call it before anything is begun. */
export function takeSmallShare(): void {
  // On Linux each thread has a priority of its own, and Node has begun some.
  for (const task of tasks()) {
    try {
      os.setPriority(task, SMALL_SHARE);
    } catch {
      // It has ended, or the system does not let us: it takes its turn like everyone else.
    }
  }
  // Linux alone knows "batch": it never interrupts what somebody else is in the midst of.
  spawnSync("chrt", ["--all-tasks", "--batch", "--pid", "0", String(process.pid)], { stdio: "ignore" });
}

function tasks(): number[] {
  try {
    return readdirSync("/proc/self/task").map(Number);
  } catch {
    return [process.pid];
  }
}
