import { expect, test } from "vitest";
import { findGuestProblem } from "@/lib/domain/rounds/guest-names";

test("two people of one name are told apart, not made one", () => {
  expect(findGuestProblem(["Sam", "", "Ann", "sam "])).toBe("Lines 1 and 4 name “sam”. Tell the two apart, for example by a last name, or take one out.");
});

test("a name that is too long is named by its line; what fits is no problem", () => {
  expect(findGuestProblem(["Ann", "x".repeat(81)])).toBe("Line 2 is longer than 80 characters. Shorten it.");
  expect(findGuestProblem(["Ann", "", "x".repeat(80)])).toBeNull();
});
