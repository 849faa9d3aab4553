import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { createDisplayable } from "@/lib/exports/pdf/displayable.mjs";
import { everyKindTool } from "../samples/every-kind-tool";
import { exportOf, render, toolReport } from "../samples/export-samples";
import { readObjects } from "../pdf/pdf-objects";
import { readPdf } from "../pdf/read-pdf";
import { readWithPdfium, readWithPoppler, visible } from "../pdf/readers";

/** Texts of a long answer, each between two words that no language has, as each reader finds them. */
async function readAllBack(typed: readonly string[]) {
  const answer = typed.map((text, index) => `qzbegin${index}q\n${text}\nqzend`).join("\n");
  const rendered = await render(exportOf([toolReport(everyKindTool, { "k-long": answer })]));
  const [pdfjs, pdfium, poppler] = [(await readPdf(rendered.bytes)).text, await readWithPdfium(rendered.bytes), readWithPoppler(rendered.bytes)].map(visible);
  return typed.map((_text, index) => {
    const between = (text = "") => new RegExp(`qzbegin${index}q(.*?)qzend`, "su").exec(text)?.[1];
    return { rendered, pdfjs: between(pdfjs), pdfium: between(pdfium), poppler: between(poppler) };
  });
}

type ReadBack = Awaited<ReturnType<typeof readAllBack>>[number];

async function readBack(answer: string): Promise<ReadBack> {
  return (await readAllBack([answer]))[0]!;
}

const LETTER_BY_LETTER = [
  ["Latin with all kinds of diacritics", "Zażółć gęślą jaźń. Škoda, ñandú, œuvre, Łódź, ğışık, þórr, Çà et là, ß ẞ, ŋ ƙ ɗ"],
  ["letters typed with separate accents", "Cafe\u0301 Tie\u0302\u0301ng n\u0303andu\u0301"],
  ["Vietnamese", "Người dân được hỗ trợ kịp thời khi dùng ma túy quá liều."],
  ["Cyrillic", "Привет, як справи? Ђорђе, їжак, ўсход, қазақ"],
  ["Greek", "Γειά σου, πού είναι η ομάδα; ὁ ἄνθρωπος ᾧ"],
  ["Chinese, simplified", "我们每周与社区合作伙伴开会，讨论药物过量。"],
  ["Chinese, traditional", "我們每週與社區夥伴開會，討論藥物過量與臺灣經驗。"],
  ["Japanese", "毎週、地域の皆さんと会議を開きます。カタカナ、ﾊﾝｶｸ、々〆"],
  ["Korean", "우리는 매주 지역 협력자와 만납니다. 뷁 똠방각하"],
  ["emoji of one and of several parts", "✅ 👮🏽 🚑 👩‍🚒 👨‍👩‍👧‍👦 🇺🇸 ❤️ 1️⃣"],
  ["signs of an office", "→ ≤ ≥ ½ ™ © € £ ₹ № • † § ¶ ☐ ☑ ☒ ★ ♿ ⚠ ✓ ✗"],
] as const;

const IN_LOGICAL_ORDER = [
  ["Arabic", "نحن نلتقي كل أسبوع مع الفريق"],
  ["Persian with its zero-width non-joiner", "می‌خواهم با گروه پژوهش کنم"],
  ["Urdu", "ہم ہر ہفتے ملتے ہیں۔ گھر ٹیم"],
  ["Hebrew", "אנחנו נפגשים כל שבוע עם הצוות"],
  ["Hindi", "हम हर सप्ताह मिलते हैं। क्षत्रिय श्री प्रार्थना"],
  ["Marathi", "आम्ही दर आठवड्याला भेटतो"],
  ["letters put together from parts (pinyin, Navajo, Malagasy, Yoruba, stressed Russian)", "nǐ hǎo łą́ą́ʼ n̈y ọ̀ṣọ́ Ḱala замо́к"],
  ["a flag made of tags", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
  ["Thai", "เราพบกันทุกสัปดาห์กับน้ำใจที่ดี กำลัง"],
] as const;

describe("what somebody wrote in their language can be seen, selected and searched", () => {
  // Several languages to a document, no more than its page takes; tests/exports/pdf/fonts.test.ts prints each script alone.
  const ON_A_PAGE = 7;
  const back = new Map<string, ReadBack>();
  beforeAll(async () => {
    const typed = [...LETTER_BY_LETTER, ...IN_LOGICAL_ORDER].map(([, text]) => text);
    for (let first = 0; first < typed.length; first += ON_A_PAGE) {
      const page = typed.slice(first, first + ON_A_PAGE);
      for (const [index, read] of (await readAllBack(page)).entries()) back.set(page[index]!, read);
    }
  });
  const backOf = (typed: string) => back.get(typed)!;

  it.each(LETTER_BY_LETTER)("%s: the same text in three readers", (_name, typed) => {
    const { rendered, ...read } = backOf(typed);
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    expect(read).toEqual({ pdfjs: visible(typed), pdfium: visible(typed), poppler: visible(typed) });
  });

  it.each(IN_LOGICAL_ORDER)("%s: the same text in the two readers that know logical order", (_name, typed) => {
    const { rendered, pdfium, poppler } = backOf(typed);
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    expect({ pdfium, poppler }).toEqual({ pdfium: visible(typed), poppler: visible(typed) });
  });

  it("a letter put together from parts leaves the plain letter alone everywhere else, in all three readers", async () => {
    const plain = "Kate ran along on a nice sandy road и о";
    const { rendered, ...read } = await readBack(`Ḱ ǎ ą́ n̈ ọ́ ṣ ẹ̀ и́ о́\n${plain}`);
    expect(rendered.claimsPdfUa).toBe(true);
    for (const text of Object.values(read)) expect(text).toContain(visible(plain));
  });

  // Each reader orders the parts of such a line by rules of its own, as they do with other programs' files.
  it.each([
    ["Hebrew words in an English line", "We met הצוות שלנו at 10:30 in room 5."],
    ["English words in an Arabic line", "قال الفريق Naloxone 4 mg ثم انتهى."],
    ["English words in a Hebrew line", "הצוות נפגש עם Harbor Clinic ביום שלישי."],
  ])("%s: every word is there, once", async (_name, typed) => {
    const { rendered, ...read } = await readBack(typed);
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    const words = typed.replace(/\.$/, "").split(" ").map(visible);
    const sorted = (text = "") => [...text].sort().join("");
    for (const text of Object.values(read)) {
      expect(words.filter((word) => !text?.includes(word))).toEqual([]);
      expect(sorted(text)).toBe(sorted(visible(typed)));
    }
  });

  // Readers copy a letter and its vowel sign in either order.
  it.each([
    ["Hebrew with vowel signs", "שָׁלוֹם לְכֻלָּם"],
    ["Arabic with vowel signs", "مُحَمَّد كَتَبَ"],
  ])("%s: every letter and sign is there", async (_name, typed) => {
    const { rendered, pdfium, poppler } = await readBack(typed);
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    for (const text of [pdfium, poppler]) {
      expect([...new Set(visible(typed))].filter((letter) => !text?.includes(letter))).toEqual([]);
    }
  });

  it("a paragraph for each direction, one below the other, keeps their order", async () => {
    const lines = ["First line", "אנחנו נפגשים", "Third line", "نحن نلتقي", "Fifth line"];
    const { pdfium = "" } = await readBack(lines.join("\n"));
    const places = lines.map((line) => pdfium.indexOf(visible(line)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

describe("a passage in another language than the document's", () => {
  /** Those that the file marks passages with. */
  const languagesOf = (bytes: Uint8Array) => readObjects(bytes).languages.filter((language) => language !== "en");

  let plain: readonly string[];
  beforeAll(async () => {
    plain = languagesOf((await render(exportOf([toolReport(everyKindTool, { "k-long": "Plain" })]))).bytes);
  });

  it.each([
    ["a line of Greek", "Γειά σου", ["el"]],
    ["a Japanese sentence that begins with Chinese characters", "毎週会議を開きます", ["ja"]],
    ["one Japanese letter in an English line", "We met the の team in Riverside on Monday.", ["ja"]],
    ["Chinese words in an English line", "We met 社区合作伙伴 on Monday.", ["zh"]],
    ["two languages in one line", "Korean 우리는 and Hindi हम हर", ["hi", "ko"]],
    ["an Arabic line", "قال الفريق ثم انتهى.", ["ar"]],
  ])("is marked with its own, and nothing else is: %s", async (_name, typed, languages) => {
    expect(plain).toEqual([]);
    const { bytes } = await render(exportOf([toolReport(everyKindTool, { "k-long": typed })]));
    expect(languagesOf(bytes)).toEqual(languages);
  });
});

describe("the fonts", () => {
  const displayable = createDisplayable("lib/exports/pdf/fonts/coverage.json");
  const missingOf = (text: string) => {
    const { replaced } = displayable(text.normalize("NFC"));
    return [...new Set(replaced)].map((codePoint) => String.fromCodePoint(codePoint)).join("");
  };

  /** Every character that an encoding of two bytes can write: what a country's computers could write before Unicode. */
  function repertoire(encoding: string): string {
    const decoder = new TextDecoder(encoding);
    const lead = Array.from({ length: 0x7e }, (_, index) => 0x81 + index);
    const trail = Array.from({ length: 0xbf }, (_, index) => 0x40 + index);
    const pairs = lead.flatMap((first) => trail.map((second) => decoder.decode(Uint8Array.of(first, second))));
    return pairs.filter((pair) => [...pair].length === 1 && !/[\ufffd\p{Co}\p{Cn}\p{Cc}]/u.test(pair)).join("");
  }

  it.each([
    ["simplified Chinese", "gbk"],
    ["traditional Chinese", "big5"],
    ["Japanese", "shift_jis"],
    ["Korean", "euc-kr"],
  ])("have every character of %s as its national encoding lists them", (_language, encoding) => {
    const characters = repertoire(encoding);
    expect(characters.length).toBeGreaterThan(6000);
    expect(missingOf(characters)).toBe("");
  });

  it.each([
    ["Latin", /\p{Script=Latin}/u, 0x024f],
    ["Vietnamese and other Latin letters", /[\u1e00-\u1eff]/u, 0x1eff],
    ["Cyrillic", /[\u0400-\u04ff]/u, 0x04ff],
    ["Greek", /\p{Script=Greek}/u, 0x1fff],
    ["Hebrew", /[\u05d0-\u05ea\u05b0-\u05c7]/u, 0x05ff],
    ["Arabic, Persian and Urdu", /[\u0621-\u064a\u0660-\u0669\u066b\u066c\u0670-\u06a1\u06a4-\u06d4\u06f0-\u06f9]/u, 0x06ff],
    ["Devanagari", /[\u0900-\u097f]/u, 0x097f],
    ["Thai", /[\u0e01-\u0e3a\u0e3f-\u0e5b]/u, 0x0e5b],
    ["Hangul", /[\uac00-\ud7a3]/u, 0xd7a3],
    ["emoji", /\p{Emoji_Presentation}/u, 0x1faff],
  ])("have every character of %s", (_script, pattern, last) => {
    const all = Array.from({ length: last + 1 }, (_, codePoint) => codePoint)
      .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
      .map((codePoint) => String.fromCodePoint(codePoint))
      .filter((character) => pattern.test(character) && !/\p{Cn}/u.test(character));
    expect(all.length).toBeGreaterThan(30);
    expect(missingOf(all.join(" "))).toBe("");
  });

  it("are those that the template names, in the order in which coverage was measured", () => {
    const theme = readFileSync("lib/exports/typst/theme.typ", "utf8");
    const named = [...(/#let every-font = \(([^)]*)\)/.exec(theme)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, name]) => name);
    const copied = readFileSync("lib/exports/pdf/copy-fonts.mjs", "utf8").matchAll(/name: "([a-z0-9-]+)"/g);
    const slugs = named.map((name = "") => name.toLowerCase().replaceAll(" ", "-"));
    expect(slugs).toEqual([...copied].map(([, slug]) => slug));
  });
});
