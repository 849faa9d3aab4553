import { expect, test } from "vitest";
import { safeNextPath } from "@/lib/platform/http/next-path";

test.each([
  ["/teams/abc/tools/9?from=mail#item", "/teams/abc/tools/9?from=mail#item"],
  ["/", "/"],
])("%s is a page of this app", (next, expected) => {
  expect(safeNextPath(next)).toBe(expected);
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "agencies",
  "",
  undefined,
])("%s is not, and becomes the fallback", (next) => {
  expect(safeNextPath(next)).toBe("/agencies");
});
