import { describe, expect, test, vi } from "vitest";
import { passwordProblem } from "@/lib/platform/passwords/password-rules";

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

describe("a common password is refused, whatever stands around it", () => {
  test.each([
    "michaeljackson123", "123michaeljackson", "michaeljackson4821", "michaeljackson2026!", "2026!MichaelJackson", "Michael.Jackson.1958", "MichaelJackson!2026#",
    "m1ch43lj4ck50n!!", "M1cha3l Jacks0n 77", "michaeljacksonmichaeljackson", "michaeljackson1michaeljackson2", "noskcajleahcim123", "jordan.michaeljackson1",
    "Password2026!!!", "!!!Password2026", "P4$$w0rd2026!!!", "Pa$$w0rd!Pa$$w0rd!", "password.password.1", "drowssap12345678", "Passw0rd passw0rd 1", "pass2026word2026!!!",
    "Liverpool2024!!!", "liverpoolfc1892!", "manchesterunited1", "harrypotter12345", "dragonballz12345", "johnsmith123456!", "justinbieber2010", "philadelphia2026", "2026philadelphia!",
    "superman&batman1", "letmein123letmein", "trustno1trustno1", "princessprincess1", "Jennifer1987Jennifer", "Spring2026Spring2026", "monkeymonkey1234", "hunter2hunter2hunter2",
    "1q2w3e4r5t6y7u8i9o", "qazwsxedcrfvtgb1", "zxcvbnm,./12345", "asdfghjkl;'12345", "q1w2e3r4t5y6u7i8", "abc123abc123abc123", "qwertyuiop123456", "iloveyou3000!!!", "!@#password!@#2026",
    "pаsswordpаssword1", "раsswоrd12345678", "michaeljаckson2026", "ΜichaelJacksοn2026", "pаsswоrd.Раsswоrd", "МІСНАЕLjackson123",
    "michaeljackson٢٠٢٤", "mícháeljáckson123", "michaeljackson१२३४",
  ])("%s", (password) => {
    expect(passwordProblem(password, owner)).not.toBeNull();
  });
});

describe("a few words that don't belong together are taken, common as each may be", () => {
  test.each([
    "violet otter hums 1", "gravel teapot lantern moth", "lantern moth gravel teapot", "purple river window cake", "purple river window", "seven tired horses dance",
    "mywifelovesbluetractors", "the cat sat under our porch", "frozen banana parade", "kayak monsoon pretzel", "I buy 3 onions every Tuesday", "old truck green valley road",
    "rain boots near the river 42", "two eggs and toast please", "Michael ate 4 cold pretzels", "el perro azul come arroz", "der Hund mag keine Birnen", "83740219384756203948", "kT7-pLq-93x-VbN-zzR",
    "correct staple wanders home", "my sister plays the cello", "orange bicycle thunder", "ninety geese over Ohio",
  ])("%s", (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  });
});

test("the longest password is judged by looking at each part of it once", () => {
  const list = vi.spyOn(Map.prototype, "get");
  const looked = (password: string) => {
    list.mockClear();
    passwordProblem(password, owner);
    return list.mock.calls.length;
  };
  const [short, long] = ["p4$$w0rd!1".repeat(8), "p4$$w0rd!1".repeat(25)].map((text) => looked(`${text}x`)) as [number, number];
  list.mockRestore();
  expect(short).toBeGreaterThan(0);
  expect(long).toBeLessThan(short * 4);
});

describe("a password that is taken", () => {
  test.each([
    ["a few unrelated words", "violet otter hums quietly"],
    ["no capital, no digit, no sign", "teapot gravel lantern"],
    ["common words, if enough else is there", "my sunshine smells of wet gravel"],
    ["another script", "фиолетовая выдра тихо поёт"],
    ["another script whose letters look Latin", "роса расхохоталась у хаоса"],
    ["Greek", "ένα κοράκι τρώει αχλάδι"],
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
