import { spawnSync } from "node:child_process";
import os from "node:os";

// Imported first by processes that work behind people's backs: they and what they start take the processor time that
// nobody else wants.
try {
  os.setPriority(os.constants.priority.PRIORITY_LOW);
} catch {
  // The system does not let us: they take their turn like everyone else.
}
// Linux alone knows "idle" too: a save that comes meanwhile need not wait for the end of their time slice.
spawnSync("chrt", ["--all-tasks", "--idle", "--pid", "0", String(process.pid)], { stdio: "ignore" });
