import { existsSync } from "node:fs";
import path from "node:path";
import { runStep } from "./run.mjs";

/** Whether a program of this name is on the path. */
export function isThere(program, environment = process.env) {
  const folders = (environment.PATH ?? "").split(path.delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** Only root may, and only where there is apt-get. */
export function canInstallDebianPackages() {
  return process.getuid?.() === 0 && isThere("apt-get");
}

/** @throws Stop with the end of apt-get's output. */
export async function installDebianPackages(packages, root) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runStep("Reading Debian's package lists", { command: "apt-get", args: ["update", "-q"], cwd: root, env });
  const install = ["install", "-y", "-q", "--no-install-recommends", ...packages];
  await runStep(`Installing Debian's ${packages.join(" and ")}`, { command: "apt-get", args: install, cwd: root, env });
}
