import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { canInstallDebianPackages, installDebianPackages } from "./debian.mjs";
import { runStep } from "./run.mjs";
import { Stop } from "./words.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC_APPS = ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

/** A Chromium that is on this machine, or undefined. */
export function findChromium(environment = process.env) {
  const folders = (environment.PATH ?? "").split(path.delimiter).filter(Boolean);
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [environment.CHROMIUM_PATH, ...places, ...MAC_APPS].find((place) => place && existsSync(place));
}

async function findPlaywrightBrowser(root) {
  const { chromium } = await import(pathToFileURL(path.join(root, "node_modules/playwright/index.mjs")).href);
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}

/**
 * Finds or installs a browser: an existing Chromium, else Playwright's own, else Debian's package when root.
 * @returns its path. @throws Stop when none of them works.
 */
export async function requireBrowser(root) {
  const found = findChromium() ?? (await findPlaywrightBrowser(root));
  if (found) return found;
  const failures = [];
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
  if (canInstallDebianPackages()) {
    try {
      await installDebianPackages(["chromium"], root);
      const installed = findChromium();
      if (installed) return installed;
    } catch (error) {
      failures.push(error.message);
    }
  }
  throw new Stop(`No browser for the end-to-end tests. Install Chromium, or set CHROMIUM_PATH.\n${failures.join("\n")}`);
}
