/** The document by @react-pdf/renderer: a PrintDocument as JSON on stdin, the PDF on stdout. Takes the peers' folder. */
import { makeFile } from "../../../lib/exports/worker/make-file.mjs";
import { loadPeer } from "./load-peer.mjs";
import { FONTS, PAGE, toPlainChapters } from "./plain-document.mjs";

const { createElement: h } = (await loadPeer("react")).default;
const { Document, Font, Page, renderToBuffer, Text, View } = await loadPeer("@react-pdf/renderer");

Font.register({
  family: "Peer",
  fonts: [
    { src: FONTS.regular, fontWeight: 400 },
    { src: FONTS.bold, fontWeight: 700 },
  ],
});
// Words stay whole, as in the other engines.
Font.registerHyphenationCallback((word) => [word]);

const LINE = "0.5pt solid #cac9c0";
const BOLD = { fontWeight: 700 };
const HEADINGS = { 2: { fontSize: 13, ...BOLD, marginVertical: 8 }, 3: { fontSize: 11, ...BOLD, marginVertical: 6 } };

// A line height on the page makes this version's pagination throw; on each text it works.
const say = (text, style = {}, key = undefined) => h(Text, { key, style: { lineHeight: 1.35, ...style } }, text);

const printRow = (texts, columns, { isHead = false, key = undefined } = {}) =>
  h(
    View,
    { key, fixed: isHead, style: { flexDirection: "row", borderBottom: LINE } },
    texts.map((text, index) =>
      h(View, { key: index, style: { width: `${columns[index].share * 100}%`, padding: 5.5 } }, say(text, isHead ? { fontSize: 8.8, ...BOLD } : { fontSize: 8.8 })),
    ),
  );

const BLOCKS = {
  heading: ({ level, text }, key) => h(View, { key, bookmark: text }, say(text, HEADINGS[level])),
  paragraph: ({ text, isStrong }, key) => say(text, { marginBottom: 8, ...(isStrong ? BOLD : {}) }, key),
  list: ({ items }, key) => h(View, { key, style: { marginBottom: 8 } }, items.map((item, index) => say(`• ${item}`, { marginLeft: 10 }, index))),
  table: ({ caption, columns, rows }, key) =>
    h(View, { key, style: { marginBottom: 12 } }, [
      ...(caption === "" ? [] : [say(caption, BOLD, "caption")]),
      printRow(columns.map(({ label }) => label), columns, { isHead: true, key: "head" }),
      ...rows.map((row, index) => printRow(row, columns, { key: index })),
    ]),
};

const printChapter = ({ title, blocks }) =>
  h(
    Page,
    { key: title, size: [PAGE.width, PAGE.height], style: { padding: PAGE.margin, fontFamily: "Peer", fontSize: 10 } },
    h(View, { bookmark: title }, say(title, { fontSize: 21, marginBottom: 12, ...BOLD })),
    blocks.map((block, index) => BLOCKS[block.kind](block, index)),
  );

await makeFile(async (document) => {
  const { title, author, language } = document;
  const bytes = await renderToBuffer(h(Document, { title, author, language }, toPlainChapters(document).map(printChapter)));
  return { bytes, report: {} };
});
