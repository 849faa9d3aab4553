import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "@/prisma/embedded";
import { findFreePort } from "@/prisma/embedded-state";
import { CHECKOUT, launchApp } from "@/tests/support/e2e-app";
import { findDifferences } from "./differences";
import { editSample } from "./edit-sample";
import { type TakenExports, takeExports } from "./take-exports";

// npm run proof -- upgrade: the version before people, tools and events had ids of their own makes a database, with its own
// sample and people who edit at random; this version migrates it. Every download holds the same before and after.

/** The last commit of that version. */
const BEFORE = "54d040e";
const OPERATIONS = 1_500;

const folder = path.join(CHECKOUT, ".data", "upgrade");
const before = path.join(folder, "before");
const data = path.join(folder, "database");
const secret = randomBytes(32).toString("base64url");

function run(command: string, args: readonly string[], input?: Buffer): Buffer {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: CHECKOUT, ...(input ? { input } : {}), maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}:\n${stderr}`);
  return stdout;
}

/** That version's code in a folder of its own, with the packages of this one, which are the same. */
function fetchBefore(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(before, { recursive: true });
  run("tar", ["-x", "-C", before], run("git", ["archive", BEFORE]));
  run("cp", ["-al", path.join(CHECKOUT, "node_modules"), path.join(before, "node_modules")]);
}

/** Serves the database with one version's code. */
async function withApp<T>(checkout: string, work: (app: { url: string; database: pg.Pool; secret: string }) => Promise<T>): Promise<T> {
  const env = { DATA_FOLDER: data, NEXTAUTH_SECRET: secret };
  const app = await launchApp({ port: await findFreePort(), checkout, env });
  const embedded = await startEmbedded({ checkout: CHECKOUT, folder: data });
  const database = new pg.Pool({ connectionString: embedded.superuserUrl, max: 2 });
  database.on("error", () => undefined);
  try {
    return await work({ url: app.url, database, secret });
  } finally {
    await database.end();
    await embedded.stop();
    await app.stop();
  }
}

function judge(was: TakenExports, is: TakenExports): void {
  const differences = [...was].flatMap(([name, text]) => findDifferences(name, text, is.get(name)));
  for (const name of is.keys()) if (!was.has(name)) differences.push(`${name}: only this version has it`);
  for (const line of differences.slice(0, 40)) console.error(`  ${line}`);
  const size = [...was.values()].reduce((sum, text) => sum + text.length, 0);
  console.log(`${was.size} downloads and tables, ${size} characters: ${differences.length} differences`);
  if (differences.length > 0 || was.size === 0) process.exitCode = 1;
  console.log(process.exitCode ? "\nNot proven." : "\nProven: nothing is lost or changed on the way to this version.");
}

console.log(`A database of ${BEFORE}, with its sample and ${OPERATIONS} random edits, is migrated:`);
fetchBefore();
const was = await withApp(before, async (app) => {
  console.log("  edits:", await editSample(app, OPERATIONS));
  return takeExports(app);
});
judge(was, await withApp(CHECKOUT, takeExports));
rmSync(folder, { recursive: true, force: true });
