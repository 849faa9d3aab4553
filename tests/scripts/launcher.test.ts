import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the real launcher until it gives up. */
async function start(environment: Record<string, string>): Promise<{ code: number | null; words: string }> {
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_RUNTIME_URL: "", DATABASE_AUTH_URL: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [launcher.stdout, launcher.stderr]) stream.on("data", (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((resolve) => launcher.once("close", (code) => resolve({ code, words })));
}

const STACK_TRACE = /^\s+at /m;

describe("npm start gives up with words, not with a stack trace,", { timeout: 60_000 }, () => {
  test("when PORT is no port", async () => {
    const { code, words } = await start({ PORT: "http" });
    expect(code).toBe(1);
    expect(words).toContain("PORT is “http”, which is no port.");
    expect(words).not.toMatch(STACK_TRACE);
  });

  test("when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, words } = await start({ PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(words).toContain(`Port ${port} is taken`);
    expect(words).not.toMatch(STACK_TRACE);
  });

  test("when the database cannot be reached, without showing its password", async () => {
    const { code, words } = await start({ PORT: "39471", DATABASE_URL: "postgresql://owner:very-secret@127.0.0.1:1/workbook" });
    expect(code).toBe(1);
    expect(words).toContain("The database at postgresql://owner@127.0.0.1:1/workbook cannot be used: nothing answers there.");
    expect(words).not.toContain("very-secret");
    expect(words).not.toMatch(STACK_TRACE);
  });
});
