import { escapeXml } from "./xlsx-strings.mjs";

const PART = "docProps/core.xml";
const CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";
const RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/** The workbook's title, language, author and date, which Excel and screen readers show. */
export function documentProperties({ title, author, at }) {
  const created = new Date(at).toISOString().replace(/\.\d+/, "");
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<dc:language>en-US</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>` +
    "</cp:coreProperties>";
  return {
    files: {
      transform: {
        "[Content_Types].xml": { insert: () => `<Override PartName="/${PART}" ContentType="${CONTENT_TYPE}"/>` },
        "_rels/.rels": { insert: () => `<Relationship Id="rId-core-1" Type="${RELATION}" Target="${PART}"/>` },
      },
      write: { files: () => ({ [PART]: xml }) },
    },
  };
}
