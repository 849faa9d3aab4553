import { loadSettings } from "@/scripts/lib/settings.mjs";
import { CHECKOUT, type LaunchedApp, launchApp } from "@/tests/support/e2e-app";
import { readRunningApp } from "./app";

/** Another production server on the build and the database of this run's app, started as an operator would. */
export function startSecondInstance(port: number, env: Readonly<Record<string, string>> = {}): Promise<LaunchedApp> {
  const { databaseUrl, secret } = readRunningApp();
  const settings = loadSettings(CHECKOUT);
  const urlOf = (role: string, password: string | undefined) =>
    Object.assign(new URL(databaseUrl), { username: role, password }).href;
  return launchApp({
    port,
    env: {
      DATABASE_RUNTIME_URL: urlOf("app_rt", settings.APP_RT_PASSWORD),
      DATABASE_AUTH_URL: urlOf("app_auth", settings.APP_AUTH_PASSWORD),
      NEXTAUTH_SECRET: secret,
      TRUSTED_PROXIES: "0",
      ...env,
    },
  });
}
