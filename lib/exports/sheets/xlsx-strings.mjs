/** "_x0041_" stands for "A" in a workbook's strings, so where somebody typed that, its first sign is written as "_x005F_". */
const TYPED_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const TOKEN = /<t[^>]*>(t\d+)<\/t>/g;

/** For the content of an element. */
export function escapeXml(text) {
  return text.replace(/[&<>]/g, (sign) => ENTITIES[sign]);
}

function toXml(text) {
  return `<t xml:space="preserve">${escapeXml(text.replace(TYPED_ESCAPE, "_x005F_"))}</t>`;
}

/**
 * The texts of one workbook. The library drops "�" and some letters from texts and confuses words such as "constructor"
 * with what every object has; so it gets a token for each text, and the texts are put in afterwards.
 */
export function createStrings() {
  const tokens = new Map();
  const texts = new Map();
  return {
    /** What stands for the text until then; its line ends become Excel's. */
    tokenOf(given) {
      const text = given.replace(/\r\n?/g, "\n");
      const token = tokens.get(text) ?? `t${tokens.size}`;
      tokens.set(text, token);
      texts.set(token, text);
      return token;
    },
    /** The shared strings' XML with the texts in place of their tokens. */
    fill(xml) {
      return xml.replace(TOKEN, (_, token) => toXml(texts.get(token)));
    },
  };
}
