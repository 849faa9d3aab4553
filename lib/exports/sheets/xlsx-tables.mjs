import { sanitizeAttributeValue } from "write-excel-file/utility";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table";
const CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
/** Excel's place for a table's alternative text. */
const ALTERNATIVE_TEXT = "{504A1905-F514-4f6f-8877-14C23A59335A}";

const isTable = ({ workbookTable }) => workbookTable.hasRows;

function tableXml({ name, title, explanation, labels, lastCell }, id) {
  const tableName = name.replace(/[^A-Za-z0-9]+/g, "_");
  const ref = `A1:${lastCell}`;
  const columns = labels
    .map((label, index) => `<tableColumn id="${index + 1}" name="${sanitizeAttributeValue(label)}"/>`)
    .join("");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<table xmlns="${MAIN}" id="${id}" name="${tableName}" displayName="${tableName}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/>` +
    `<tableColumns count="${labels.length}">${columns}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>' +
    `<extLst><ext uri="${ALTERNATIVE_TEXT}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
    `<x14:table altText="${sanitizeAttributeValue(title)}" altTextSummary="${sanitizeAttributeValue(explanation)}"/>` +
    "</ext></extLst></table>"
  );
}

/** Makes each sheet an Excel table: screen readers then read the column's head with a cell, and people can filter. */
export const excelTables = {
  files: {
    transform: {
      "[Content_Types].xml": {
        insert: (sheets) =>
          sheets
            .map((sheet, index) =>
              isTable(sheet) ? `<Override PartName="/xl/tables/table${index + 1}.xml" ContentType="${CONTENT_TYPE}"/>` : "",
            )
            .join(""),
      },
      "xl/worksheets/sheet{id}.xml": {
        insert: (sheet) => (isTable(sheet) ? '<tableParts count="1"><tablePart r:id="rId-table-1"/></tableParts>' : ""),
      },
      "xl/worksheets/_rels/sheet{id}.xml.rels": {
        insert: (sheet, { sheetId }) =>
          isTable(sheet) ? `<Relationship Id="rId-table-1" Type="${RELATION}" Target="../tables/table${sheetId}.xml"/>` : "",
      },
    },
    write: {
      files: (sheets) =>
        Object.fromEntries(
          sheets.flatMap((sheet, index) =>
            isTable(sheet) ? [[`xl/tables/table${index + 1}.xml`, tableXml(sheet.workbookTable, index + 1)]] : [],
          ),
        ),
    },
  },
};
