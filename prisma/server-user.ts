import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** PostgreSQL refuses to run as root: whom it runs as then. Null when this process is not root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = "postgres";

function idOf(flag: "-u" | "-g"): number {
  return Number(execFileSync("id", [flag, NAME], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim());
}

/** Finds the system user "postgres", or makes it. @throws when neither works. */
export function requireServerUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  try {
    return { uid: idOf("-u"), gid: idOf("-g") };
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", NAME], { stdio: "ignore" });
      return { uid: idOf("-u"), gid: idOf("-g") };
    } catch (cause) {
      throw new Error(
        "PostgreSQL does not run as root, and a system user “postgres” could not be made. Run this as another user.",
        { cause },
      );
    }
  }
}

/** Whether the user may enter the folder and every folder above it. */
export function canEnter(folder: string, user: ServerUser): boolean {
  for (let current = realpathSync(folder); ; current = path.dirname(current)) {
    const { mode, uid, gid } = statSync(current);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

/** A place outside this checkout, the same at each start, that only root may write and everybody may enter. */
export function requireOutsideFolder(checkout: string, base = existsSync("/var/tmp") ? "/var/tmp" : os.tmpdir()): string {
  const key = createHash("sha256").update(realpathSync(checkout)).digest("hex").slice(0, 12);
  const folder = path.join(base, `ps-cope-workbook-${key}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const { uid, mode } = statSync(folder);
  // The base is open to everybody: someone else may have made the folder first.
  if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${folder} belongs to someone else. Remove it and start again.`);
  chmodSync(folder, 0o755);
  return folder;
}

/** Copies PostgreSQL's programs to `target`, readable by everybody; nothing when they are there already. */
export function copyPrograms(source: string, target: string): void {
  if (existsSync(target)) return;
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", partial]);
  renameSync(partial, target);
}
