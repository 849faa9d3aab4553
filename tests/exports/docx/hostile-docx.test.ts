import { beforeAll, describe, expect, it, vi } from "vitest";
import { LANGUAGES, MARKUP } from "../samples/hostile-text";
import { field, printedOf, renderRead } from "./printed";
import { find, findAll } from "./read-xml";

vi.setConfig({ testTimeout: 120_000 });

const answersOf = async (...texts: string[]) => {
  const docx = await renderRead(printedOf(texts.map(field)));
  return { ...docx, answers: docx.paragraphs.filter(({ style }) => style === "Answer") };
};

const FROM_RIGHT_TO_LEFT = [
  ["نحن نلتقي كل أسبوع.", "ar-SA"],
  ["אנחנו נפגשים כל שבוע.", "he-IL"],
  ["އަހަރެމެން ކޮންމެ ހަފްތާއަކު", "dv-MV"],
] as const;

const LANGUAGE_TAGS = [
  ["毎週会議を開きます", "w:eastAsia", "ja-JP"],
  ["我们每周开会", "w:eastAsia", "zh-CN"],
  ["우리는 매주 만납니다", "w:eastAsia", "ko-KR"],
  ["เราพบกันทุกสัปดาห์", "w:bidi", "th-TH"],
  ["हम हर सप्ताह मिलते हैं", "w:bidi", "hi-IN"],
  ["Γειά σου, πού είναι η ομάδα;", "w:val", "el-GR"],
  ["ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ", "w:val", "chr-Cher-US"],
  ["በየሳምንቱ እንገናኛለን", "w:val", "am-ET"],
  ["ჩვენ ყოველ კვირას", "w:val", "ka-GE"],
  ["আমরা প্রতি সপ্তাহে মিলিত হই", "w:bidi", "bn-BD"],
  ["ਅਸੀਂ ਹਰ ਹਫ਼ਤੇ ਮਿਲਦੇ ਹਾਂ", "w:bidi", "pa-IN"],
] as const;

const FONTS_OF_WORD = [
  ["ᏣᎳᎩ", "w:hAnsi", "Gadugi"],
  ["በየሳምንቱ", "w:hAnsi", "Ebrima"],
  ["মিলিত", "w:cs", "Nirmala UI"],
  ["ក្រុម", "w:cs", "Leelawadee UI"],
] as const;

const PASSAGES: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ["We met the の team in Riverside.", [["We met the ", "en-US"], ["の", "ja-JP"], [" team in Riverside.", "en-US"]]],
  ["Die Gruppe (コーヒー) kommt.", [["Die Gruppe (", "en-US"], ["コーヒー", "ja-JP"], [") kommt.", "en-US"]]],
  ["قال الفريق Naloxone 4 mg ثم انتهى.", [["قال الفريق ", "ar-SA"], ["Naloxone 4 mg", "en-US"], [" ثم انتهى.", "ar-SA"]]],
];

describe("what somebody typed, in Word", () => {
  // One file holds every row of the tables: making one takes a process.
  const rows = [...FROM_RIGHT_TO_LEFT, ...LANGUAGE_TAGS, ...FONTS_OF_WORD, ...PASSAGES].map(([typed]) => typed);
  let inRows: Awaited<ReturnType<typeof answersOf>>["answers"];
  beforeAll(async () => {
    ({ answers: inRows } = await answersOf(...rows));
  }, 120_000);
  const answerOf = (typed: string) => inRows[rows.indexOf(typed)];

  it("stays text, whatever syntax it is in: no field, no link, no element comes of it", async () => {
    const texts = MARKUP.map(({ text }) => text);
    const { answers, body, parts } = await answersOf(...texts);
    expect(answers.map(({ text }) => text)).toEqual(texts);
    expect(findAll(body, "w:hyperlink")).toEqual([]);
    expect(findAll(body, "w:instrText")).toEqual([]);
    expect(findAll(body, "w:fldSimple")).toEqual([]);
    expect(find(parts.get("word/_rels/document.xml.rels")!, "Relationship")?.attributes.TargetMode).toBeUndefined();
  });

  it("is kept in every language", async () => {
    const texts = LANGUAGES.map(({ text }) => text.normalize("NFC"));
    const { answers, text, notShown } = await answersOf(...texts);
    expect(answers.map((answer) => answer.text)).toEqual(texts);
    expect(notShown).toBe(0);
    for (const typed of texts) expect(text).toContain(typed);
  });

  it.each(FROM_RIGHT_TO_LEFT)("runs from right to left, tagged with its language: %s", (typed, language) => {
    const answer = answerOf(typed);
    expect(answer!.isRightToLeft).toBe(true);
    expect(findAll(answer!.xml, "w:rtl")).toHaveLength(1);
    expect(find(answer!.xml, "w:lang")?.attributes["w:bidi"]).toBe(language);
  });

  it.each(LANGUAGE_TAGS)("is tagged with its language: %s", (typed, attribute, language) => {
    const answer = answerOf(typed);
    expect(answer!.isRightToLeft).toBe(false);
    expect(find(answer!.xml, "w:lang")?.attributes[attribute]).toBe(language);
  });

  it.each(FONTS_OF_WORD)("has a font that Word brings for it: %s", (typed, slot, font) => {
    const answer = answerOf(typed);
    expect(find(answer!.xml, "w:rFonts")?.attributes[slot]).toBe(font);
  });

  it("changes direction with its lines, and inside a line only for the words that need it", async () => {
    const { answers } = await answersOf("First line\nنحن نلتقي\nLast line", "We met הצוות שלנו at 10:30");
    expect(answers.map(({ text, isRightToLeft }) => [text, isRightToLeft])).toEqual([
      ["First line", false],
      ["نحن نلتقي", true],
      ["Last line", false],
      ["We met הצוות שלנו at 10:30", false],
    ]);
    const turned = findAll(answers[3]!.xml, "w:r").filter((run) => find(run, "w:rtl")).map((run) => find(run, "w:t")?.children.join(""));
    expect(turned).toEqual(["הצוות שלנו"]);
  });

  it.each(PASSAGES)("tags each passage of a line with its own language: %s", (typed, expected) => {
    const answer = answerOf(typed);
    const found = findAll(answer!.xml, "w:r").map((run) => {
      const { "w:eastAsia": east, "w:bidi": right, "w:val": left = "en-US" } = find(run, "w:lang")?.attributes ?? {};
      return [find(run, "w:t")?.children.join(""), east ?? right ?? left];
    });
    expect(found).toEqual(expected);
  });

  it("shows what a page has no place for as �, counts it, and says so in the document", async () => {
    const { answers: [answer], notShown, text } = await answersOf("a\u0000b\u0007c\ud800d\uffffe");
    expect(answer!.text).toBe("a�b�c�d�e");
    expect(notShown).toBe(4);
    expect(text).toMatch(/4 characters could not be shown/);
  });

  it("may stand in every name of the document, in its head and in its properties", async () => {
    const hostile = `<w:p/> & "x" ]]> { QUOTE 1 } \u0000 نحن 👮`;
    const shown = hostile.replace("\u0000", "�");
    const about = { eyebrow: hostile, agency: hostile, team: hostile, facts: [{ label: hostile, text: hostile }], notes: [hostile], attribution: hostile };
    const { parts, paragraphs } = await renderRead(
      printedOf([field(hostile)], { title: hostile, name: hostile, author: hostile, about, hasCover: true, hasContents: true, running: { left: hostile, footer: hostile } }),
    );
    expect(find(parts.get("docProps/core.xml")!, "dc:title")?.children.join("")).toBe(shown);
    for (const style of ["Title", "Subtitle", "CoverTeam", "Answer"]) {
      expect(paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text).join("")).toBe(shown);
    }
  });
});

describe("how much somebody typed", () => {
  const long = (length: number) => Array.from({ length: length / 8 }, (_, index) => `w${String(index).padStart(6, "0")} `).join("");

  it("is kept whole in cells of 10,000 characters, whose rows may break across pages, and in 500 rows", async () => {
    const cell = (text: string) => ({ cell: "text", text, isAnswer: true }) as const;
    const rows = Array.from({ length: 500 }, (_, index) => [cell(`Row ${index}`), cell(index % 50 === 0 ? long(10_000) : "Short")]);
    const table = { block: "table", caption: "Long", columns: [{ label: "One" }, { label: "Two" }], rows } as const;
    const { tables: [read], peakMemoryBytes } = await renderRead(printedOf([table], { hasContents: true }));
    expect(read!.rows).toHaveLength(501);
    expect(read!.rows.slice(1).map(([, text]) => text)).toEqual(rows.map((row) => row[1]?.text));
    const unbroken = findAll(read!.xml, "w:tr").filter((row) => {
      const mark = find(row, "w:cantSplit");
      return mark !== undefined && mark.attributes["w:val"] !== "off";
    });
    expect(unbroken).toHaveLength(501 - 10);
    expect(peakMemoryBytes).toBeLessThan(600 * 1024 * 1024);
  });

  it("is kept whole without a space and with 3,000 line breaks", async () => {
    const texts = ["x".repeat(10_000), "a\n".repeat(3000) + "end", "ن".repeat(10_000), `שלום ${"!".repeat(9000)} a`];
    const { answers } = await answersOf(...texts);
    expect(answers.map(({ text }) => text === texts.shift())).toEqual([true, true, true, true]);
  });
});
