import { expect, test } from "vitest";
import { runCrashes } from "./crash-run";

// `npm run proof` does the same with the built app, 10,000 saves and 60 kills.

test("kill -9 of app and PostgreSQL under load loses no acknowledged save and applies none twice", async () => {
  const kills = ["app", "database", "backend", "app", "database"] as const;
  const figures = await runCrashes({ app: "handlers", saves: 300, kills, writers: 8 });
  expect(figures).toMatchObject({ kills: { app: 2, database: 2, backend: 1 }, lost: 0, appliedTwice: 0, wrongTexts: 0 });
  expect(figures.acknowledged).toBeGreaterThanOrEqual(300);
});

test("the same run finds the saves that a server without synchronous_commit loses", async () => {
  const settings = { synchronous_commit: "off", wal_writer_delay: "10s" };
  const { lost } = await runCrashes({ app: "handlers", saves: 80, kills: ["database"], writers: 4, settings });
  expect(lost).toBeGreaterThan(0);
});
