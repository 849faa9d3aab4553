import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "@/prisma/embedded";
import { findFreePort } from "@/prisma/embedded-state";
import { ensureGenerated } from "@/scripts/lib/sources.mjs";
import { squash } from "@/tests/exports/pdf/read-pdf";
import { CHECKOUT } from "@/tests/support/e2e-app";
import { editSample } from "./edit-sample";
import { findLost } from "./lost";
import { listTeams, listWords, pdfOf, readTaken, type TakenExports, type Written } from "./take-exports";

// npm run proof -- upgrade: the version before people, tools and events had ids of their own makes a database, with its own
// sample and people who edit at random; this version migrates it. Whatever a download of before held, this version's holds.

/** The last commit of that version. */
const BEFORE = "54d040e";
const OPERATIONS = 1_500;

const folder = path.join(CHECKOUT, ".data", "upgrade");
const before = path.join(folder, "before");
const TSX = ["--conditions=react-server", "--import", "tsx"];

function run(command: string, args: readonly string[], { cwd = CHECKOUT, env = process.env, input }: { cwd?: string; env?: NodeJS.ProcessEnv; input?: Buffer } = {}): Buffer {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, maxBuffer: 2 ** 30, ...(input ? { input } : {}) });
  if (status !== 0) throw new Error(`${command} ${args.join(" ").slice(0, 200)}:\n${stderr}`);
  return stdout;
}

/** One step with a version's own code; see in-version.mjs. */
function step<T>(checkout: string, name: string, input: unknown, env: NodeJS.ProcessEnv = process.env): T {
  const script = path.join(CHECKOUT, "tests/upgrade/in-version.mjs");
  const said = run(process.execPath, [...TSX, script, name, JSON.stringify(input)], { cwd: checkout, env }).toString("utf8");
  return JSON.parse(said.trim().split("\n").at(-1) as string) as T;
}

/** That version's code in a folder of its own, with the packages of this one, which are the same. */
function fetchBefore(): void {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["before", "downloads-before", "downloads-now"]) mkdirSync(path.join(folder, part), { recursive: true });
  run("tar", ["-x", "-C", before], { input: run("git", ["archive", BEFORE]) });
  symlinkSync(path.join(CHECKOUT, "node_modules"), path.join(before, "node_modules"));
  run(process.execPath, ["-e", "import('./scripts/lib/sources.mjs').then((m) => m.ensureGenerated(process.cwd()))"], { cwd: before });
}

/** Serves the save path with that version's code while people edit. */
async function edit(env: NodeJS.ProcessEnv, database: pg.Pool): Promise<Record<string, number>> {
  const url = env.APP_URL as string;
  const app = spawn(process.execPath, [...TSX, "tests/durability/app-process.ts"], { cwd: before, env, stdio: "ignore" });
  try {
    while (!(await fetch(url).then(() => true, () => false))) await wait(100);
    return await editSample({ url, database, secret: env.NEXTAUTH_SECRET as string }, OPERATIONS);
  } finally {
    app.kill("SIGKILL");
  }
}

async function take(version: "before" | "now", env: NodeJS.ProcessEnv, database: pg.Pool): Promise<TakenExports> {
  const input = { version, folder: path.join(folder, `downloads-${version}`), teams: await listTeams(database) };
  return readTaken(step<Written[]>(version === "before" ? before : CHECKOUT, "export", input, env), database);
}

function judge(was: TakenExports, is: TakenExports): void {
  const lost = [...was].flatMap(([name, data]) => (name.endsWith(", PDF") ? [] : findLost(data, is.get(name), name)));
  let words = 0;
  for (const [name, data] of was) {
    const team = name.replace(/, JSON$/, "");
    if (team === name) continue;
    // How a page is laid out may change from version to version; what was written has to be on it.
    const pdf = String(is.get(pdfOf(team)) ?? "");
    const written = listWords(data).map(squash).filter((text) => text !== "");
    words += written.length;
    lost.push(...written.filter((text) => !pdf.includes(text)).map((text) => `${pdfOf(team)}: does not hold ${text.slice(0, 200)}`));
  }
  for (const line of lost.slice(0, 60)) console.error(`  ${line}`);
  const size = [...was.values()].reduce<number>((sum, data) => sum + JSON.stringify(data).length, 0);
  console.log(`${was.size} downloads and tables, ${size} characters, ${words} texts in the PDFs: ${lost.length} lost or changed`);
  if (lost.length > 0 || was.size === 0 || words === 0) process.exitCode = 1;
  console.log(process.exitCode ? "\nNot proven." : "\nProven: nothing is lost or changed on the way to this version.");
}

console.log(`A database of ${BEFORE}, with its sample and ${OPERATIONS} random edits, is migrated:`);
await ensureGenerated(CHECKOUT);
fetchBefore();
const embedded = await startEmbedded({ checkout: CHECKOUT, folder: path.join(folder, "database") });
const database = new pg.Pool({ connectionString: embedded.superuserUrl, max: 2 });
try {
  const password = () => randomBytes(24).toString("base64url");
  const provisioning = { ownerUrl: embedded.ownerUrl, access: { runtimePassword: password(), authPassword: password() } };
  const { runtimeUrl, authUrl } = step<{ runtimeUrl: string; authUrl: string }>(before, "provision", provisioning);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: String(port),
    APP_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: password(),
    DATABASE_URL: "",
    DATABASE_RUNTIME_URL: runtimeUrl,
    DATABASE_AUTH_URL: authUrl,
    EMBEDDED_DATABASE: "true",
  };
  run(process.execPath, [...TSX, "scripts/lib/seed-sample.ts"], { cwd: before, env });
  console.log("  edited:", await edit(env, database));
  const was = await take("before", env, database);
  const { applied } = step<{ applied: readonly string[] }>(CHECKOUT, "provision", provisioning);
  console.log(`  ${applied.length} migrations applied`);
  judge(was, await take("now", env, database));
} finally {
  await database.end();
  await embedded.stop();
}
rmSync(folder, { recursive: true, force: true });
