import { spawn } from "node:child_process";
import { Stop, say } from "./words.mjs";

const HEARTBEAT_MS = 10_000;
const LINES_OF_EACH_END = 15;

/** npm as it was started, else the one on the path. */
export function npmCommand(environment = process.env) {
  const cli = environment.npm_execpath;
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return { command: process.execPath, args: [cli], shell: false };
  return { command: "npm", args: [], shell: process.platform === "win32" };
}

const GUARD = new URL("./end-with-parent.mjs", import.meta.url).href;

/** Starts Node with these arguments, so that it ends when this process is killed. Its standard output is piped. */
export function spawnNode(args, { cwd, env, stderr }) {
  return spawn(process.execPath, ["--import", GUARD, ...args], {
    cwd,
    env: { ...env, WORKBOOK_LAUNCHER: String(process.pid) },
    stdio: ["ignore", "pipe", stderr, "ipc"],
  });
}

/** Runs Node with these arguments, shows what it says, and resolves with its exit code. It ends when we do. */
export async function runToEnd({ args, cwd, env }) {
  const child = spawnNode(args, { cwd, env, stderr: "inherit" });
  child.stdout.pipe(process.stdout, { end: false });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}

/**
 * Runs a long command quietly: one line when it begins, one every ten seconds, one when it is done.
 * @throws Stop with the end of its output when it fails.
 */
export async function runStep(title, { command, args, cwd, env, shell = false }) {
  const begun = Date.now();
  const seconds = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  say(`${title}…`);
  const heartbeat = setInterval(() => say(`  still at it (${seconds()})`), HEARTBEAT_MS);
  let output = "";
  try {
    const code = await new Promise((resolve, reject) => {
      const child =
        command === process.execPath
          ? spawnNode(args, { cwd, env, stderr: "pipe" })
          : spawn(command, args, { cwd, env, shell, stdio: ["ignore", "pipe", "pipe"] });
      const forget = endWithUs(child);
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
      child.once("error", reject);
      child.once("close", (status, signal) => {
        forget();
        resolve(signal ?? status);
      });
    });
    if (code !== 0) {
      const failure = new Stop(`${title} failed:\n\n${shorten(output)}`);
      failure.output = output;
      throw failure;
    }
  } finally {
    clearInterval(heartbeat);
  }
  say(`  done in ${seconds()}`);
  return output;
}

/** The beginning and the end of a long output: some programs say what is wrong first, some last. */
export function shorten(output) {
  const lines = output.trim().split("\n").filter((line) => !/^npm warn/i.test(line));
  if (lines.length <= 2 * LINES_OF_EACH_END) return lines.join("\n");
  return [...lines.slice(0, LINES_OF_EACH_END), "…", ...lines.slice(-LINES_OF_EACH_END)].join("\n");
}

const children = new Set();

/** Remembers a child, so that `endChildren` ends it. @returns how to forget it. */
export function endWithUs(child) {
  children.add(child);
  return () => children.delete(child);
}

/** Ends every command of `runStep` that still runs. */
export function endChildren() {
  for (const child of children) child.kill("SIGTERM");
}
