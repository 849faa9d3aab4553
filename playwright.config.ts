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
  // Twice as many as the processors we count on: a test waits most of its time, for a screen or for another screen.
  workers: 4,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
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
