import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CHECKOUT } from "@/tests/support/e2e-app";

/** The engines that shared/pdf.md names beside ours, but for Chromium, which the browser tests bring. */
const PACKAGES = { pdfkit: "0.20.2", "@react-pdf/renderer": "4.9.0", react: "19.3.1" };

/** Written when the installation has ended well. */
const DONE = "installed";

/**
 * A folder with the peers' packages, which the app itself has no use for: from npm the first time, then as it stands.
 * @throws when npm cannot fetch them.
 */
export function installPeers(): string {
  const folder = path.join(CHECKOUT, ".data", "bench-peers");
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES });
  const done = path.join(folder, DONE);
  if (existsSync(done) && readFileSync(done, "utf8") === manifest) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), manifest);
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(done, manifest);
  return folder;
}
