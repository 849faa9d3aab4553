import { createHash } from "node:crypto";
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runStep } from "./run.mjs";

/** What `next build` reads. */
const SOURCES = [
  "app",
  "components",
  "content",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** Made from the others. */
const MADE = new Set(["lib/platform/db/generated", "lib/exports/pdf/fonts", "public/feedback"]);

function* filesUnder(root, relative) {
  const full = path.join(root, relative);
  if (!existsSync(full) || MADE.has(relative)) return;
  if (statSync(full).isFile()) {
    yield relative;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesUnder(root, `${relative}/${name}`);
}

/** One hash over the paths and contents of `sources` and over `extra` words. */
export function hashSources(root, sources = SOURCES, extra = []) {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesUnder(root, source)) {
      hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update("\0");
    }
  }
  for (const word of extra) hash.update(`${word}\0`);
  return hash.digest("hex");
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

async function ensureMade(root, { title, from, stamp, args, env }) {
  const file = path.join(root, stamp);
  const hash = hashSources(root, from);
  if (readStamp(file) === hash) return;
  await runStep(title, { command: process.execPath, args, cwd: root, env: { ...process.env, ...env } });
  writeFileSync(file, hash);
}

/** Makes what is kept out of version control: Prisma's client, the fonts of the PDF and the scripts of public forms. */
export async function ensureGenerated(root) {
  await ensureMade(root, {
    title: "Preparing the database client",
    from: ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"],
    stamp: "lib/platform/db/generated/.made-from",
    args: ["node_modules/prisma/build/index.js", "generate"],
    // `generate` works without the native engine but looks for it, which fetches it: any program satisfies the look.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  await ensureMade(root, {
    title: "Preparing the fonts of the PDF",
    from: ["lib/exports/pdf/copy-fonts.mjs", "package-lock.json"],
    stamp: "lib/exports/pdf/fonts/.made-from",
    args: ["lib/exports/pdf/copy-fonts.mjs"],
    env: {},
  });
  await ensureMade(root, {
    title: "Preparing the scripts of public forms",
    from: ["components/feedback-page/browser", "lib/domain/writing-hints", "package-lock.json"],
    stamp: "public/feedback/made-from.txt",
    args: ["components/feedback-page/browser/bundle.mjs"],
    env: {},
  });
}

/** Where the built app is, from the project's folder. */
export function distFolder(environment) {
  return environment.NEXT_DIST_DIR || ".next";
}

/**
 * Takes a folder and all in it away from everybody but its owner: a build holds the key that seals the server actions.
 * Somebody who runs what another built leaves it as it is.
 */
export function keepPrivate(folder) {
  const stat = lstatSync(folder);
  if (stat.isSymbolicLink()) return;
  if (stat.isDirectory()) for (const name of readdirSync(folder)) keepPrivate(path.join(folder, name));
  const isOwner = process.getuid === undefined || process.getuid() === stat.uid;
  if (isOwner && (stat.mode & 0o077) !== 0) chmodSync(folder, stat.mode & 0o700);
}

/** Builds the app when its source, packages or encryption key changed since the last build. */
export async function ensureBuilt(root, environment) {
  const folder = path.join(root, distFolder(environment));
  const stamp = path.join(folder, "workbook-built-from");
  const hash = hashSources(root, SOURCES, [process.version, environment.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY]);
  // First, so that nobody looks in while it is made either.
  mkdirSync(folder, { recursive: true });
  keepPrivate(folder);
  if (readStamp(stamp) === hash) return;
  if (existsSync(stamp)) writeFileSync(stamp, "");
  await runStep("Building the app (a minute or two)", {
    command: process.execPath,
    args: [path.join(root, "node_modules/next/dist/bin/next"), "build"],
    cwd: root,
    env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  writeFileSync(stamp, hash);
  keepPrivate(folder);
}
