import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { findFreePort } from "@/prisma/embedded-state";
import { CHECKOUT } from "@/tests/support/e2e-app";

// The floor that shared/performance.md measures against: 42 ratings in an otherwise empty app of the same Next.

const ANSWERS_WITHIN_MS = 30_000;

const FILES = {
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(CHECKOUT)} } };\n`,
  // Without one of its own it would find the workbook's.
  "instrumentation.js": "export function register() {}\n",
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/rating.jsx": `"use client";
import { useState } from "react";
const VALUES = ["1", "2", "3", "4", "5", "D/K"];
export function Rating({ name }) {
  const [value, setValue] = useState(null);
  return (
    <fieldset>
      <legend>{name}</legend>
      {VALUES.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => setValue(one)} /> {one}
        </label>
      ))}
    </fieldset>
  );
}
`,
  "app/page.jsx": `import { Rating } from "./rating";
export const dynamic = "force-dynamic";
export default function Page() {
  return <main>{Array.from({ length: 42 }, (_, index) => <Rating key={index} name={"Statement " + (index + 1)} />)}</main>;
}
`,
};

/** Builds and serves it. */
export async function startEmptyApp(): Promise<{ url: string; stop(): void }> {
  const folder = path.join(CHECKOUT, ".data", "bench-empty");
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const next = path.join(CHECKOUT, "node_modules/next/dist/bin/next");
  const environment = { ...process.env, NODE_ENV: "production" as const, NEXT_DIST_DIR: "", NEXT_TELEMETRY_DISABLED: "1" };
  execFileSync(process.execPath, [next, "build", folder], { env: environment, stdio: ["ignore", "ignore", "inherit"] });
  const port = await findFreePort();
  const app = spawn(process.execPath, [next, "start", folder, "--port", String(port)], { env: environment, stdio: "ignore" });
  const url = `http://localhost:${port}`;
  await untilItAnswers(app, url);
  return { url, stop: () => void app.kill("SIGTERM") };
}

async function untilItAnswers(app: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  while (app.exitCode === null && Date.now() < deadline) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await wait(50);
  }
  app.kill("SIGKILL");
  throw new Error("The empty app did not start");
}
