import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appEnvironment } from "@/scripts/lib/serve.mjs";
import { loadSettings, parseSettings } from "@/scripts/lib/settings.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "workbook-settings-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const load = (environment: Record<string, string> = {}) => loadSettings(root, environment);
const readFile = (): string => readFileSync(path.join(root, ".env.local"), "utf8");

test("missing secrets are made once, of the right size, in a file only its owner reads", () => {
  const first = load();
  expect(first.NEXTAUTH_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect(Buffer.from(first.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "", "base64")).toHaveLength(32);
  expect(first.APP_RT_PASSWORD).not.toBe(first.APP_AUTH_PASSWORD);
  expect(statSync(path.join(root, ".env.local")).mode & 0o777).toBe(0o600);
  const written = readFile();
  expect(load()).toEqual(first);
  expect(readFile()).toBe(written);
});

test("what a person wrote is kept, and a file open to others is closed", () => {
  writeFileSync(path.join(root, ".env.local"), "SMTP_URL=smtp://mail.example:587", { mode: 0o644 });
  expect(load().SMTP_URL).toBe("smtp://mail.example:587");
  expect(readFile().startsWith("SMTP_URL=smtp://mail.example:587\nNEXTAUTH_SECRET=")).toBe(true);
  expect(statSync(path.join(root, ".env.local")).mode & 0o777).toBe(0o600);
});

test("the environment wins over the file, also when it switches a setting off", () => {
  writeFileSync(path.join(root, ".env.local"), "DATABASE_URL=postgresql://file/x\nPORT=4000\n");
  expect(load({ PORT: "5000", DATABASE_URL: "" })).toMatchObject({ PORT: "5000", DATABASE_URL: "" });
});

test("a secret of the environment is not written down", () => {
  load({ NEXTAUTH_SECRET: "given by the operator, not by us" });
  expect(readFile()).not.toContain("NEXTAUTH_SECRET");
});

test("lines may be quoted, exported, commented or empty", () => {
  expect(parseSettings('# note\nA=1\nexport B="two words" \nC=\'#3\'\n\nD=4 # four\nE=a=b\nnonsense\n')).toEqual({
    A: "1",
    B: "two words",
    C: "#3",
    D: "4",
    E: "a=b",
  });
});

test("the app's process gets its two addresses, and nothing of the owner's", () => {
  const settings = { DATABASE_URL: "postgresql://owner:secret@db/x", APP_RT_PASSWORD: "r", APP_AUTH_PASSWORD: "a", LANG: "C" };
  const database = { runtimeUrl: "postgresql://app_rt@db/x", authUrl: "postgresql://app_auth@db/x", isEmbedded: true };
  const environment = appEnvironment(settings, { port: 3000, database });
  expect(environment).toMatchObject({
    // Empty, not absent: Next would read an absent one from .env.local.
    DATABASE_URL: "",
    APP_RT_PASSWORD: "",
    APP_AUTH_PASSWORD: "",
    DATABASE_RUNTIME_URL: database.runtimeUrl,
    DATABASE_AUTH_URL: database.authUrl,
    APP_URL: "http://localhost:3000",
    EMBEDDED_DATABASE: "true",
    LANG: "C",
  });
  expect(Object.values(environment).join(" ")).not.toContain("secret");
});
