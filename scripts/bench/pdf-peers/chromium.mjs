/**
 * The document by Chromium: a PrintDocument as JSON on stdin, the PDF on stdout. Takes the browser's path. Playwright's
 * core alone is loaded, and the browser ends only after the PDF is out: what a careful app would do.
 */
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { makeFile } from "../../../lib/exports/worker/make-file.mjs";
import { FONTS, PAGE, toPlainChapters } from "./plain-document.mjs";

const escape = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const face = (file, weight) =>
  `@font-face { font-family: Peer; font-weight: ${weight}; src: url(data:font/ttf;base64,${readFileSync(file, "base64")}); }`;

const STYLE = `${face(FONTS.regular, 400)} ${face(FONTS.bold, 700)}
  @page { size: ${PAGE.width}pt ${PAGE.height}pt; margin: ${PAGE.margin}pt; }
  body { margin: 0; font: 10pt/1.35 Peer; }
  h1 { font-size: 21pt; break-before: page; } h2 { font-size: 13pt; } h3 { font-size: 11pt; }
  table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 8.8pt; }
  caption { text-align: start; font-weight: 700; }
  th, td { border: 0.5pt solid #cac9c0; padding: 5.5pt; text-align: start; vertical-align: top; }
  p, li, th, td { white-space: pre-wrap; overflow-wrap: anywhere; }`;

const BLOCKS = {
  heading: ({ level, text }) => `<h${level}>${escape(text)}</h${level}>`,
  paragraph: ({ text, isStrong }) => (isStrong ? `<p><b>${escape(text)}</b></p>` : `<p>${escape(text)}</p>`),
  list: ({ items }) => `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join("")}</ul>`,
  table: ({ caption, columns, rows }) => `<table>${caption && `<caption>${escape(caption)}</caption>`}
    <colgroup>${columns.map(({ share }) => `<col style="width: ${share * 100}%">`).join("")}</colgroup>
    <thead><tr>${columns.map(({ label }) => `<th scope="col">${escape(label)}</th>`).join("")}</tr></thead>
    <tbody>${rows.map((row) => `<tr>${row.map((text) => `<td>${escape(text)}</td>`).join("")}</tr>`).join("")}</tbody></table>`,
};

function toHtml(document) {
  const body = toPlainChapters(document).map(
    ({ title, blocks }) => `<h1>${escape(title)}</h1>${blocks.map((block) => BLOCKS[block.kind](block)).join("")}`,
  );
  return `<!doctype html><html lang="${document.language}"><meta charset="utf-8"><title>${escape(document.title)}</title>
    <style>${STYLE}</style><body>${body.join("")}</body></html>`;
}

await makeFile(async (document) => {
  const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.setContent(toHtml(document), { timeout: 0 });
    return { bytes: await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true }), report: {} };
  } finally {
    void browser.close();
  }
});
