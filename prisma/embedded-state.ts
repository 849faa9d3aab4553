import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** What is remembered of an embedded database between starts, inside its data. */
export interface EmbeddedState {
  port: number;
  password: string;
  /** Processes that use the server now; the last one to leave stops it. */
  holders: number[];
}

const stateFile = (data: string): string => path.join(data, "workbook.json");

/** @throws when it is gone: the data is left alone for a person to look at. */
export function readState(data: string): EmbeddedState {
  try {
    return JSON.parse(readFileSync(stateFile(data), "utf8")) as EmbeddedState;
  } catch (cause) {
    throw new Error(
      `${stateFile(data)} is missing or broken. Put it back, or move ${data} away to begin with an empty database.`,
      { cause },
    );
  }
}

export function writeState(data: string, state: EmbeddedState): void {
  const partial = `${stateFile(data)}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(partial, stateFile(data));
}

export function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export async function findFreePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => (preferred === 0 ? reject(error) : resolve(findFreePort())));
    probe.listen(preferred, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

const LOCK_IS_STALE_AFTER_MS = 180_000;

/** One process at a time starts or stops the server of a folder. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(folder, "starting.lock");
  const owner = path.join(lock, "pid");
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(owner, String(process.pid));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isAbandoned(lock, owner)) removeLock(lock, owner);
      else await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    removeLock(lock, owner);
  }
}

function isAbandoned(lock: string, owner: string): boolean {
  try {
    const pid = Number(readFileSync(owner, "utf8"));
    if (pid > 0) return !isAlive(pid);
  } catch {
    // Made a moment ago, or by a process that died between its two steps: its age decides.
  }
  try {
    return Date.now() - statSync(lock).mtimeMs > LOCK_IS_STALE_AFTER_MS;
  } catch {
    return false;
  }
}

function removeLock(lock: string, owner: string): void {
  try {
    rmSync(owner, { force: true });
    rmdirSync(lock);
  } catch {
    // Another process removed it at the same moment.
  }
}
