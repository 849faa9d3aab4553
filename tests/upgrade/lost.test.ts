import { describe, expect, test } from "vitest";
import { findLost } from "./lost";

describe("what is lost from one version to the next", () => {
  test("nothing, where the next one only adds fields, columns and entries", () => {
    expect(findLost({ a: 1, list: [{ x: "1" }, { x: "2" }] }, { a: 1, b: 2, list: [{ x: "0" }, { x: "1", y: "new" }, { x: "2" }] })).toEqual([]);
  });

  test.each([
    ["a value that changed", { a: { b: "x" } }, { a: { b: "y" } }, '.a.b: "x" became "y"'],
    ["a field that is gone", { a: 1, b: 2 }, { a: 1 }, ".b: gone, was 2"],
    ["an entry that is gone", { list: ["x", "y"] }, { list: ["x"] }, '.list[1]: gone or changed, was "y"'],
    ["an entry that comes once instead of twice", ["x", "x"], ["x"], '[1]: gone or changed, was "x"'],
    ["another order", ["x", "y"], ["y", "x"], '[1]: gone or changed, was "y"'],
    ["a list that became something else", { list: [] }, { list: null }, ".list: no list any more"],
    ["an empty text that became nothing", { a: "" }, { a: null }, '.a: "" became null'],
  ])("%s", (_what, was, is, said) => expect(findLost(was, is)).toEqual([said]));
});
