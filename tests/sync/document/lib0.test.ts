import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import * as buffer from "@/lib/sync/document/lib0-buffer";
import * as logging from "@/lib/sync/document/lib0-logging";

const yjs = readFileSync(createRequire(import.meta.url).resolve("yjs").replace(/yjs\.cjs$/, "yjs.mjs"), "utf8");

describe.each([
  ["buffer", buffer],
  ["logging", logging],
])("what stands for lib0's %s in the browser", (name, module) => {
  it("has everything the installed Yjs takes of it", () => {
    expect(yjs).toContain(`import * as ${name} from 'lib0/${name}'`);
    const used = [...yjs.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].map(([, member]) => member);
    expect(Object.keys(module).sort()).toEqual([...new Set(used)].sort());
  });
});

it("copies bytes to a buffer of their own", () => {
  const bytes = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
  const copy = buffer.copyUint8Array(bytes);
  expect([...copy, copy.buffer.byteLength]).toEqual([1, 2, 2]);
});
