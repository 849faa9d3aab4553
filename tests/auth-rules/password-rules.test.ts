import { describe, expect, test } from "vitest";
import { passwordProblem } from "@/lib/auth/password-rules";

const owner = { email: "jordan.whitfield@riverbend.example", name: "Jordan Whitfield", words: ["Riverbend Police Department"] };

describe("a password that is refused", () => {
  test.each([
    ["shorter than fifteen characters", "violet otter 7"],
    ["fourteen characters outside the basic plane", "🦊🦉🐢🦋🐳🦔🐿🦅🐍🦎🦀🐙🦈🐬"],
    ["longer than 256 characters", "violet otter ".repeat(20)],
    ["one character over and over", "aaaaaaaaaaaaaaaaaaaa"],
    ["a word said twice", "kestrelkestrelkestrel"],
    ["a common password said twice", "passwordpassword"],
    ["a common word with digits counted up", "password12345678"],
    ["common words with signs for letters", "P@ssw0rd-P@$$w0rd1"],
    ["a row of keys", "qwertyuiopasdfghjkl"],
    ["a column of keys", "1qaz2wsx3edc4rfv"],
    ["the alphabet backwards", "zyxwvutsrqponmlkj"],
    ["a phrase everybody knows", "correct horse battery staple"],
    ["another one", "May the Force be with you"],
    ["words of this field", "Police-Department-2026!"],
    ["words of this product", "Naloxone Toolkit Workbook"],
    ["the person's own name", "Jordan Whitfield 1987"],
    ["the person's own address", "jordan.whitfield@riverbend"],
    ["their agency's name", "Riverbend Police 2026"],
    ["a season, a year and a sign", "Summer Winter 2026!"],
  ])("%s", (_, password) => {
    expect(passwordProblem(password, owner)).not.toBeNull();
  });
});

describe("a password that is taken", () => {
  test.each([
    ["a few unrelated words", "violet otter hums quietly"],
    ["no capital, no digit, no sign", "teapot gravel lantern"],
    ["common words, if enough else is there", "my sunshine smells of wet gravel"],
    ["another script", "фиолетовая выдра тихо поёт"],
    ["Chinese", "紫色的水獭在河边安静地唱歌不停呢"],
    ["random characters", "xV9!kq2#Lw8zRt5m"],
    ["exactly 256 characters", [...Array(32).keys()].map((n) => `${n} kiwi w${n}`).join("~").slice(0, 256)],
  ])("%s", (_, password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  });
});

test("length counts letters as people see them composed", () => {
  const composed = "é".normalize("NFC");
  expect(passwordProblem(`${"abcdfghijklmn".slice(0, 12)}${composed.normalize("NFD").repeat(2)}`, owner)).toMatch(/at least 15/);
});
