const LINE_POINTS = 15;
/** Excel's own limit. */
const MOST_POINTS = 409;
/** Lost at the end of a line, where the next word does not fit. */
const RAGGED = 3;
/** Letters twice as wide as others: Chinese, Japanese, Korean, emoji. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/gu;

function linesOf(text, width) {
  const room = Math.max(width - RAGGED, 1);
  return text.split("\n").reduce((lines, line) => {
    const length = line.length + (line.match(WIDE)?.length ?? 0);
    return lines + Math.max(Math.ceil(length / room), 1);
  }, 0);
}

/** The height in points that shows a row's wrapped text, by estimate: LibreOffice does not measure it when it opens a file. */
export function rowHeight(texts, widths) {
  const lines = texts.map((text, index) => (typeof text === "string" ? linesOf(text, widths[index]) : 1));
  return Math.min(Math.max(...lines) * LINE_POINTS, MOST_POINTS);
}

/** Heights are a first look, not an order: rows grow and shrink again when somebody edits them. */
export const fittingRows = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transformElementAttributes: (tag, attributes) => {
          if (tag !== "row") return attributes;
          const { customHeight: _fixed, ...others } = attributes;
          return others;
        },
      },
    },
  },
};
