import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { printDocument } from "@/lib/exports/print/print-document";
import { everyKindTool } from "../samples/every-kind-tool";
import { exportOf, render, toolReport } from "../samples/export-samples";
import { readPdf } from "./read-pdf";
import { readWithPoppler, visible } from "./readers";

vi.setConfig({ testTimeout: 120_000 });

/** Written in the scripts of living communities, each with the one font that has it. */
const SCRIPTS = [
  ["Cherokee", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ꮳꮃꭹ", "NotoSansCherokee"],
  ["Amharic", "በየሳምንቱ እንገናኛለን። ቡድኑ", "NotoSansEthiopic"],
  ["Tigrinya", "ትግርኛ ንዛረብ", "NotoSansEthiopic"],
  ["Bengali", "আমরা প্রতি সপ্তাহে মিলিত হই", "NotoSansBengali"],
  ["Punjabi", "ਅਸੀਂ ਹਰ ਹਫ਼ਤੇ ਮਿਲਦੇ ਹਾਂ ਸ੍ਰੀ", "NotoSansGurmukhi"],
  ["Georgian", "ჩვენ ყოველ კვირას ვხვდებით", "NotoSansGeorgian"],
  ["Armenian", "Մենք հանդիպում ենք ամեն շաբաթ", "NotoSansArmenian"],
  ["Gujarati", "અમે દર અઠવાડિયે મળીએ છીએ ક્ષત્રિય", "NotoSansGujarati"],
  ["Odia", "ଆମେ ପ୍ରତି ସପ୍ତାହରେ ଭେଟୁ", "NotoSansOriya"],
  ["Tamil", "நாங்கள் ஒவ்வொரு வாரமும் சந்திக்கிறோம்", "NotoSansTamil"],
  ["Telugu", "మేము ప్రతి వారం కలుస్తాము", "NotoSansTelugu"],
  ["Kannada", "ನಾವು ಪ್ರತಿ ವಾರ ಭೇಟಿಯಾಗುತ್ತೇವೆ", "NotoSansKannada"],
  ["Malayalam", "ഞങ്ങൾ എല്ലാ ആഴ്ചയും കണ്ടുമുട്ടുന്നു", "NotoSansMalayalam"],
  ["Sinhala", "අපි සෑම සතියකම හමුවෙමු", "NotoSansSinhala"],
  ["Khmer", "យើងជួបគ្នារៀងរាល់សប្តាហ៍", "NotoSansKhmer"],
  ["Lao", "ພວກເຮົາພົບກັນທຸກອາທິດ", "NotoSansLao"],
  ["Burmese", "ကျွန်ုပ်တို့ အပတ်စဉ် တွေ့ဆုံကြသည်", "NotoSansMyanmar"],
  ["Inuktitut", "ᑲᑎᒪᖃᑦᑕᖅᐳᒍᑦ", "NotoSansCanadianAboriginal"],
  ["Cree", "ᓀᐦᐃᔭᐍᐏᐣ", "NotoSansCanadianAboriginal"],
  ["Syriac", "ܐܢܚܢܢ ܦܓܥܝܢܢ ܟܠ ܫܒܘܥܐ", "NotoSansSyriac"],
  ["Dhivehi", "އަހަރެމެން ކޮންމެ ހަފްތާއަކު", "NotoSansThaana"],
  ["N’Ko", "ߊ߲ ߦߋ߫ ߢߐ߲߯ ߓߍ߲߫", "NotoSansNKo"],
  ["Tamazight", "ⵏⵜⵎⵢⴰⴳⴰⵔ ⴽⵓ ⵉⵎⴰⵍⴰⵙⵙ", "NotoSansTifinagh"],
  ["Fulah in Adlam", "𞤃𞤭𞤯𞤫𞤲 𞤸𞤢𞤱𞤪𞤭𞤼𞤢", "NotoSansAdlam"],
  ["Vai", "ꕙꔤ ꕉꖸ", "NotoSansVai"],
  ["Osage", "𐓏𐓘𐓻𐓘𐓻𐓟", "NotoSansOsage"],
  ["Mongolian", "ᠮᠣᠩᠭᠣᠯ", "NotoSansMongolian"],
  ["Lisu", "ꓡꓲꓢꓳ", "NotoSansLisu"],
  ["Nuosu", "ꆈꌠꁱꂷ", "NotoSansYi"],
  ["Santali", "ᱥᱟᱱᱛᱟᱲᱤ", "NotoSansOlChiki"],
  ["Meitei", "ꯃꯩꯇꯩꯂꯣꯟ", "NotoSansMeeteiMayek"],
  ["Chakma", "𑄌𑄋𑄴𑄟𑄳𑄦", "NotoSansChakma"],
  ["Rohingya", "𐴌𐴟𐴇𐴥𐴝𐴚𐴒𐴙𐴝", "NotoSansHanifiRohingya"],
  ["Tai Dam", "ꪼꪕꪒꪾ", "NotoSansTaiViet"],
  ["Cham", "ꨌꩌ", "NotoSansCham"],
  ["Javanese", "ꦧꦱꦗꦮ", "NotoSansJavanese"],
  ["Balinese", "ᬩᬲᬩᬮᬶ", "NotoSansBalinese"],
  ["Tibetan", "བོད་སྐད་ བཀྲ་ཤིས", "NotoSerifTibetan"],
] as const;

const FACES = ["PublicSans", "SourceSans3"];

/** The families in the file, as Poppler lists them. */
function fontsIn(bytes: Uint8Array): string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), "workbook-fonts-"));
  try {
    const file = path.join(folder, "made.pdf");
    writeFileSync(file, bytes);
    const lines = spawnSync("pdffonts", [file], { encoding: "utf8" }).stdout.split("\n").slice(2).filter(Boolean);
    return [...new Set(lines.map((line) => line.replace(/^[A-Z]{6}\+/, "").replace(/-.*$/, "")))].filter((name) => !FACES.includes(name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const exportSaying = (answer: string) => exportOf([toolReport(everyKindTool, { "k-long": `qzbegin\n${answer}\nqzend` })]);
/** In any order: readers differ in where they put a vowel that stands before its letter. */
const lettersOf = (text: string) => [...new Set(visible(text).replace(/[\u202a-\u202e]/gu, ""))].sort().join("");

describe("a text in the script of a living community", () => {
  it.each(SCRIPTS)("%s is shown, with its own font and no other", async (_language, typed, font) => {
    const rendered = await render(exportSaying(typed));
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    const text = /qzbegin(.*?)qzend/su.exec(visible(readWithPoppler(rendered.bytes)))?.[1] ?? "";
    expect(text).not.toContain("\ufffd");
    expect(lettersOf(text)).toBe(lettersOf(typed));
    const fonts = fontsIn(rendered.bytes);
    expect(fonts).toContain(font);
    // Punctuation of the script may stand in the Latin one.
    expect(fonts.filter((name) => name !== font && name !== "NotoSans")).toEqual([]);
  });

  it("can stand beside any other in one answer", async () => {
    const rendered = await render(exportSaying(SCRIPTS.map(([, typed]) => typed).join("\n")));
    expect(rendered).toMatchObject({ claimsPdfUa: true, notShown: { count: 0 } });
    expect((await readPdf(rendered.bytes)).text).not.toContain("\ufffd");
  });
});

describe("what is loaded", () => {
  const loadedFor = (answer: string): readonly string[] => {
    const script = `
      import { createPrintable } from "./lib/exports/pdf/printable.mjs";
      import { readFileSync } from "node:fs";
      const { document } = createPrintable("lib/exports/pdf/fonts/coverage.json")(JSON.parse(readFileSync(0, "utf8")));
      process.stdout.write(JSON.stringify(document.fonts));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { input: JSON.stringify(printDocument(exportSaying(answer))), encoding: "utf8" });
    return JSON.parse(stdout) as string[];
  };
  const usual = ["Public Sans", "Source Sans 3", "Noto Sans", "Noto Sans Symbols 2"];

  it("is four families for English, Spanish and the like", () => {
    expect(loadedFor("We meet each week. Nos reunimos cada semana – “sí”.")).toEqual(usual);
  });

  it("is one more for each script that somebody wrote", () => {
    expect(loadedFor("We meet ᏣᎳᎩ each week.")).toEqual([...usual, "Noto Sans Cherokee"]);
    expect(loadedFor("我们 ქართული")).toEqual([...usual, "Noto Sans SC", "Noto Sans Georgian"]);
  });
});
