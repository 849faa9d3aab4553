import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { requireRoom } from "./checks.mjs";
import { npmCommand, runStep } from "./run.mjs";

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own list of what it installed.
 * Packages for other machines and, unless `withDev`, development packages may be missing.
 */
export function isInstalled(root, { withDev = false } = {}) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || entry.link) return true;
    const found = installed[place];
    if (!found) return Boolean(entry.optional || entry.devOptional || (entry.dev && !withDev));
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** Installs the packages when they are missing or package-lock.json changed. */
export async function ensureInstalled(root, options) {
  if (isInstalled(root, options)) return;
  await requireRoom(root);
  const npm = npmCommand();
  const include = options?.withDev ? ["--include=dev"] : [];
  await runStep("Installing packages (a few minutes the first time)", {
    command: npm.command,
    args: [...npm.args, "ci", "--no-fund", "--no-audit", ...include],
    shell: npm.shell,
    cwd: root,
    env: process.env,
  });
}
