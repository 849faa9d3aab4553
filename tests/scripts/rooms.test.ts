import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import ts from "typescript";
import typescript from "eslint-config-next/typescript";
import { describe, expect, test } from "vitest";
import { findFault, PACKAGES, roomOf, ROOMS, targetOf } from "@/scripts/lib/rooms.mjs";
import { roomsRule } from "@/scripts/lib/rooms-rule.mjs";

const CHECKOUT = path.resolve(import.meta.dirname, "../..");
const MADE = /\/(generated|fonts)\//;
const CODE = /\.(tsx?|mjs)$/;

const files = ["app", "components", "content", "lib"]
  .flatMap((folder) =>
    readdirSync(path.join(CHECKOUT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.relative(CHECKOUT, path.join(parentPath, name)).split(path.sep).join("/")),
  )
  .filter((file) => !MADE.test(file));
const code = files.filter((file) => CODE.test(file) && !file.endsWith(".d.mts"));
const rooms = [...new Set(code.map((file) => roomOf(file) ?? ""))];

/** Which room needs which, types and imports made later included, each with one import that shows it. */
function drawNeeds(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const needs = new Map<string, Map<string, string>>(rooms.map((room) => [room, new Map()]));
  for (const file of code) {
    const room = roomOf(file) ?? "";
    for (const { fileName } of ts.preProcessFile(readFileSync(path.join(CHECKOUT, file), "utf8")).importedFiles) {
      const target = targetOf(file, fileName);
      const wanted = target === null ? null : roomOf(target);
      if (wanted && wanted !== room && !MADE.test(`${target}/`)) needs.get(room)?.set(wanted, `${file} imports ${target}`);
    }
  }
  return needs;
}

/** A way from a room back to itself, as the imports that lead there; null when there is none. */
function findCycle(needs: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] | null {
  const done = new Set<string>();
  const search = (room: string, way: readonly string[], imports: readonly string[]): string[] | null => {
    if (way.includes(room)) return imports.slice(way.indexOf(room));
    if (done.has(room)) return null;
    for (const [next, shown] of needs.get(room) ?? []) {
      const found = search(next, [...way, room], [...imports, shown]);
      if (found) return found;
    }
    done.add(room);
    return null;
  };
  for (const room of needs.keys()) {
    const found = search(room, [], []);
    if (found) return found;
  }
  return null;
}

describe("rooms", () => {
  const needs = drawNeeds();

  test("need each other one way: from none leads a way back to itself", () => {
    expect(needs.get("lib/exports/pdf")?.has("lib/exports/print")).toBe(true);
    expect(findCycle(needs)).toBeNull();
  });

  test("that need each other are found, with the imports that do it", () => {
    const back = new Map([...needs, ["lib/domain/text", new Map([["lib/domain/item", "text imports item"]])]]);
    expect(findCycle(back)).toContain("text imports item");
  });

  test("are all in the table, and the table names no room that isn't there", () => {
    const unknown = rooms.filter((room) => findFault(`${room}/${room === "app/actions" ? "" : "new-file"}`, `@/${room}/other`, false)?.includes("no room yet"));
    expect(unknown).toEqual([]);
    const named = [...Object.keys(ROOMS), ...Object.keys(PACKAGES), ...Object.values(ROOMS).flat().map((entry) => entry.replace(/^type /, ""))];
    const isThere = (name: string) => rooms.some((room) => room === name || `${room}/`.startsWith(name.replace(/\*\*$/, ""))) || code.some((file) => file.startsWith(`${name}.`));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  test("hold no more than 25 files each, no deeper than lib/room/part/file", () => {
    const full = rooms.filter((room) => files.filter((file) => path.posix.dirname(file) === room).length > 25);
    expect(full).toEqual([]);
    expect(files.filter((file) => /^(lib|components)\//.test(file) && file.split("/").length > 4)).toEqual([]);
  });

  test("name each thing once: no two files of lib and components have one name", () => {
    const names = code.filter((file) => /^(lib|components)\//.test(file)).map((file) => path.posix.basename(file).replace(/\..*$/, ""));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("of app hold routes and their actions: what is drawn is in components", () => {
    const NEXT = /^(page|layout|not-found|error|global-error|forbidden)\.tsx$/;
    expect(code.filter((file) => file.startsWith("app/") && file.endsWith(".tsx") && !NEXT.test(path.posix.basename(file)))).toEqual([]);
  });
});

describe("lint", () => {
  const linter = new Linter({ cwd: CHECKOUT });
  const [{ languageOptions } = {}] = typescript.filter((part) => part.languageOptions?.parser);
  const lint = (filename: string, text: string) =>
    linter
      .verify(text, [{ files: ["**/*.{ts,tsx}"], ...(languageOptions ? { languageOptions } : {}), plugins: { rooms: { rules: { allowed: roomsRule } } }, rules: { "rooms/allowed": "error" } }], {
        filename: path.join(CHECKOUT, filename),
      })
      .map(({ message }) => message);

  test.each([
    ["a room that is not named", "lib/domain/tool/a.ts", `import { b } from "@/lib/responses/responses";`],
    ["a room beside, by a relative path", "lib/domain/tool/a.ts", `import { b } from "../readiness/scoring";`],
    ["a package that is not named", "lib/domain/tool/a.ts", `import React from "react";`],
    ["what is imported later", "lib/domain/tool/a.ts", `await import("@/lib/platform/db/client");`],
    ["what is handed on", "lib/domain/tool/a.ts", `export { b } from "@/lib/platform/db/client";`],
    ["the types of a room that is not named", "lib/domain/tool/a.ts", `import type { B } from "@/lib/platform/db/client";`],
    ["from a noun that it knows by type, a function", "components/comments/a.tsx", `import { addComment } from "@/lib/comments/change-comments";`],
    ["a file of app that is no actions", "components/comments/a.tsx", `import { Page } from "@/app/page";`],
    ["the tests", "lib/people/a.ts", `import { people } from "@/tests/support/people";`],
    ["the database from a route", "app/page.tsx", `import { authDb } from "@/lib/platform/db/client";`],
    ["anything, from a folder without a row", "lib/fresh/a.ts", `import { b } from "@/lib/domain/limits";`],
  ])("refuses %s", (_what, file, text) => {
    expect(lint(file, text)).toHaveLength(1);
  });

  test.each([
    ["its own files", "lib/domain/tool/a.ts", `import { b } from "./items"; import { c } from "@/lib/domain/tool/items";`],
    ["a room that is named", "lib/responses/a.ts", `import { b } from "@/lib/domain/answer/answers";`],
    ["a noun's types, where types are named", "components/comments/a.tsx", `import type { Comment } from "@/lib/comments/comment"; import { type Comment as C } from "@/lib/comments/comment";`],
    ["a file that is named, though its room is not", "components/evidence/a.tsx", `import { b } from "@/lib/evidence/evidence-file";`],
    ["the actions that a form sends to", "components/comments/a.tsx", `import { b } from "@/app/teams/[teamId]/tools/[number]/comments/actions";`],
    ["a package that is named", "lib/sync/document/a.ts", `import { Doc } from "yjs";`],
  ])("lets a room import %s", (_what, file, text) => {
    expect(lint(file, text)).toEqual([]);
  });
});
