import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { find, findAll, readXml, type XmlElement } from "./read-xml";

export interface ReadParagraph {
  /** The id of its style; "" for Normal. */
  readonly style: string;
  readonly text: string;
  readonly isRightToLeft: boolean;
  readonly xml: XmlElement;
}

export interface ReadTable {
  readonly style: string;
  /** How many of its rows repeat as its head. */
  readonly headerRows: number;
  readonly rows: readonly (readonly string[])[];
  readonly xml: XmlElement;
}

export interface ReadDocx {
  /** Every part that is XML, read; by its path in the file. */
  readonly parts: ReadonlyMap<string, XmlElement>;
  readonly body: XmlElement;
  readonly paragraphs: readonly ReadParagraph[];
  readonly tables: readonly ReadTable[];
  /** As an independent reader finds it. */
  readonly text: string;
  readonly html: string;
}

function textOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return "";
      if (child.name === "w:t") return child.children.join("");
      if (child.name === "w:br") return "\n";
      return child.name === "w:tab" ? "\t" : textOf(child);
    })
    .join("");
}

const valueOf = (element: XmlElement | undefined): string => element?.attributes["w:val"] ?? "";

function readParagraph(xml: XmlElement): ReadParagraph {
  const properties = find(xml, "w:pPr");
  return {
    style: properties ? valueOf(find(properties, "w:pStyle")) : "",
    text: textOf({ ...xml, children: xml.children.filter((child) => child !== properties) }),
    isRightToLeft: properties !== undefined && find(properties, "w:bidi") !== undefined,
    xml,
  };
}

function readTable(xml: XmlElement): ReadTable {
  const rows = findAll(xml, "w:tr");
  return {
    style: valueOf(find(xml, "w:tblStyle")),
    headerRows: rows.filter((row) => find(row, "w:tblHeader")).length,
    rows: rows.map((row) => findAll(row, "w:tc").map((cell) => findAll(cell, "w:p").map(textOf).join("\n"))),
    xml,
  };
}

/** Reads a Word file back. Throws when any part of it is not well-formed XML. */
export async function readDocx(bytes: Buffer): Promise<ReadDocx> {
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([path]) => /\.(xml|rels)$/.test(path))
      .map(([path, content]) => [path, readXml(new TextDecoder("utf-8", { fatal: true }).decode(content))]),
  );
  const body = parts.get("word/document.xml");
  if (!body) throw new Error("There is no document in the file");
  const [text, html] = await Promise.all([mammoth.extractRawText({ buffer: bytes }), mammoth.convertToHtml({ buffer: bytes })]);
  return {
    parts,
    body,
    paragraphs: findAll(body, "w:p").map(readParagraph),
    tables: findAll(body, "w:tbl").map(readTable),
    text: text.value,
    html: html.value,
  };
}

/** The labels of the boxes that are ticked, in reading order, without blanks. */
export function tickedIn(html: string): string[] {
  return [...html.matchAll(/<input type="checkbox" checked="checked" \/>\s*<strong>(.*?)<\/strong>/gu)].map(([, label = ""]) =>
    squash(label.replace(/<[^>]+>/gu, "").replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')),
  );
}

/** What stays comparable between readers: no white space. */
export function squash(text: string): string {
  return text.normalize("NFC").replace(/\s/gu, "");
}
