import { startApp } from "@/tests/support/e2e-app";

/** Playwright's global setup: one production app with the sample agency, its own database and port. */
export default async function setup(): Promise<() => Promise<void>> {
  const app = await startApp({ name: "e2e", env: { TRUSTED_PROXIES: "0" }, echo: true });
  const { url, databaseUrl, secret } = app;
  // Workers inherit the environment of the process that starts them.
  process.env.E2E_APP = JSON.stringify({ url, databaseUrl, secret });
  return () => app.stop();
}

/** Where the app of this run is, for the worker processes. */
export function readRunningApp(): { url: string; databaseUrl: string; secret: string } {
  const found = process.env.E2E_APP;
  if (!found) throw new Error("The app of this run was not started by Playwright's global setup.");
  return JSON.parse(found) as { url: string; databaseUrl: string; secret: string };
}
