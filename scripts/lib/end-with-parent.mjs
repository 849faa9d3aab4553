// Loaded into the app's process before anything else: when the launcher is killed, its end of the pipe closes, and the
// app must not stay behind on the port.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
