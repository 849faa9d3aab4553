// @ts-check
/**
 * Word's own styles where it has them (Title, Heading 1, List Bullet, Caption…), so that contents, navigation and a change
 * of look work as people know them; styles of ours for what Word has none for.
 */
import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, ShadingType } from "docx";
import { DEFAULT_FONTS, LATIN } from "./docx-fonts.mjs";
import { COLOURS, twips } from "./docx-theme.mjs";

/** @typedef {import("./docx-theme.mjs").Layout} Layout */

export const TABLE_STYLE = "ToolkitTable";
export const BULLETS = "bullets";
export const NUMBERS = "numbers";

/** Ids of paragraph styles, as paragraphs name them. */
export const STYLES = /** @type {const} */ ({
  eyebrow: "Eyebrow",
  lead: "Lead",
  note: "Note",
  panelTitle: "PanelTitle",
  panel: "Panel",
  prompt: "Prompt",
  answer: "Answer",
  blankAnswer: "BlankAnswer",
  options: "Options",
  listBullet: "ListBullet",
  listNumber: "ListNumber",
  caption: "Caption",
  tableHeader: "TableHeader",
  tableHeaderNote: "TableHeaderNote",
  tableText: "TableText",
  tableAnswer: "TableAnswer",
  tableMark: "TableMark",
  tableBullet: "TableBullet",
  tableEnd: "TableEnd",
  heading2Minor: "Heading2Minor",
  heading2Aside: "Heading2Aside",
  contentsTitle: "TOCHeading",
  title: "Title",
  coverEyebrow: "CoverEyebrow",
  subtitle: "Subtitle",
  coverTeam: "CoverTeam",
  fact: "Fact",
  writeIn: "WriteIn",
  coverNote: "CoverNote",
  header: "Header",
  footer: "Footer",
});

/** @param {string} fill */
const shaded = (fill) => ({ type: ShadingType.CLEAR, fill });

/**
 * @param {string} color
 * @param {number} points
 * @param {number} space
 */
const rule = (color, points, space) => ({ style: BorderStyle.SINGLE, color, size: points * 8, space });

/**
 * Our styles of paragraphs. Nothing here holds a word of the document.
 * @param {Layout} layout
 * @returns {import("docx").IParagraphStyleOptions[]}
 */
function paragraphStyles({ size, length }) {
  const barred = { left: rule(COLOURS.primary, 2.25, 7) };
  const golden = { left: rule(COLOURS.gold, 2.25, 7) };
  const boxed = rule(COLOURS.writingLine, 0.5, 5);
  const indent = { left: twips(9), right: twips(4) };
  const cover = { indent: { left: twips(14) }, border: { left: rule(COLOURS.gold, 6, 12) } };
  const small = { size: size(9), color: COLOURS.quiet };
  return [
    {
      id: STYLES.eyebrow,
      name: "Eyebrow",
      basedOn: "Normal",
      next: "Heading1",
      quickFormat: true,
      run: { size: size(9.5), bold: true, color: COLOURS.primary },
      paragraph: { keepNext: true, spacing: { after: twips(2) } },
    },
    {
      id: STYLES.heading2Minor,
      name: "Heading 2 Minor",
      basedOn: "Heading2",
      next: "Normal",
      quickFormat: true,
      run: { size: size(11), color: COLOURS.primary },
      paragraph: { spacing: { before: twips(12), after: twips(4) } },
    },
    { id: STYLES.heading2Aside, name: "Heading 2 Aside", basedOn: "Heading2", next: "Normal", quickFormat: true },
    {
      id: STYLES.lead,
      name: "Lead",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: size(15), bold: true, color: COLOURS.primary },
      paragraph: { spacing: { before: twips(4), after: twips(10) } },
    },
    {
      id: STYLES.note,
      name: "Note",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { border: golden, shading: shaded(COLOURS.panelFill), indent, spacing: { before: twips(6), after: twips(8) } },
    },
    {
      id: STYLES.panelTitle,
      name: "Panel Title",
      basedOn: "Note",
      next: STYLES.panel,
      quickFormat: true,
      run: { bold: true, color: COLOURS.navy },
      paragraph: { keepNext: true, spacing: { before: twips(4), after: 0 } },
    },
    {
      id: STYLES.panel,
      name: "Panel",
      basedOn: "Note",
      quickFormat: true,
      run: { size: size(9.5) },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    {
      id: STYLES.prompt,
      name: "Prompt",
      basedOn: "Normal",
      next: STYLES.answer,
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true, keepLines: true, spacing: { before: twips(12), after: twips(4) } },
    },
    {
      id: STYLES.answer,
      name: "Answer",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { border: barred, shading: shaded(COLOURS.answerFill), indent, spacing: { before: 0, after: twips(8) } },
    },
    {
      id: STYLES.blankAnswer,
      name: "Blank Answer",
      basedOn: "Normal",
      quickFormat: true,
      run: { color: COLOURS.quiet },
      paragraph: {
        border: { top: boxed, bottom: boxed, left: boxed, right: boxed },
        indent: { left: twips(6), right: twips(6) },
        keepLines: true,
        spacing: { before: twips(2), after: twips(12) },
      },
    },
    {
      id: STYLES.options,
      name: "Options",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { spacing: { after: twips(3) }, indent: { left: length(18), hanging: length(18) } },
    },
    {
      id: STYLES.listBullet,
      name: "List Bullet",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { numbering: { reference: BULLETS, level: 0 }, spacing: { after: twips(3) } },
    },
    {
      id: STYLES.listNumber,
      name: "List Number",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { numbering: { reference: NUMBERS, level: 0 }, spacing: { after: twips(3) } },
    },
    {
      id: STYLES.tableText,
      name: "Table Text",
      basedOn: "Normal",
      quickFormat: true,
      run: { size: size(9.5) },
      paragraph: { spacing: { before: 0, after: 0, line: 252, lineRule: LineRuleType.AUTO } },
    },
    { id: STYLES.tableAnswer, name: "Table Answer", basedOn: STYLES.tableText, quickFormat: true },
    {
      id: STYLES.tableMark,
      name: "Table Mark",
      basedOn: STYLES.tableText,
      quickFormat: true,
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: STYLES.tableBullet,
      name: "Table Bullet",
      basedOn: STYLES.tableText,
      quickFormat: true,
      paragraph: { numbering: { reference: BULLETS, level: 1 }, spacing: { after: twips(2) } },
    },
    {
      id: STYLES.tableHeader,
      name: "Table Header",
      basedOn: STYLES.tableText,
      quickFormat: true,
      run: { bold: true, color: COLOURS.navy, size: size(9) },
      paragraph: { keepNext: true },
    },
    {
      id: STYLES.tableHeaderNote,
      name: "Table Header Note",
      basedOn: STYLES.tableHeader,
      quickFormat: true,
      run: { bold: false, size: size(8) },
    },
    {
      id: STYLES.tableEnd,
      name: "Table End",
      basedOn: "Normal",
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 0, line: twips(9), lineRule: LineRuleType.EXACT } },
    },
    {
      id: STYLES.contentsTitle,
      name: "TOC Heading",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: size(21), bold: true, color: COLOURS.navy },
      paragraph: { keepNext: true, spacing: { before: twips(14), after: twips(10) } },
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      next: "Normal",
      run: { bold: true, color: COLOURS.navy },
      paragraph: { keepLines: true, spacing: { before: twips(7), after: twips(2) } },
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      next: "Normal",
      paragraph: { keepLines: true, spacing: { before: 0, after: twips(1) }, indent: { left: twips(14) } },
    },
    {
      id: STYLES.coverEyebrow,
      name: "Cover Eyebrow",
      basedOn: STYLES.eyebrow,
      next: STYLES.title,
      paragraph: cover,
    },
    {
      id: STYLES.subtitle,
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      quickFormat: true,
      run: { size: size(20), bold: true, color: COLOURS.primary },
      paragraph: { ...cover, spacing: { before: 0, after: 0 } },
    },
    {
      id: STYLES.coverTeam,
      name: "Cover Team",
      basedOn: "Normal",
      run: { size: size(14), color: COLOURS.navy },
      paragraph: { ...cover, spacing: { before: 0, after: 0 } },
    },
    {
      id: STYLES.fact,
      name: "Fact",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { keepLines: true, indent: { left: length(96), hanging: length(96) }, spacing: { before: 0, after: twips(6) } },
    },
    {
      id: STYLES.writeIn,
      name: "Write In",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: { spacing: { before: length(10), after: twips(2) } },
    },
    {
      id: STYLES.coverNote,
      name: "Cover Note",
      basedOn: "Normal",
      run: small,
      paragraph: { border: { top: rule(COLOURS.hairline, 0.5, 8) }, spacing: { before: twips(18), after: twips(6) } },
    },
    { id: STYLES.header, name: "header", basedOn: "Normal", run: { ...small, size: size(8.5) }, paragraph: { spacing: { after: 0 } } },
    {
      id: STYLES.footer,
      name: "footer",
      basedOn: "Normal",
      run: { ...small, size: size(8.5) },
      paragraph: { border: { top: rule(COLOURS.hairline, 0.5, 6) }, spacing: { after: 0 } },
    },
  ];
}

/** The style of every table, as Word keeps it: header row, lines and margins are changed there in one place. */
function tableStyle() {
  const line = (/** @type {string} */ side, /** @type {string} */ color, /** @type {number} */ eighths) =>
    `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${color}"/>`;
  const { navy, hairline, headerFill } = COLOURS;
  return (
    `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}">` +
    `<w:name w:val="Toolkit Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>` +
    `<w:tblPr><w:tblBorders>${line("top", navy, 8)}${line("bottom", hairline, 4)}${line("insideH", hairline, 4)}${line("insideV", hairline, 4)}</w:tblBorders>` +
    `<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="110" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${line("top", navy, 8)}${line("bottom", navy, 8)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${headerFill}"/></w:tcPr></w:tblStylePr>` +
    `</w:style>`
  );
}

/** Styles that the library has no words for. */
export function externalStyles() {
  const font =
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>';
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${font}${tableStyle()}</w:styles>`;
}

/**
 * @param {Layout} layout
 * @returns {import("docx").IStylesOptions}
 */
export function styles(layout) {
  const { size } = layout;
  const navy = { color: COLOURS.navy, bold: true };
  return {
    default: {
      document: {
        run: {
          font: DEFAULT_FONTS,
          size: size(10.5),
          color: COLOURS.ink,
          language: { value: LATIN.language, eastAsia: "zh-CN", bidirectional: "ar-SA" },
        },
        paragraph: { spacing: { after: twips(6), line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { ...navy, size: size(36) },
        paragraph: {
          indent: { left: twips(14) },
          border: { left: rule(COLOURS.gold, 6, 12) },
          spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: {
        run: { ...navy, size: size(21) },
        paragraph: {
          outlineLevel: 0,
          keepNext: true,
          keepLines: true,
          border: { bottom: rule(COLOURS.gold, 2.25, 6) },
          spacing: { before: 0, after: twips(12), line: 240, lineRule: LineRuleType.AUTO },
        },
      },
      heading2: {
        run: { ...navy, size: size(13.5) },
        paragraph: { outlineLevel: 1, keepNext: true, keepLines: true, spacing: { before: twips(18), after: twips(7) } },
      },
      heading3: {
        run: { ...navy, size: size(11) },
        paragraph: { outlineLevel: 2, keepNext: true, keepLines: true, spacing: { before: twips(14), after: twips(5) } },
      },
      caption: {
        run: { ...navy, size: size(9.5) },
        paragraph: { keepNext: true, spacing: { before: twips(10), after: twips(5) } },
      },
      hyperlink: { run: { color: COLOURS.primary, underline: {} } },
    },
    paragraphStyles: paragraphStyles(layout),
  };
}

/**
 * Bullets (on the page, and smaller in tables' cells) and numbers.
 * @param {Layout} layout
 * @returns {import("docx").INumberingOptions}
 */
export function numbering({ length }) {
  const at = (/** @type {number} */ points) => ({ paragraph: { indent: { left: length(points), hanging: length(12) } } });
  const bullet = { format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.LEFT };
  return {
    config: [
      {
        reference: BULLETS,
        levels: [
          { ...bullet, level: 0, style: at(16) },
          { ...bullet, level: 1, style: at(12) },
        ],
      },
      { reference: NUMBERS, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.LEFT, style: at(20) }] },
    ],
  };
}
