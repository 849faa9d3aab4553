import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { CHECKOUT } from "../mutants/mutant";
import { MUTANTS } from "../mutants/mutants";
import { judge, mutate } from "../mutants/run-mutants";

describe.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))("the mutant “%s”", (_name, mutant) => {
  test("has its one place in the code, which it changes", () => {
    const code = readFileSync(path.join(CHECKOUT, mutant.file), "utf8");
    expect(code.split(mutant.find)).toHaveLength(2);
    expect(mutate(code, mutant)).not.toBe(code);
  });

  test("names tests that there are", () => {
    expect(mutant.killedBy.files.filter((file) => !existsSync(path.join(CHECKOUT, file)))).toEqual([]);
    expect(mutant.killedBy.files).not.toEqual([]);
  });
});

test("no two mutants have one name, and none is in a test", () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  expect(MUTANTS.filter(({ file }) => file.startsWith("tests/"))).toEqual([]);
});

describe("a fault", () => {
  const report = (...results: [status: string, message?: string][]) => ({
    testResults: [{ assertionResults: results.map(([status, message]) => ({ status, failureMessages: message ? [message] : [] })) }],
  });

  test.each([
    ["that a test notices is killed", report(["passed"], ["failed", "AssertionError: expected 1 to be 2"]), "killed"],
    ["that makes a test wait for ever is killed, and it is said how", report(["failed", "Error: Test timed out in 5000ms."]), "killed, by a test that timed out"],
    ["that nobody notices has survived", report(["passed"], ["passed"]), "SURVIVED"],
    ["with which no test runs proves nothing", report(), "BROKEN"],
    ["with which one of two files can't be loaded proves nothing", { testResults: [...report(["passed"]).testResults, ...report().testResults] }, "BROKEN"],
    ["whose tests end without a report proves nothing", null, "BROKEN"],
  ] as const)("%s", (_what, given, outcome) => {
    expect(judge(given)).toBe(outcome);
  });

  test("goes to its one place, or nowhere", () => {
    const mutant = { name: "m", find: "b", replace: "x" };
    expect(mutate("abc", mutant)).toBe("axc");
    expect(() => mutate("abcb", mutant)).toThrow("no one place");
    expect(() => mutate("ac", mutant)).toThrow("no one place");
  });
});
