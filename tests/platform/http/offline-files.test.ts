import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(new URL(`../../../public/${file}`, import.meta.url), "utf8");

test("browsers fetch the offline page anew when it changes: the service worker names its version", () => {
  const files = ["index.html", "offline.css", "offline.js"].map((file) => read(`offline/${file}`));
  const version = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 12);
  expect(read("service-worker.js")).toContain(`const VERSION = "${version}";`);
});
