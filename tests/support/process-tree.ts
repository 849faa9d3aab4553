import { readdirSync, readFileSync } from "node:fs";

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function listProcesses(): Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Process[] => {
      try {
        // "pid (command) state parent …"; a command may itself hold brackets and spaces.
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, "utf8") }];
      } catch {
        return []; // It ended meanwhile.
      }
    });
}

/** The processes under `root`, which is not among them. Linux only: they are read from /proc. */
export function findDescendants(root: number): Process[] {
  const all = listProcesses();
  const found: Process[] = [];
  for (let wanted = new Set([root]); wanted.size > 0; ) {
    const children = all.filter(({ parent }) => wanted.has(parent));
    found.push(...children);
    wanted = new Set(children.map(({ pid }) => pid));
  }
  return found;
}

/** One that ended and that nobody asked about yet (Z) does not run. */
export function isRunning(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return !stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
  }
}

/** Sends a signal to `root` first, so that it cannot start others, then to all under it. */
export function signalTree(root: number, signal: NodeJS.Signals): void {
  const pids = [root, ...findDescendants(root).map(({ pid }) => pid)];
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }
}
