/**
 * The document by pdfkit: a PrintDocument as JSON on stdin, the PDF on stdout. Takes the peers' folder. Tagged by hand, and
 * with tables drawn line by line: pdfkit's own never split a row, however long its texts. Heads are not repeated.
 */
import { makeFile } from "../../../lib/exports/worker/make-file.mjs";
import { loadPeer } from "./load-peer.mjs";
import { FONTS, PAGE, TEXT_WIDTH, toPlainChapters } from "./plain-document.mjs";

const { default: PDFDocument } = await loadPeer("pdfkit");

const LEFT = PAGE.margin;
const BOTTOM = PAGE.height - PAGE.margin;
const SIZES = { 1: 21, 2: 13, 3: 11 };
const CELL = { size: 8.8, line: 11.9, padding: 5.5 };

/** Breaks text into lines of this width, in the font and size that are set; each word is measured once. */
function createWrap(pdf) {
  const widths = new Map();
  const measure = (word, font) => {
    const key = `${font} ${word}`;
    if (!widths.has(key)) widths.set(key, pdf.font(font).fontSize(CELL.size).widthOfString(word));
    return widths.get(key);
  };
  return (text, width, font) =>
    text.split("\n").flatMap((part) => {
      const lines = [];
      let line = "";
      let filled = 0;
      for (const word of part.match(/\S*\s?/g).filter(Boolean)) {
        const wide = measure(word, font);
        if (line !== "" && filled + wide > width) {
          lines.push(line);
          [line, filled] = ["", 0];
        }
        line += word;
        filled += wide;
      }
      return [...lines, line];
    });
}

function createTablePrinter(pdf, root) {
  const wrap = createWrap(pdf);

  /** As many lines of a row as the page has room for; returns how many. Tags are the cells' own elements. */
  function printLines({ cells, tags, tag, font, lefts, from }) {
    const room = Math.floor((BOTTOM - pdf.y - 2 * CELL.padding) / CELL.line);
    const count = Math.min(room, Math.max(...cells.map((lines) => lines.length)) - from);
    const top = pdf.y;
    cells.forEach((lines, index) => {
      const shown = lines.slice(from, from + count);
      if (!shown.some((line) => line.trim() !== "")) return;
      tags[index].add(pdf.markStructureContent(tag));
      pdf.font(font).fontSize(CELL.size);
      shown.forEach((line, row) => pdf.text(line, lefts[index], top + CELL.padding + row * CELL.line, { lineBreak: false }));
      pdf.endMarkedContent();
    });
    pdf.y = top + count * CELL.line + 2 * CELL.padding;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf.lineWidth(0.5).moveTo(LEFT, pdf.y).lineTo(LEFT + TEXT_WIDTH, pdf.y).stroke("#cac9c0");
    pdf.endMarkedContent();
    return count;
  }

  function printRow(texts, table, { tag, font, lefts, widths }) {
    const row = pdf.struct("TR");
    table.add(row);
    const tags = texts.map(() => pdf.struct(tag, tag === "TH" ? { scope: "Column" } : {}));
    for (const element of tags) row.add(element);
    const cells = texts.map((text, index) => wrap(text, widths[index] - 2 * CELL.padding, font));
    const most = Math.max(...cells.map((lines) => lines.length));
    for (let from = 0; from < most; ) {
      const isTooLow = BOTTOM - pdf.y < 2 * CELL.padding + Math.min(3, most - from) * CELL.line;
      if (isTooLow) pdf.addPage();
      from += printLines({ cells, tags, tag, font, lefts: lefts.map((left) => left + CELL.padding), from });
    }
  }

  return ({ caption, columns, rows }) => {
    const widths = columns.map(({ share }) => share * TEXT_WIDTH);
    const lefts = widths.map((_, index) => LEFT + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
    const table = pdf.struct("Table");
    root.add(table);
    if (caption !== "") {
      table.add(pdf.struct("Caption", () => pdf.font("bold").fontSize(10).text(caption, LEFT, pdf.y, { width: TEXT_WIDTH })));
    }
    printRow(columns.map(({ label }) => label), table, { tag: "TH", font: "bold", lefts, widths });
    for (const row of rows) printRow(row, table, { tag: "TD", font: "regular", lefts, widths });
    pdf.y += 12;
    table.end();
  };
}

function createPrinters(pdf, root) {
  const write = (parent, tag, text, { size = 10, font = "regular", indent = 0 } = {}) => {
    const say = () => pdf.font(font).fontSize(size).text(text, LEFT + indent, pdf.y, { width: TEXT_WIDTH - indent, lineGap: 2, paragraphGap: 6 });
    parent.add(pdf.struct(tag, say));
  };
  const heading = ({ level, text }) => write(root, `H${level}`, text, { size: SIZES[level], font: "bold" });
  return {
    heading,
    paragraph: ({ text, isStrong }) => write(root, "P", text, { font: isStrong ? "bold" : "regular" }),
    list: ({ items }) => {
      const list = pdf.struct("L");
      root.add(list);
      for (const item of items) {
        const entry = pdf.struct("LI");
        list.add(entry);
        write(entry, "LBody", `• ${item}`, { indent: 10 });
      }
      list.end();
    },
    table: createTablePrinter(pdf, root),
  };
}

await makeFile(async (document) => {
  const { title, author, language } = document;
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: PAGE.margin,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author },
  });
  const chunks = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  pdf.registerFont("regular", FONTS.regular).registerFont("bold", FONTS.bold);
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const printers = createPrinters(pdf, root);
  for (const chapter of toPlainChapters(document)) {
    pdf.addPage();
    pdf.outline.addItem(chapter.title);
    printers.heading({ level: 1, text: chapter.title });
    for (const block of chapter.blocks) printers[block.kind](block);
  }
  root.end();
  pdf.end();
  await ended;
  return { bytes: Buffer.concat(chunks), report: {} };
});
