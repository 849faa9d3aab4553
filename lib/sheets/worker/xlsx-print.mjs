import { findElement, prependMarkupInsideElement, replaceElement, sanitizeTextContent } from "write-excel-file/utility";

const LETTER = 1;

function repeatedHeads(sheets) {
  return sheets
    .map(({ workbookTable: { name } }, index) => {
      const range = sanitizeTextContent(`'${name}'!$1:$1`);
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`;
    })
    .join("");
}

/** On paper: US Letter, as wide as the page, the heads of the columns on every page. */
export const printSetup = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transformElementAttributes: (tag, attributes) =>
          tag === "pageSetup" ? { ...attributes, paperSize: LETTER, fitToWidth: 1, fitToHeight: 0 } : attributes,
        transform: (xml) =>
          prependMarkupInsideElement(
            xml,
            findElement(xml, "worksheet"),
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
          ),
      },
      "xl/workbook.xml": {
        transform: (xml, sheets) =>
          replaceElement(xml, findElement(xml, "definedNames"), `<definedNames>${repeatedHeads(sheets)}</definedNames>`),
      },
    },
  },
};
