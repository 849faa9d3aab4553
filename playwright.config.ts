import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/lib/browser.mjs";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  // One production app for the whole run; its address reaches the workers through readRunningApp().
  globalSetup: "./tests/e2e/support/app.ts",
  // Beside the reports of the last run, which Playwright would clear away.
  outputDir: "test-results/browser",
  fullyParallel: true,
  // One more than the processors we count on: with two more, what each waits for took so long that tests ran out of time.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // A test that hangs still ends; on a busy machine the longest takes a minute and a half.
  timeout: 240_000,
  // On a machine that runs other checks beside the browsers, an answer has taken more than ten seconds.
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    trace: "off",
    screenshot: "only-on-failure",
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
