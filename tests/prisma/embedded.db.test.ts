import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startEmbedded } from "@/prisma/embedded";
import { canEnter, requireServerUser } from "@/prisma/server-user";
import { query } from "@/tests/support/database";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HOLD = path.join(ROOT, "tests/support/hold-database.ts");
const MINUTE = 60_000;

let checkout: string;
let folder: string;
/** Where the server keeps its data: elsewhere when root runs the tests where only root can enter. */
let data: string;
beforeAll(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), "workbook-embedded-"));
  await chmod(checkout, 0o755);
  folder = path.join(checkout, ".data");
});
afterAll(async () => {
  await rm(checkout, { recursive: true });
  if (data && !data.startsWith(checkout)) await rm(path.dirname(data), { recursive: true });
});

const start = () => startEmbedded({ checkout, folder });
const pidFile = (): string => path.join(data, "postmaster.pid");
const serverPid = async (): Promise<number> => Number((await readFile(pidFile(), "utf8")).split("\n")[0]);
const rows = (url: string) => query(url, "select word from kept");

/** A second process that uses the database, as a launcher does. */
async function hold(): Promise<{ process: ChildProcess; url: string }> {
  const holder = spawn(process.execPath, ["--import", "tsx", HOLD, checkout, folder], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [chunk] = (await once(holder.stdout, "data")) as [Buffer];
  return { process: holder, url: chunk.toString().trim() };
}

async function end(holder: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(holder, "exit");
  holder.kill(signal);
  await ended;
}

test("a server that outlived its killed launcher is found again, with its data, and stopped at the end", { timeout: MINUTE }, async () => {
  const killed = await hold();
  data = String((await query(killed.url, "select current_setting('data_directory') as data"))[0]?.data);
  await query(killed.url, "create table kept (word text)");
  await query(killed.url, "insert into kept values ('here')");
  await end(killed.process, "SIGKILL");
  const pid = await serverPid();

  const again = await start();
  expect(again.superuserUrl).toBe(killed.url);
  expect(await serverPid()).toBe(pid);
  expect(await rows(again.superuserUrl)).toEqual([{ word: "here" }]);
  await again.stop();
  await expect(rows(again.superuserUrl)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("a killed server is started again, with what it had confirmed", { timeout: MINUTE }, async () => {
  const first = await start();
  await query(first.superuserUrl, "insert into kept values ('confirmed')");
  process.kill(await serverPid(), "SIGKILL");

  const second = await start();
  expect(await rows(second.superuserUrl)).toEqual([{ word: "here" }, { word: "confirmed" }]);
  await second.stop();
});

test("a process number that now belongs to another program does not keep it from starting", { timeout: MINUTE }, async () => {
  await writeFile(pidFile(), `${process.pid}\n${data}\n1\n1\n\n127.0.0.1\n\n`);
  const database = await start();
  expect(await rows(database.superuserUrl)).toHaveLength(2);
  await database.stop();
});

test("the last of several launchers stops the server, not the first", { timeout: MINUTE }, async () => {
  const mine = await start();
  const other = await hold();
  expect(other.url).toBe(mine.superuserUrl);
  await mine.stop();
  expect(await rows(other.url)).toHaveLength(2);
  await end(other.process, "SIGTERM");
  await expect(rows(other.url)).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("data whose password is lost is left alone", { timeout: MINUTE }, async () => {
  const file = path.join(data, "workbook.json");
  const before = await readFile(file);
  await rm(file);
  await expect(start()).rejects.toThrow("is missing or broken");
  await writeFile(file, before);
  const database = await start();
  expect(await rows(database.superuserUrl)).toHaveLength(2);
  await database.stop();
});

test("a folder that only its owner enters is closed to the server's user", async () => {
  const user = requireServerUser() ?? { uid: 65_534, gid: 65_534 };
  expect(canEnter(checkout, user)).toBe(true);
  await chmod(checkout, 0o700);
  expect(canEnter(folder, user)).toBe(false);
  await chmod(checkout, 0o755);
});
