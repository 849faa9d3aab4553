import { beforeAll, describe, expect, it } from "vitest";
import { TOOLS } from "@/tests/support/tools";
import { runDocx } from "@/lib/exports/docx/render-docx";
import { printDocument } from "@/lib/exports/print/print-document";
import { toolName } from "@/lib/domain/tool/items";
import { fullExport } from "../samples/export-samples";
import { textsOf } from "../pdf/structure";
import { type ReadDocx, readDocx, squash } from "./read-docx";
import { find, findAll } from "./read-xml";

const document = printDocument(fullExport({ hasComments: true, hasHistory: true }));

describe("the Word file of the whole toolkit", () => {
  let bytes: Buffer;
  let docx: ReadDocx;
  beforeAll(async () => {
    ({ bytes } = await runDocx(document));
    docx = await readDocx(bytes);
  });

  const styled = (style: string) => docx.paragraphs.filter((paragraph) => paragraph.style === style).map(({ text }) => text);

  it("holds every word of the printed document, in its order, as another reader finds it", () => {
    const text = squash(docx.text);
    let at = text.lastIndexOf(squash(document.chapters[0]!.eyebrow + document.chapters[0]!.title));
    for (const wanted of textsOf(document.chapters)) {
      const found = text.indexOf(squash(wanted), at);
      expect(found, `${wanted} after ${text.slice(at - 80, at)}`).toBeGreaterThanOrEqual(at);
      // Between two texts: "Not answered" at most.
      expect(found - at, wanted).toBeLessThan(40);
      at = found + squash(wanted).length;
    }
  });

  it("says on its cover whose it is, when and by whom it was made, and how complete it is", () => {
    expect(styled("Title")).toEqual(["PS-COPE Toolkit"]);
    expect(styled("Subtitle")).toEqual(["Harbor Point Police Department"]);
    expect(styled("Fact").map((fact) => fact.replace("\t", ": "))).toEqual(document.about.facts.map(({ label, text }) => `${label}: ${text}`));
  });

  it("has one Heading 1 for each chapter and headings that skip no level", () => {
    expect(styled("Heading1")).toEqual(document.chapters.map(({ title }) => title));
    expect(TOOLS.map(toolName).every((name) => styled("Heading1").includes(name))).toBe(true);
    const levels = docx.paragraphs.flatMap(({ style }) => /^Heading(\d)/.exec(style)?.slice(1).map(Number) ?? []);
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
  });

  it("uses Word's own styles by their names, and every style it uses is there", () => {
    const styles = findAll(docx.parts.get("word/styles.xml")!, "w:style");
    const names = new Map(styles.map((style) => [style.attributes["w:styleId"], find(style, "w:name")?.attributes["w:val"]]));
    for (const name of ["Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "List Number", "caption", "header", "footer", "toc 1"]) {
      expect([...names.values()]).toContain(name);
    }
    const used = ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((kind) => findAll(docx.body, kind).map(({ attributes }) => attributes["w:val"]));
    expect(used.filter((id) => !names.has(id))).toEqual([]);
    const based = styles.flatMap((style) => findAll(style, "w:basedOn").map(({ attributes }) => attributes["w:val"]));
    expect(based.filter((id) => !names.has(id))).toEqual([]);
  });

  it("gives every table one head that repeats, one style, and cells for every column; rows of long text may break", () => {
    expect(docx.tables.length).toBeGreaterThan(30);
    for (const { headerRows, style, rows } of docx.tables) {
      expect(headerRows).toBe(1);
      expect(style).toBe("ToolkitTable");
      expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
      expect(rows[0]!.every((label) => label !== "")).toBe(true);
    }
    // Two tables in a row would become one in Word.
    expect(findAll(docx.body, "w:body")[0]!.children.some((child, index, all) => {
      const next = all[index + 1];
      return typeof child !== "string" && typeof next === "object" && child.name === "w:tbl" && next.name === "w:tbl";
    })).toBe(false);
  });

  it("tells answers from printed text by their style, in lines and in tables", () => {
    const printed = document.chapters.flatMap(({ blocks }) => blocks);
    const answers = printed.flatMap((block) => (block.block === "field" && block.answer.trim() !== "" ? [block.answer] : []));
    expect(answers.length).toBeGreaterThan(20);
    for (const answer of answers) expect(styled("Answer")).toContain(answer);
    const cells = printed.flatMap((block) => (block.block === "table" ? block.rows.flat() : [])).filter((cell) => cell.cell === "text");
    for (const cell of cells.filter(({ isAnswer }) => isAnswer)) expect(styled("TableAnswer")).toContain(cell.text);
    for (const cell of cells.filter(({ isAnswer, text }) => !isAnswer && text !== "")) expect(styled("TableText")).toContain(cell.text);
  });

  it("lists every chapter in the contents, with its page and a link to its heading", () => {
    const entries = docx.paragraphs.filter(({ style }) => style === "TOC1");
    expect(entries.map(({ text }) => text.split("\t")[0])).toEqual(document.chapters.map(({ title }) => title));
    const bookmarks = findAll(docx.body, "w:bookmarkStart").map(({ attributes }) => attributes["w:name"]);
    for (const { text, xml } of entries) {
      expect(text).toMatch(/\t\d+$/);
      expect(bookmarks).toContain(find(xml, "w:hyperlink")!.attributes["w:anchor"]);
    }
  });

  it("asks nothing when it is opened: no fields to update, no macros, nothing from elsewhere but links", () => {
    const settings = docx.parts.get("word/settings.xml")!;
    expect(findAll(settings, "w:updateFields")).toEqual([]);
    expect(findAll(docx.body, "w:fldChar").filter(({ attributes }) => attributes["w:dirty"])).toEqual([]);
    const relations = [...docx.parts].filter(([path]) => path.endsWith(".rels")).flatMap(([, rels]) => findAll(rels, "Relationship"));
    const outside = relations.filter(({ attributes }) => attributes.TargetMode === "External");
    expect(outside.length).toBeGreaterThan(0);
    for (const { attributes } of outside) {
      expect(attributes.Type).toMatch(/\/hyperlink$/);
      expect(attributes.Target).toMatch(/^https:\/\//);
    }
  });

  it("draws the charts from their numbers, with their words as alternative text", () => {
    const drawings = findAll(docx.body, "wp:docPr").map(({ attributes }) => attributes.descr);
    const charts = document.chapters.flatMap(({ blocks }) => blocks).filter(({ block }) => block === "chart");
    expect(charts).toHaveLength(2);
    expect(drawings).toEqual(charts.map((chart) => (chart as { alternative: string }).alternative));
    expect([...docx.parts.keys()].filter((path) => /^word\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(2);
  });

  it("has its language, title, author and date in its properties, and page numbers at its foot", () => {
    const core = docx.parts.get("docProps/core.xml")!;
    expect(find(core, "dc:title")?.children).toEqual([document.title]);
    expect(find(core, "dc:creator")?.children).toEqual([document.author]);
    expect(find(core, "dcterms:created")?.children).toEqual([new Date(document.timestamp * 1000).toISOString()]);
    const defaults = find(docx.parts.get("word/styles.xml")!, "w:docDefaults")!;
    expect(find(defaults, "w:lang")?.attributes["w:val"]).toBe("en-US");
    const feet = [...docx.parts].filter(([path]) => path.startsWith("word/footer")).map(([, foot]) => JSON.stringify(foot));
    expect(feet.some((foot) => foot.includes("PAGE") && foot.includes("NUMPAGES"))).toBe(true);
  });

  it("is the same file for the same data", async () => {
    expect((await runDocx(document)).bytes.equals(bytes)).toBe(true);
  });
}, 60_000);
