import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { runStep } from "./run.mjs";
import { Stop, describeDatabaseProblem, say } from "./words.mjs";

/** Loads a TypeScript file of prisma/ into this process; possible only after the install. */
async function load(root, file) {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport(pathToFileURL(path.join(root, "prisma", file)).href, import.meta.url);
}

/**
 * Starts or reaches the database, migrates it, and gives the app's two addresses.
 * @returns {Promise<{ runtimeUrl: string, authUrl: string, isEmbedded: boolean, isEmpty: boolean, stop(): Promise<void> }>}
 */
export async function openDatabase(root, settings) {
  if (settings.DATABASE_URL || settings.DATABASE_RUNTIME_URL) return openGiven(root, settings);
  const { startEmbedded } = await load(root, "embedded.ts");
  const embedded = await startEmbedded({ checkout: root, folder: dataFolder(root, settings), announce: say });
  try {
    if (existsSync(seedingMark(root, settings))) await embedded.reset();
    return { ...(await migrate(root, embedded.ownerUrl, settings)), isEmbedded: true, stop: embedded.stop };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function openGiven(root, settings) {
  const { DATABASE_URL: ownerUrl, DATABASE_RUNTIME_URL: runtimeUrl, DATABASE_AUTH_URL: authUrl } = settings;
  if (Boolean(runtimeUrl) !== Boolean(authUrl)) {
    throw new Stop("Give DATABASE_RUNTIME_URL and DATABASE_AUTH_URL together, or neither of them.");
  }
  const stop = async () => undefined;
  try {
    if (ownerUrl) return { ...(await migrate(root, ownerUrl, settings)), isEmbedded: false, stop };
    const { requireDurable } = await load(root, "provision.ts");
    for (const url of [runtimeUrl, authUrl]) await requireDurable(url);
    return { runtimeUrl, authUrl, isEmpty: false, isEmbedded: false, stop };
  } catch (error) {
    const words = describeDatabaseProblem(error, ownerUrl ?? runtimeUrl);
    throw words ? new Stop(words, { cause: error }) : error;
  }
}

async function migrate(root, ownerUrl, settings) {
  const { provision } = await load(root, "provision.ts");
  const { DATABASE_RUNTIME_URL, DATABASE_AUTH_URL, APP_RT_PASSWORD, APP_AUTH_PASSWORD } = settings;
  const access =
    settings.DATABASE_URL && DATABASE_RUNTIME_URL
      ? { runtimeUrl: DATABASE_RUNTIME_URL, authUrl: DATABASE_AUTH_URL }
      : { runtimePassword: APP_RT_PASSWORD, authPassword: APP_AUTH_PASSWORD };
  const result = await provision(ownerUrl, access);
  if (result.applied.length > 0) say(`Database prepared (${result.applied.length} steps).`);
  return result;
}

/** Where the embedded database lives. DATA_FOLDER gives a second copy of the app (tests, the benchmark) its own. */
function dataFolder(root, settings) {
  return path.resolve(root, settings.DATA_FOLDER || ".data");
}

/** There while the sample agency is being written: a start that finds it begins again with an empty database. */
function seedingMark(root, settings) {
  return path.join(dataFolder(root, settings), "seeding");
}

/** Fills an empty embedded database with the sample agency. */
export async function seedSample(root, environment) {
  const mark = seedingMark(root, environment);
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, "");
  await runStep("Adding the sample agency", {
    command: process.execPath,
    // The condition is how Next marks server code; without it `server-only` refuses to load.
    args: ["--conditions=react-server", "--import", "tsx", path.join(root, "scripts/lib/seed-sample.ts")],
    cwd: root,
    env: environment,
  });
  rmSync(mark);
}
