import { spawnSync } from "node:child_process";
import os from "node:os";

// Imported first by processes that work behind people's backs: they and what they start take the processor time that
// nobody else wants. Where the system knows "idle", a save that comes meanwhile need not wait for the end of a time slice.
const { status } = spawnSync("chrt", ["--all-tasks", "--idle", "--pid", "0", String(process.pid)], { stdio: "ignore" });
if (status !== 0) {
  try {
    os.setPriority(os.constants.priority.PRIORITY_LOW);
  } catch {
    // The system does not let us: they take their turn like everyone else.
  }
}
