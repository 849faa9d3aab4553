import { findFreePort } from "@/prisma/embedded-state";
import { findDescendants, isRunning } from "@/tests/support/process-tree";
import { startSecondInstance } from "./support/second-instance";
import { expect, test } from "./support/test";

test("when the launcher is killed, nothing that it started stays behind, also while a stream is open", async () => {
  const app = await startSecondInstance(await findFreePort());
  const started = findDescendants(app.pid);
  expect(started.length).toBeGreaterThan(0);
  // A connection that is kept open, as a browser does: it holds up an ending that waits for all of them.
  const held = new AbortController();
  const answer = await fetch(`${app.url}/api/health`, { signal: held.signal, headers: { Connection: "keep-alive" } });
  expect(answer.ok).toBe(true);
  process.kill(app.pid, "SIGKILL");
  await expect.poll(() => started.filter(({ pid }) => isRunning(pid)).map(({ command }) => command), { timeout: 60_000 }).toEqual([]);
  held.abort();
});
