// @ts-check
/** How each block of a PrintDocument stands in Word. */
import { HeadingLevel, LeaderType, Paragraph, Tab, TabStopType, TextRun } from "docx";
import { printChart } from "./docx-chart.mjs";
import { BULLETS, NUMBERS, STYLES } from "./docx-styles.mjs";
import { printTable, textParagraphs, tickBox } from "./docx-tables.mjs";
import { say, sayPrinted } from "./docx-text.mjs";

/**
 * @typedef {import("../print/print-blocks").PrintBlock} PrintBlock
 * @typedef {import("docx").Paragraph | import("docx").Table} Printed
 * @typedef {object} Print
 * @property {import("./docx-theme.mjs").Layout} layout
 * @property {boolean} isBlankForm
 * @property {PrintBlock | undefined} following The block after this one.
 * @property {() => number} nextList A number for each ordered list, so that every one starts from 1.
 */

/** Empty lines in a blank answer's box, after the first: more where people write by hand. */
const BLANK_LINES = { line: 0, box: 3 };
const FORM_LINES = { line: 1, box: 8 };

/** Options whose labels come to more letters than this stand below each other. */
const ONE_LINE_LENGTH = 90;
const BETWEEN_OPTIONS = "\u2003 ";
const SHORT_LABEL = 30;
/** A shorter paragraph stays on the page of what it introduces. */
const INTRODUCTION_LENGTH = 400;

/**
 * @param {string} number
 * @param {string} text
 */
const numbered = (number, text) => (number === "" ? text : `${number} ${text}`);

/**
 * @param {string} number
 * @param {string} text
 */
const prompt = (number, text) => new Paragraph({ style: STYLES.prompt, children: say(numbered(number, text)) });

/**
 * Word's contents list its own Heading 2, not the styles that are based on it.
 * @param {Pick<Extract<PrintBlock, { block: "heading" }>, "level" | "text" | "isOutlined" | "isLeftOutOfContents">} heading
 */
function printHeading({ level, text, isOutlined, isLeftOutOfContents }) {
  const children = say(text);
  if (level === 3) return new Paragraph({ heading: HeadingLevel.HEADING_3, children });
  if (!isOutlined) return new Paragraph({ style: STYLES.heading2Minor, children });
  if (isLeftOutOfContents) return new Paragraph({ style: STYLES.heading2Aside, children });
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children });
}

/** @type {ReadonlySet<PrintBlock["block"]>} */
const INTRODUCED = new Set(["field", "options", "table", "list"]);

/** @param {string} text */
const listItem = (text) =>
  new Paragraph({ style: STYLES.listBullet, numbering: { reference: BULLETS, level: 0, instance: 0 }, children: sayPrinted(text) });

/**
 * A box to write in, by hand or in Word. Only where answers are printed is a blank called unanswered.
 * @param {"line" | "box"} room
 * @param {boolean} isBlankForm
 */
function blankAnswer(room, isBlankForm) {
  return new Paragraph({
    style: STYLES.blankAnswer,
    children: [
      ...(isBlankForm ? [] : [new TextRun("Not answered")]),
      ...Array.from({ length: (isBlankForm ? FORM_LINES : BLANK_LINES)[room] }, () => new TextRun({ break: 1 })),
    ],
  });
}

/**
 * A box with its label for every option: in one line, as a form has them, or below each other when that would be long.
 * @param {Extract<PrintBlock, { block: "options" }>["options"]} options
 */
function printOptions(options) {
  const ticked = options.map(({ label, isChosen }) => [
    tickBox(isChosen, label),
    new TextRun("\u00a0"),
    // A short label stays with its box in one line.
    ...say(label.length > SHORT_LABEL ? label : label.replace(/ /g, "\u00a0"), isChosen ? { bold: true } : {}),
  ]);
  const isOneLine = options.reduce((sum, { label }) => sum + label.length, 0) <= ONE_LINE_LENGTH;
  const paragraphs = isOneLine
    ? [ticked.flatMap((option, index) => (index === 0 ? option : [new TextRun(BETWEEN_OPTIONS), ...option]))]
    : ticked;
  return paragraphs.map((children) => new Paragraph({ style: STYLES.options, children }));
}

/**
 * Prints every kind of block; a new kind does not compile until it stands here.
 * @satisfies {{ [K in PrintBlock["block"]]: (block: Extract<PrintBlock, { block: K }>, print: Print) => readonly Printed[] }}
 */
export const BLOCKS = {
  heading: (block) => [printHeading(block)],
  paragraph: ({ text, tone }, { following }) => {
    const keepNext = text.length < INTRODUCTION_LENGTH && following !== undefined && INTRODUCED.has(following.block);
    if (tone === "body") return [new Paragraph({ keepNext, children: sayPrinted(text) })];
    return textParagraphs(text, tone === "lead" ? STYLES.lead : STYLES.note);
  },
  list: ({ lead, isOrdered, items }, { nextList }) => {
    const instance = isOrdered ? nextList() : 0;
    return [
      ...(lead === "" ? [] : [new Paragraph({ keepNext: true, children: sayPrinted(lead) })]),
      ...items.map((item) =>
        isOrdered
          ? new Paragraph({ style: STYLES.listNumber, numbering: { reference: NUMBERS, level: 0, instance }, children: sayPrinted(item) })
          : listItem(item),
      ),
    ];
  },
  step: ({ level, number, text, note }) => [
    printHeading({ level, text: numbered(number, text), isOutlined: false }),
    ...(note === "" ? [] : [new Paragraph({ children: sayPrinted(note) })]),
  ],
  field: ({ number, prompt: text, answer, room }, { isBlankForm }) => [
    prompt(number, text),
    ...(answer.trim() === "" ? [blankAnswer(room, isBlankForm)] : textParagraphs(answer, STYLES.answer)),
  ],
  options: ({ number, prompt: text, bullets, options, other }) => [
    prompt(number, text),
    ...bullets.map(listItem),
    ...printOptions(options),
    ...(other === "" ? [] : textParagraphs(other, STYLES.answer)),
  ],
  table: printTable,
  chart: (block, { layout }) => printChart(block, layout),
  panel: ({ title, lines }) => [
    ...textParagraphs(title, STYLES.panelTitle),
    ...lines.flatMap((line) => textParagraphs(line, STYLES.panel)),
  ],
  "write-in": ({ labels }, { layout }) =>
    labels.map(
      (label) =>
        new Paragraph({
          style: STYLES.writeIn,
          tabStops: [{ type: TabStopType.RIGHT, position: layout.textWidth, leader: LeaderType.UNDERSCORE }],
          children: [...say(`${label}: `), new TextRun({ children: [new Tab()] })],
        }),
    ),
  "page-break": () => [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20, lineRule: "exact" } })],
};

/** @typedef {(block: PrintBlock, print: Print) => readonly Printed[]} BlockPrinter */

/**
 * @param {PrintBlock} block
 * @param {Print} print
 * @returns {readonly Printed[]}
 */
export function printBlock(block, print) {
  return /** @type {BlockPrinter} */ (BLOCKS[block.block])(block, print);
}
