import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { nodeProblem, nodeWarning } from "@/scripts/lib/check-node.mjs";
import { portProblem, readPort, requireFreePort, requireOwnDatabaseForOthers, requireRoom } from "@/scripts/lib/checks.mjs";
import { describeDatabaseProblem, explain, hideSecrets, isDiskFull, Stop } from "@/scripts/lib/words.mjs";

describe("Node's version", () => {
  test.each(["v20.19.0", "v20.20.2", "v21.0.0", "v22.1.0", "v24.0.0"])("%s will do", (version) => {
    expect(nodeProblem(version)).toBe("");
  });

  test.each(["v20.18.3", "v18.20.0", "v0.12.18"])("%s is too old, and the words say what is needed", (version) => {
    expect(nodeProblem(version)).toContain(`needs Node 20.19 or newer; this is ${version}`);
  });
});

describe("Node's known flaw", () => {
  test.each(["v22.23.4", "v22.24.0", "v24.22.1", "v26.12.1", "v26.13.0", "v28.0.0"])("%s has it no more", (version) => {
    expect(nodeWarning(version)).toBe("");
  });

  test.each(["v20.19.0", "v20.99.9", "v21.7.3", "v22.23.3", "v22.9.9", "v23.11.1", "v24.22.0", "v25.9.9", "v26.12.0", "v27.1.0"])(
    "%s has it, which is said without stopping",
    (version) => {
      expect(nodeWarning(version)).toMatch(new RegExp(`^This is Node ${version}, .*CVE-2026-111497.*22\\.23\\.4, 24\\.22\\.1, 26\\.12\\.1`));
    },
  );

  test("is in no image: it names a version that is fixed", () => {
    const [, version = ""] = /^FROM node:([\d.]+)-/m.exec(readFileSync("Dockerfile", "utf8")) ?? [];
    expect([version, nodeWarning(`v${version}`)]).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+$/), ""]);
  });
});

describe("the built-in database, whose mail anyone can read", () => {
  test.each(["0.0.0.0", "::", "192.0.2.7", "workbook.example"])("is not opened to other machines: %s", (host) => {
    expect(() => requireOwnDatabaseForOthers(host, {})).toThrow("DATABASE_URL");
  });

  test.each(["127.0.0.1", "::1", "localhost"])("serves this machine: %s", (host) => {
    expect(() => requireOwnDatabaseForOthers(host, {})).not.toThrow();
  });

  test.each(["DATABASE_URL", "DATABASE_RUNTIME_URL"])("is not in question when %s names another", (name) => {
    expect(() => requireOwnDatabaseForOthers("0.0.0.0", { [name]: "postgresql://db/x" })).not.toThrow();
  });
});

describe("the port", () => {
  test("is 3000 unless PORT says otherwise", () => {
    expect([readPort(undefined), readPort(""), readPort("8080")]).toEqual([3000, 3000, 8080]);
  });

  test.each(["0", "65536", "-1", "80.5", "http", " "])("cannot be “%s”", (text) => {
    expect(() => readPort(text)).toThrow("no port");
  });

  test("that another program holds is named, with another to try", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(requireFreePort(port, "127.0.0.1")).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => other.close(resolve));
    await expect(requireFreePort(port, "127.0.0.1")).resolves.toBeUndefined();
  });

  test("that needs more rights is explained", () => {
    expect(portProblem(80, { code: "EACCES" }).message).toContain("may not use port 80");
  });
});

describe("room on the disk", () => {
  const measure = (free: number) => async () => ({ bavail: free / 4096, bsize: 4096 });

  test("is asked for before installing, in gigabytes", async () => {
    await expect(requireRoom("/", 1.5e9, measure(4.096e8))).rejects.toThrow("has 0.4 GB free; installing and building needs about 1.5 GB");
    await expect(requireRoom("/", 1.5e9, measure(4.096e9))).resolves.toBeUndefined();
  });

  test.each([
    ["a system error", Object.assign(new Error("write failed"), { code: "ENOSPC" })],
    ["PostgreSQL's code, as a cause", new Error("failed", { cause: Object.assign(new Error("could not extend"), { code: "53100" }) })],
    ["the output of a command", Object.assign(new Stop("Installing failed"), { output: "npm error code ENOSPC" })],
  ])("that ran out is recognised from %s", (_from, error) => {
    expect(isDiskFull(error)).toBe(true);
    expect(explain(error)).toContain("The disk is full");
  });
});

describe("a database that cannot be used", () => {
  const url = "postgresql://owner:very-secret@db.example:5432/workbook";

  test.each([
    ["ECONNREFUSED", "nothing answers there"],
    ["ENOTFOUND", "its host name is unknown"],
    ["28P01", "it refuses the user name or password"],
    ["3D000", "it has no database of that name"],
    ["42501", "may not do this"],
  ])("for %s is named without its password", (code, words) => {
    const described = describeDatabaseProblem(Object.assign(new Error("no"), { code }), url);
    expect(described).toContain(words);
    expect(described).toContain("owner@db.example:5432/workbook");
    expect(described).not.toContain("very-secret");
  });

  test("is not blamed for an error of another kind", () => {
    expect(describeDatabaseProblem(new TypeError("x is not a function"), url)).toBeUndefined();
  });

  test("is not repeated when its address is no address", () => {
    expect(hideSecrets("very-secret")).not.toContain("very-secret");
  });
});

test("words for a person carry no stack trace", () => {
  expect(explain(new Stop("Port 3000 is taken."))).toBe("Port 3000 is taken.");
  expect(explain(new Error("odd"))).toBe("odd");
});
