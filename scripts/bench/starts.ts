import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CHECKOUT, type RunningApp, startApp } from "@/tests/support/e2e-app";
import { row, type Row } from "./table";

const WARM_START_TARGET_MS = 10_000;

/** A build and a database of the benchmark's own, beside those in daily use. */
export const BENCH_APP = { name: "bench", env: { NEXT_DIST_DIR: ".next-bench" } } as const;

/** Starts from nothing but installed packages, then again as on every other day; leaves that second app running. */
export async function measureStarts(): Promise<{ app: RunningApp; rows: Row[] }> {
  rmSync(path.join(CHECKOUT, BENCH_APP.env.NEXT_DIST_DIR), { recursive: true, force: true });
  const cold = await startApp(BENCH_APP);
  await cold.stop();
  const app = await startApp({ ...BENCH_APP, keepData: true });
  return {
    app,
    rows: [
      row("First start: build, migrations, sample agency, first page", cold.startMs / 1000, "s"),
      row("Warm start to first page", app.startMs / 1000, "s", { most: WARM_START_TARGET_MS / 1000 }),
    ],
  };
}

/** `npm ci` in a fresh clone of what is committed. */
export function measureInstall(): Row {
  const folder = mkdtempSync(path.join(os.tmpdir(), "workbook-install-"));
  try {
    execFileSync("git", ["clone", "--quiet", CHECKOUT, folder]);
    const began = performance.now();
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    return row("Install: npm ci in a fresh clone", (performance.now() - began) / 1000, "s");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
