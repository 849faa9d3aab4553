import { spawn } from "node:child_process";
import os from "node:os";

/** Of no use to anybody. */
const BUSY_LOOP = "for (;;) JSON.stringify(Array(10_000).fill('words'))";

interface BusyCores {
  readonly count: number;
  /** As `os.setPriority` takes it. */
  readonly priority: number;
}

/** Does the work while so many programs of this priority use all the processor time they can get. */
export async function withBusyCores<T>({ count, priority }: BusyCores, work: () => Promise<T>): Promise<T> {
  // In this session, so that the system weighs them against the app one by one, not as a group (sched_autogroup).
  const loops = Array.from({ length: count }, () => spawn(process.execPath, ["-e", BUSY_LOOP], { stdio: "ignore" }));
  for (const { pid } of loops) if (pid !== undefined) os.setPriority(pid, priority);
  try {
    return await work();
  } finally {
    for (const loop of loops) loop.kill("SIGKILL");
  }
}
