import { beforeAll, describe, expect, it } from "vitest";
import { renderExport } from "@/lib/exports/processes/render-export";
import type { SheetTable } from "@/lib/exports/sheets/sheet-model";
import { buildSheets } from "@/lib/exports/sheets/sheet-tables";
import type { ChoiceValue, TableRow } from "@/lib/domain/answer/answers";
import { formatCell } from "@/lib/domain/item/item-readers";
import { readPersonToken, SOMEONE } from "@/lib/domain/people/person";
import type { TableColumn } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";
import type { ExportDocument } from "@/lib/exports/document/export-document";
import type { RenderedExport } from "@/lib/exports/worker/rendered-export";
import { TOOLS } from "@/tests/support/tools";
import { fullExport } from "../samples/export-samples";
import { readCsvZip, type ReadRow, type ReadSheets, readXlsx, rowsOf, unzipTexts } from "./read-sheets";

const EVERYTHING = { hasComments: true, hasHistory: true } as const;
const document = fullExport({ ...EVERYTHING, format: "xlsx" });

let xlsx: RenderedExport;
let csv: RenderedExport;
let sheets: ReadSheets;
let files: ReadSheets;

beforeAll(async () => {
  xlsx = await renderExport(document);
  csv = await renderExport({ ...document, options: { ...document.options, format: "csv" } });
  sheets = await readXlsx(xlsx.bytes);
  files = readCsvZip(csv.bytes);
});

/** Dates stand as such beside their words, options and people in words. */
function columnsOf(itemId: string): readonly TableColumn[] {
  const item = TOOLS.flatMap(toolItems).find(({ id }) => id === itemId);
  return item?.kind === "table" ? item.columns : [];
}

const fileOf = (name: string) => `${name.toLowerCase().replaceAll(" ", "-")}.csv`;

interface ExpectedText {
  readonly itemId: string;
  readonly sheet: "Answers" | "Table rows";
  readonly text: string;
}

/** Every piece of text of an answer, with where it has to be found. */
function expectedTexts({ records }: ExportDocument): ExpectedText[] {
  return Object.entries(records).flatMap(([itemId, { answer }]): ExpectedText[] => {
    if (Array.isArray(answer)) {
      const rows = answer as readonly TableRow[];
      const columns = columnsOf(itemId);
      return rows.flatMap(({ cells }) =>
        columns.filter(({ id }) => cells[id]).map((column) => ({ itemId, sheet: "Table rows", text: column.kind === "date" ? cells[column.id]! : formatCell(column, { id: "", cells }) })),
      );
    }
    const text = typeof answer === "object" ? ((answer as ChoiceValue).other ?? "") : readPersonToken(String(answer)) ? SOMEONE : String(answer);
    return [{ itemId, sheet: "Answers", text }];
  });
}

function holds(row: ReadRow, text: string): boolean {
  return Object.values(row).some((cell) => (cell instanceof Date ? cell.toISOString() : String(cell ?? "")).includes(text));
}

describe.each([
  ["the workbook", () => sheets, (name: string) => name],
  ["the CSV files", () => files, fileOf],
])("%s", (_format, read, nameOf) => {
  it("holds every answer beside its item id", () => {
    const expected = expectedTexts(document);
    expect(expected.length).toBeGreaterThan(250);
    const missing = expected.filter(
      ({ itemId, sheet, text }) =>
        !rowsOf(read(), nameOf(sheet)).some((row) => row["Item id"] === itemId && holds(row, text)),
    );
    expect(missing).toEqual([]);
  });

  it("has the tables it was given, row by row and cell by cell", () => {
    const tables = buildSheets(document);
    expect([...read().keys()]).toEqual(tables.map(({ name }) => nameOf(name)));
    for (const table of tables.slice(1)) {
      const rows = rowsOf(read(), nameOf(table.name));
      expect(rows.map((row) => table.columns.map(({ label }) => plain(row[label], table, label))), table.name).toEqual(
        table.rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
      );
    }
  });

  it("says in About what could not be shown", () => {
    expect(rowsOf(read(), nameOf("About")).at(-1)).toEqual({ What: "Characters that could not be shown", Value: "None" });
  });
});

/** As the tables write it. Excel's times carry no zone, so the local clock is compared and the table's distance added. */
function plain(cell: ReadRow[string] | undefined, table: SheetTable, label: string): string {
  if (!(cell instanceof Date)) return String(cell ?? "");
  const kind = table.columns.find((column) => column.label === label)?.kind;
  const clock = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  return kind === "date" ? clock.slice(0, 10) : `${clock.slice(0, 19)}-0${clock < "2026-11-01" ? 4 : 5}:00`;
}

describe("the workbook's cells", () => {
  it("are numbers, dates and text, and blanks are empty", () => {
    const rated = rowsOf(sheets, "Answers").find((row) => typeof row["Rating"] === "number");
    expect(rated?.["Date"]).toBeNull();
    const dated = rowsOf(sheets, "Answers").find((row) => row["Kind"] === "Date" && row["Answer"] !== null);
    expect(dated?.["Answer"]).toBe("March 31, 2026");
    expect(dated?.["Date"]).toEqual(new Date("2026-03-31T00:00:00Z"));
    expect(rowsOf(sheets, "Areas").every((row) => typeof row["Rated"] === "number")).toBe(true);
  });

  it("stand in Excel tables with frozen heads, and none is a formula", () => {
    const parts = unzipTexts(xlsx.bytes);
    const worksheets = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(worksheets).toHaveLength(sheets.size);
    for (const [path, xml] of worksheets) {
      expect(xml, path).not.toMatch(/<f[\s>/]/);
      expect(xml, path).toContain('<pane ySplit="1"');
      expect(xml, path).toContain('<tablePart r:id="rId-table-1"/>');
    }
    expect([...parts.keys()].filter((path) => path.startsWith("xl/tables/"))).toHaveLength(sheets.size);
    expect([...parts.keys()].filter((path) => /vba|external|connections|activeX/i.test(path))).toEqual([]);
  });

  it("have heads that the table definitions repeat word for word", () => {
    const parts = unzipTexts(xlsx.bytes);
    [...sheets.values()].forEach((rows, index) => {
      const xml = parts.get(`xl/tables/table${index + 1}.xml`) ?? "";
      const heads = [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map((match) => match[1]);
      expect(heads).toEqual(Object.keys(rows[0] ?? {}));
      expect(xml).toMatch(new RegExp(`ref="A1:[A-Z]+${rows.length + 1}"`));
    });
  });

  it("come with a title and a language", () => {
    const properties = unzipTexts(xlsx.bytes).get("docProps/core.xml");
    expect(properties).toContain("<dc:title>PS-COPE workbook: Harbor Point Police Department, North District Team</dc:title>");
    expect(properties).toContain("<dc:language>en-US</dc:language>");
  });
});

describe("the CSV files", () => {
  it("begin with a byte order mark and come with an explanation", () => {
    const parts = unzipTexts(csv.bytes);
    expect([...parts.values()].every((text) => text.startsWith("\ufeff"))).toBe(true);
    const readme = parts.get("README.txt") ?? "";
    expect(readme).toContain("Time zone of all times: America/New_York");
    for (const name of [...files.keys()]) expect(readme).toContain(`${name}: `);
  });
});

describe("the same export made twice", () => {
  it.each(["xlsx", "csv"] as const)("has the same bytes as %s", async (format) => {
    const { bytes } = await renderExport({ ...document, options: { ...document.options, format } });
    expect(bytes.equals((format === "xlsx" ? xlsx : csv).bytes)).toBe(true);
  });
});
