import { findElement, prependMarkupInsideElement, replaceElement, sanitizeTextContent } from "write-excel-file/utility";

const LETTER = 1;
/** In characters: a wider sheet, made as narrow as the page, could not be read. */
const MOST_FITTED = 210;

const FIT_TO_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';

const isFitted = ({ workbookTable }) => workbookTable.width <= MOST_FITTED;

function repeatedHeads(sheets) {
  return sheets
    .map(({ workbookTable: { name } }, index) => {
      const range = sanitizeTextContent(`'${name}'!$1:$1`);
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`;
    })
    .join("");
}

/** On paper: US Letter, as wide as the page where that can be read, the heads of the columns on every page. */
export const printSetup = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transformElementAttributes: (tag, attributes, _index, sheet) => {
          if (tag !== "pageSetup") return attributes;
          return { ...attributes, paperSize: LETTER, ...(isFitted(sheet) ? { fitToWidth: 1, fitToHeight: 0 } : {}) };
        },
        transform: (xml, sheet) =>
          isFitted(sheet) ? prependMarkupInsideElement(xml, findElement(xml, "worksheet"), FIT_TO_PAGE) : xml,
      },
      "xl/workbook.xml": {
        transform: (xml, sheets) =>
          replaceElement(xml, findElement(xml, "definedNames"), `<definedNames>${repeatedHeads(sheets)}</definedNames>`),
      },
    },
  },
};
