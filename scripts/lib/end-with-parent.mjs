// Loaded first into what the launcher starts: when the launcher is killed, its end of the pipe closes, and nothing may
// stay behind on the port or in the build folder. Processes further down are their own parents' business.
if (process.ppid === Number(process.env.WORKBOOK_LAUNCHER)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
