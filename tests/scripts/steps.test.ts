import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isInstalled } from "@/scripts/lib/install.mjs";
import { runStep, shorten } from "@/scripts/lib/run.mjs";
import { hashSources, keepPrivate } from "@/scripts/lib/sources.mjs";
import { countPlaywright, countVitest } from "@/scripts/lib/test-reports.mjs";
import { settle, summarise } from "@/scripts/lib/test-runs.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "workbook-steps-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, content: unknown): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), typeof content === "string" ? content : JSON.stringify(content));
}

describe("installing is needed", () => {
  const wanted = {
    "": { version: "0.1.0" },
    "node_modules/next": { version: "16.4.6", integrity: "sha512-a" },
    "node_modules/vitest": { version: "4.1.12", integrity: "sha512-b", dev: true },
    "node_modules/only-on-a-mac": { version: "1.0.0", optional: true },
  };
  const { "node_modules/next": next, "node_modules/vitest": vitest } = wanted;

  test.each([
    ["not when all is there", { "node_modules/next": next, "node_modules/vitest": vitest }, false, false],
    ["when nothing is there", {}, true, true],
    ["when a version changed", { "node_modules/next": { ...next, version: "16.4.5" }, "node_modules/vitest": vitest }, true, true],
    ["when the content of a version changed", { "node_modules/next": { ...next, integrity: "sha512-c" }, "node_modules/vitest": vitest }, true, true],
    ["only for tests, when development packages are missing", { "node_modules/next": next }, false, true],
  ])("%s", (_when, installed, forStart, forTests) => {
    write("package-lock.json", { packages: wanted });
    write("node_modules/.package-lock.json", { packages: installed });
    expect([!isInstalled(root), !isInstalled(root, { withDev: true })]).toEqual([forStart, forTests]);
  });
});

test("a build, which holds the key of the server actions, is nobody's to read but its owner's", () => {
  write("app/server/manifest.json", "key");
  write("elsewhere", "not of the build");
  symlinkSync(path.join(root, "elsewhere"), path.join(root, "app/link"));
  for (const [file, mode] of [["app", 0o755], ["app/server", 0o775], ["app/server/manifest.json", 0o664], ["elsewhere", 0o644]] as const) {
    chmodSync(path.join(root, file), mode);
  }
  keepPrivate(path.join(root, "app"));
  const modes = ["app", "app/server", "app/server/manifest.json", "elsewhere"].map((file) => statSync(path.join(root, file)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o700, 0o600, 0o644]);
});

describe("building is needed", () => {
  const hash = (extra: string[] = []): string => hashSources(root, ["app", "package-lock.json"], extra);

  test("when a file changes, comes, goes or moves, and when a key changes; not when one is only saved again", () => {
    write("app/page.tsx", "one");
    write("package-lock.json", "{}");
    const seen = [hash()];
    write("app/page.tsx", "one");
    expect(hash()).toBe(seen[0]);
    write("app/page.tsx", "two");
    seen.push(hash());
    write("app/guide/page.tsx", "three");
    seen.push(hash());
    rmSync(path.join(root, "app/guide"), { recursive: true });
    write("app/other/page.tsx", "three");
    seen.push(hash());
    write("package-lock.json", "{ }");
    seen.push(hash(), hash(["key"]));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("a step", () => {
  const node = (script: string) => ({ command: process.execPath, args: ["-e", script], cwd: root, env: process.env });

  test("gives the output of its command", async () => {
    expect(await runStep("Speaking", node("console.log('spoken')"))).toBe("spoken\n");
  });

  test("that fails says which, and shows the command's own words", async () => {
    await expect(runStep("Building", node("console.error('odd brick'); process.exit(3)"))).rejects.toThrow(/^Building failed:\n\nodd brick$/);
  });

  test("that cannot begin fails too", async () => {
    await expect(runStep("Flying", { ...node(""), command: path.join(root, "wings") })).rejects.toThrow("ENOENT");
  });

  test("shows both ends of a long output, without npm's warnings", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    const shown = shorten(["npm warn old", ...lines].join("\n")).split("\n");
    expect(shown).toHaveLength(31);
    expect([shown[0], shown[15], shown.at(-1)]).toEqual(["line 0", "…", "line 99"]);
  });
});

describe("the summary of npm test", () => {
  test("adds the runners up in its last line", () => {
    const results = [
      { title: "Types", passed: 1, failed: 0, seconds: 9 },
      { title: "Unit", passed: 120, failed: 2, seconds: 4 },
    ];
    expect(summarise(results).split("\n").at(-1)).toBe("121 passed, 2 failed");
  });

  test("counts a skipped test as failed", () => {
    expect(countVitest({ numPassedTests: 4, numTotalTests: 6 })).toEqual({ passed: 4, failed: 2 });
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 3, failed: 3 });
  });

  test.each([
    ["a check without a report passes or fails by its status", 0, null, { passed: 1, failed: 0 }],
    ["a crash fails, even when no test did", 1, { passed: 5, failed: 0 }, { passed: 5, failed: 1 }],
    ["a crash without a report fails", 2, null, { passed: 0, failed: 1 }],
    ["a runner that found no test fails", 0, { passed: 0, failed: 0 }, { passed: 0, failed: 1 }],
  ])("%s", (_rule, status, counted, expected) => {
    expect(settle(status, counted)).toEqual(expected);
  });
});
