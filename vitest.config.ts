import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Next supplies this guard; in tests everything runs on the server.
  "server-only": fileURLToPath(new URL("./tests/support/empty.ts", import.meta.url)),
};

export default defineConfig({
  test: {
    // Vitest would leave one core unused; every file has its own database or none.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // One process for many files: packages are read once. What is ours is loaded anew for each (fresh-modules.ts).
          isolate: false,
          setupFiles: ["tests/support/fresh-modules.ts"],
          // The browser tests run beside these, and a document is a second's work; a test that hangs still ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ["tests/**/!(*.db).test.{ts,tsx}"],
          exclude: ["tests/durability/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          // By name, not by folder: no new folder is left out.
          include: ["tests/**/*.db.test.ts"],
          globalSetup: ["tests/support/database.ts"],
          isolate: false,
          setupFiles: ["tests/support/fresh-modules.ts", "tests/support/database-per-file.ts"],
          // Password hashes and a real PostgreSQL on a busy machine; a test that hangs still ends.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        resolve: { alias },
        // Servers of their own, to be killed.
        test: { name: "durability", include: ["tests/durability/**/*.test.ts"], testTimeout: 120_000 },
      },
    ],
  },
});
