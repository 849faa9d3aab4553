import { expect, test } from "vitest";
import { CODE_ALPHABET, CODE_LENGTH, formatCode, readCode } from "@/lib/people/join-code";
import { hasAddress } from "@/lib/platform/auth/sign-in-name";
import { signInNameSchema } from "@/lib/people/people-schemas";

const CODE = "7KQ29FMA0XYZ1BCD8EFG";

test("a code is read back however it was typed", () => {
  expect(formatCode(CODE)).toBe("7KQ2-9FMA-0XYZ-1BCD-8EFG");
  for (const typed of [CODE, formatCode(CODE), formatCode(CODE).toLowerCase(), ` ${formatCode(CODE).replaceAll("-", " ")} `, CODE.replaceAll("0", "O").replaceAll("1", "l")]) {
    expect(readCode(typed), typed).toBe(CODE);
  }
});

test.each(["", "7KQ2", `${CODE}7`, CODE.replace("7", "U"), CODE.replace("7", "é"), "x".repeat(10_000)])("%j is no code", (typed) => {
  expect(readCode(typed)).toBeNull();
});

test("nobody guesses one: it holds a hundred bits, of signs that are not mistaken for others", () => {
  expect(Math.log2(CODE_ALPHABET.length) * CODE_LENGTH).toBe(100);
  for (const letter of "OILU") expect(CODE_ALPHABET).not.toContain(letter);
});

test.each(["wren@people.example", "wren", "-wren-27", "wren 27 b", "wrén-27", "w".repeat(41)])("%j is no sign-in name", (name) => {
  expect(signInNameSchema.safeParse(name).success).toBe(false);
});

test("a sign-in name is typed in any case, and is never taken for an address", () => {
  const name = signInNameSchema.parse(" Blue-Heron.27 ");
  expect(name).toBe("blue-heron.27");
  expect(hasAddress(name)).toBe(false);
  expect(hasAddress("wren@people.example")).toBe(true);
});
