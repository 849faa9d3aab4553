import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { canInstallDebianPackages, installDebianPackages, isThere } from "./debian.mjs";
import { runStep } from "./run.mjs";
import { Stop } from "./words.mjs";

/** Chromium without its windows, menus and pages of its own: the tests take two thirds of the time. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC_APPS = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** A Chromium that is on this machine, the one that `CHROMIUM_PATH` names first, or undefined. */
export function findChromium(environment = process.env) {
  const folders = (environment.PATH ?? "").split(path.delimiter).filter(Boolean);
  const places = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [environment.CHROMIUM_PATH, ...places, ...MAC_APPS].find((place) => place && existsSync(place));
}

/** One of Debian's packages, when root. @returns why it can't be had, in words; empty when it is there. */
async function installFromDebian(name, root) {
  if (!canInstallDebianPackages()) return "";
  return installDebianPackages([name], root).then(() => "", (error) => error.message);
}

async function findPlaywrightBrowser(root) {
  const { chromium } = await import(pathToFileURL(path.join(root, "node_modules/playwright/index.mjs")).href);
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

/**
 * Finds or installs a browser: Debian's Chromium without a window when root, else a Chromium that is there, else
 * Playwright's own, else Debian's usual Chromium, which a release too old for the first one has.
 * @returns its path. @throws Stop when none of them works.
 */
export async function requireBrowser(root) {
  const failures = [];
  if (!process.env.CHROMIUM_PATH && !isThere(SHELL)) failures.push(await installFromDebian(SHELL, root));
  const found = findChromium() ?? (await findPlaywrightBrowser(root));
  if (found) return found;
  try {
    await runStep("Fetching a browser for the tests", {
      command: process.execPath,
      args: [path.join(root, "node_modules/@playwright/test/cli.js"), "install", "chromium"],
      cwd: root,
      env: process.env,
    });
    const own = await findPlaywrightBrowser(root);
    if (own && spawnSync(own, ["--version"]).status === 0) return own;
    failures.push("Playwright's browser does not start; system libraries are missing.");
  } catch (error) {
    failures.push(error.message);
  }
  failures.push(await installFromDebian("chromium", root));
  const usual = findChromium();
  if (usual) return usual;
  throw new Stop(`No browser for the end-to-end tests. Install Chromium, or set CHROMIUM_PATH.\n${failures.filter(Boolean).join("\n")}`);
}
