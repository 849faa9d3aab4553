// @ts-check
/** A PrintDocument as a Word document: front matter, contents, a Heading 1 for each chapter, running head and foot. */
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  SimpleField,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { printBlock } from "./docx-blocks.mjs";
import { externalStyles, numbering, STYLES, styles } from "./docx-styles.mjs";
import { textParagraphs } from "./docx-tables.mjs";
import { say } from "./docx-text.mjs";
import { COLOURS, layoutOf, PAGE, twips } from "./docx-theme.mjs";
import { pageNumbers } from "./page-numbers.mjs";

/**
 * @typedef {import("../print/print-blocks").PrintDocument} PrintDocument
 * @typedef {import("../print/print-blocks").PrintChapter} PrintChapter
 * @typedef {import("./docx-blocks.mjs").Print} Print
 * @typedef {import("./docx-theme.mjs").Layout} Layout
 */

/** How far down the cover its title stands. */
const COVER_TOP = 150;

/**
 * What it is, whose, and what it says about itself: on a page of its own or at the head of the first.
 * @param {PrintDocument} document
 * @param {Layout} layout
 */
function frontMatter({ name, about, notices, hasCover, hasContents }, { size }) {
  const label = { size: size(9), color: COLOURS.quiet };
  return [
    new Paragraph({
      style: STYLES.coverEyebrow,
      children: say(about.eyebrow),
      ...(hasCover ? { spacing: { before: twips(COVER_TOP), after: 0 } } : {}),
    }),
    // A single chapter's title says it already.
    ...(hasCover || hasContents ? [new Paragraph({ heading: HeadingLevel.TITLE, children: say(name, hasCover ? {} : { size: size(26) }) })] : []),
    new Paragraph({ style: STYLES.subtitle, children: say(about.agency) }),
    new Paragraph({ style: STYLES.coverTeam, children: say(about.team) }),
    ...about.facts.map(
      (fact, index) =>
        new Paragraph({
          style: STYLES.fact,
          ...(index === 0 ? { spacing: { before: twips(hasCover ? 60 : 18), after: twips(6) } } : {}),
          children: [...say(fact.label, label), new TextRun({ children: [new Tab()] }), ...say(fact.text, { bold: true, color: COLOURS.navy })],
        }),
    ),
    ...[...about.notes, ...notices].flatMap((note) => textParagraphs(note, STYLES.note)),
    ...textParagraphs(about.attribution, STYLES.coverNote),
  ];
}

/** @param {boolean} startsPage Without a cover, the contents follow on the first page. */
function contents(startsPage) {
  return [
    new Paragraph({ style: STYLES.contentsTitle, pageBreakBefore: startsPage, children: say("Contents") }),
    new TableOfContents("Contents", { hyperlink: true, headingStyleRange: "1-2" }),
  ];
}

/**
 * @param {PrintChapter} chapter
 * @param {boolean} startsPage
 * @param {Omit<Print, "following">} print
 */
function printChapter({ eyebrow, title, blocks }, startsPage, print) {
  return [
    new Paragraph({
      style: STYLES.eyebrow,
      children: say(eyebrow),
      ...(startsPage ? { pageBreakBefore: true } : { spacing: { before: twips(22), after: twips(2) } }),
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: say(title) }),
    ...blocks.flatMap((block, index) => printBlock(block, { ...print, following: blocks[index + 1] })),
  ];
}

/**
 * @param {PrintDocument["running"]} running
 * @param {string} name
 * @param {Layout} layout
 */
function headAndFoot({ left, footer }, name, { textWidth, isLarge }) {
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }];
  // Large letters leave no room for the chapter's title.
  const chapter = isLarge ? [] : [new TextRun({ children: [new Tab()] }), new SimpleField('STYLEREF "heading 1"', name)];
  return {
    header: new Header({
      children: [new Paragraph({ style: STYLES.header, tabStops, children: [...say(left), ...chapter] })],
    }),
    footer: new Footer({
      children: [
        new Paragraph({
          style: STYLES.footer,
          tabStops,
          children: [
            ...say(footer),
            new TextRun({ children: [new Tab(), "Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] }),
          ],
        }),
      ],
    }),
  };
}

/**
 * @param {PrintDocument} print Its strings are clean (see docx-worker.mjs).
 * @returns {Document}
 */
export function buildDocument(print) {
  const layout = layoutOf(print.isLargePrint);
  let lists = 0;
  /** @type {Omit<Print, "following">} */
  const context = { layout, isBlankForm: print.isBlankForm, nextList: () => (lists += 1) };
  const { header, footer } = headAndFoot(print.running, print.name, layout);
  const hasFrontPages = print.hasCover || print.hasContents;
  return new Document({
    title: print.title,
    creator: print.author,
    lastModifiedBy: print.author,
    description: print.about.attribution,
    styles: styles(layout),
    externalStyles: externalStyles(),
    numbering: numbering(layout),
    // The contents have their page numbers at once, and Word asks nothing when the file is opened. It is most of the work.
    ...(print.hasContents ? { pageNumbers: pageNumbers() } : {}),
    sections: [
      {
        properties: {
          titlePage: print.hasCover,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side, header: 620, footer: 560 },
          },
        },
        headers: { default: header, ...(print.hasCover ? { first: new Header({ children: [new Paragraph({})] }) } : {}) },
        footers: { default: footer, ...(print.hasCover ? { first: new Footer({ children: [new Paragraph({})] }) } : {}) },
        children: [
          ...frontMatter(print, layout),
          ...(print.hasContents ? contents(print.hasCover || print.isLargePrint) : []),
          ...print.chapters.flatMap((chapter, index) => printChapter(chapter, index > 0 || hasFrontPages, context)),
        ],
      },
    ],
  });
}
