// Loaded first into what the launcher starts: when the launcher is killed, its end of the pipe closes, and nothing may
// stay behind on the port or in the build folder. Processes further down are their own parents' business.

/** What is under way is finished; open streams would go on for ever. */
const ENDS_WITHIN_MS = 5_000;

// Whoever read what we print may be gone. Told so, Next prints the error, which is an error again: a process that nobody
// needs any more would keep a core busy with that for ever.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

if (process.ppid === Number(process.env.WORKBOOK_LAUNCHER)) {
  process.on("disconnect", () => {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), ENDS_WITHIN_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel?.unref();
}
