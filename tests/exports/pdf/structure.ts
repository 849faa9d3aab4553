import type { PrintBlock, PrintDocument } from "@/lib/exports/print/print-blocks";
import { readPageContent } from "./page-content";
import { type PdfObjects, readObjects, textOf } from "./pdf-objects";
import { squash } from "./read-pdf";
import { contentId, contentIdsIn, elementsIn, readContentTexts, readStructure, type StructureElement, walk } from "./structure-tree";

/**
 * What PDF/UA-1 and Section 508 ask of a file's structure, as far as a program can tell. Independent of the engine that
 * made it: read by qpdf and pdf.js. There is no validator to be had from npm or Debian.
 */

/** Text of an element and all within it, without white space. */
type Reader = (element: StructureElement) => string;

function fileProblems(objects: PdfObjects): string[] {
  const catalog = objects.dictionary(objects.trailer["/Root"]);
  const isTrue = (name: string, entry: string) => objects.dictionary(catalog[name])[entry] === true;
  return [
    ...objects.complaints.map((complaint) => `qpdf: ${complaint}`),
    ...(textOf(objects.resolve(catalog["/Lang"])) ? [] : ["the document has no language"]),
    ...(isTrue("/MarkInfo", "/Marked") ? [] : ["the document is not marked as tagged"]),
    ...(isTrue("/ViewerPreferences", "/DisplayDocTitle") ? [] : ["its title is not shown"]),
    ...(textOf(objects.resolve(objects.dictionary(objects.trailer["/Info"])["/Title"])) ? [] : ["it has no title"]),
    ...(/pdfuaid:part(>|=["'])1/.test(objects.stream(catalog["/Metadata"])) ? [] : ["it does not claim PDF/UA-1"]),
  ];
}

function headingsIn(root: StructureElement): StructureElement[] {
  return walk(root).filter(({ role }) => /^H[1-6]$/.test(role));
}

function headingProblems(root: StructureElement, read: Reader): string[] {
  let before = 0;
  return headingsIn(root).flatMap((heading) => {
    const level = Number(heading.role[1]);
    const isSkip = level > before + 1;
    before = level;
    return [
      ...(isSkip ? [`heading “${read(heading)}” skips to ${heading.role}`] : []),
      ...(read(heading) === "" ? [`an empty ${heading.role}`] : []),
    ];
  });
}

/** How many columns a row has, its spans counted. */
function widthOf(row: StructureElement): number {
  return elementsIn(row).reduce((sum, cell) => sum + Number(cell.attributes["/ColSpan"] ?? 1), 0);
}

function tableProblems(table: StructureElement, read: Reader): string[] {
  const rows = elementsIn(table).flatMap((part) => (part.role === "TR" ? [part] : elementsIn(part).filter(({ role }) => role === "TR")));
  const name = `table “${read(table).slice(0, 40)}”`;
  const [head] = rows;
  if (!head) return [`${name} has no rows`];
  const headCells = elementsIn(head);
  const strangers = rows.flatMap(elementsIn).filter(({ role }) => role !== "TH" && role !== "TD");
  return [
    ...(headCells.length > 0 && headCells.every(({ role }) => role === "TH") ? [] : [`${name} has no header cells in its first row`]),
    ...(headCells.every(({ attributes }) => attributes["/Scope"]) ? [] : [`${name} has header cells without a scope`]),
    ...(rows.every((row) => widthOf(row) === widthOf(head)) ? [] : [`${name} has rows of different lengths`]),
    ...(strangers.length === 0 ? [] : [`${name} has ${strangers[0]?.role} in a row`]),
  ];
}

function listProblems(list: StructureElement): string[] {
  return elementsIn(list).flatMap((item) => {
    if (item.role === "Caption" || item.role === "L") return [];
    if (item.role !== "LI") return [`a list has ${item.role} among its items`];
    const parts = elementsIn(item).map(({ role }) => role);
    const isRight = parts.includes("LBody") && parts.every((role) => role === "Lbl" || role === "LBody");
    return isRight ? [] : ["a list item has no body"];
  });
}

function elementProblems(element: StructureElement, read: Reader): string[] {
  if (element.role === "Table") return tableProblems(element, read);
  if (element.role === "L") return listProblems(element);
  if (["Figure", "Formula"].includes(element.role) && element.alternative.trim() === "") return [`a ${element.role} has no alternative text`];
  if (element.role === "Link" && read(element) === "") return ["a link has no text"];
  return [];
}

function linkProblems(objects: PdfObjects, root: StructureElement): string[] {
  const tagged = new Set(
    walk(root)
      .filter(({ role }) => role === "Link")
      .flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === "annotation" ? [kid.reference] : []))),
  );
  return objects.pages.flatMap((page) => {
    const { "/Annots": annotations, "/Tabs": tabs } = objects.dictionary(page);
    const references = objects.resolve(annotations);
    if (!Array.isArray(references) || references.length === 0) return [];
    return [
      ...(tabs === "/S" ? [] : [`page ${page}: the tab key does not follow the structure`]),
      ...references.flatMap((reference) => [
        ...(textOf(objects.resolve(objects.dictionary(reference)["/Contents"])).trim() ? [] : [`link ${String(reference)} has no description`]),
        ...(tagged.has(String(reference)) ? [] : [`link ${String(reference)} is not in the structure`]),
      ]),
    ];
  });
}

function contentProblems(objects: PdfObjects, root: StructureElement): string[] {
  const uses = new Map<string, number>();
  for (const id of contentIdsIn(root)) uses.set(id, (uses.get(id) ?? 0) + 1);
  const onPages = new Set<string>();
  const problems = objects.pages.flatMap((page) => {
    const contents = objects.dictionary(page)["/Contents"];
    const stream = (Array.isArray(contents) ? contents : [contents]).map((part) => objects.stream(part)).join("\n");
    const { mcids, unmarked } = readPageContent(stream);
    const ids = mcids.map((mcid) => contentId(page, mcid));
    ids.forEach((id) => onPages.add(id));
    return [
      ...(unmarked.length > 0 ? [`page ${page}: ${unmarked.length} drawings are neither marked nor artefacts`] : []),
      ...(new Set(ids).size === ids.length ? [] : [`page ${page}: two pieces of content share a number`]),
      ...ids.filter((id) => uses.get(id) !== 1).map((id) => `content ${id} is ${uses.get(id) ?? 0} times in the structure`),
    ];
  });
  return [...problems, ...[...uses.keys()].filter((id) => !onPages.has(id)).map((id) => `the structure names content ${id}, which is on no page`)];
}

/** Where a block keeps words that stand on the page; a drawing's words are its alternative text. */
const READ = new Set(
  "eyebrow title blocks text lead items number note prompt answer bullets options label other caption columns rows example lines labels".split(" "),
);

/** Every text of a part of a PrintDocument, in the order in which it is read. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, entry]) => (READ.has(name) ? textsOf(entry) : []));
}

function outlined(block: PrintBlock): string[] {
  if (block.block === "heading" && block.isOutlined) return [block.text];
  return block.block === "step" ? [`${block.number} ${block.text}`] : [];
}

/** Between two texts of a document the page may add this much: "Not answered", a list's marks, ticks. */
const ADDED = 40;

/** The structure, read from beginning to end, says what the document says, in its order and next to nothing else. */
function orderProblems({ chapters }: PrintDocument, text: string): string[] {
  const [first] = chapters;
  // The cover, or the head of the first page, and the contents come before, with titles of the same words.
  let at = first ? text.lastIndexOf(squash(first.eyebrow + first.title)) : 0;
  for (const wanted of textsOf(chapters)) {
    const found = text.indexOf(squash(wanted), at);
    if (found < 0 || found > at + ADDED) {
      return [`instead of “${wanted.slice(0, 60)}” stands “${text.slice(at, at + 60)}”`];
    }
    at = found + squash(wanted).length;
  }
  return [];
}

function bookmarkProblems(bookmarks: readonly string[], { chapters }: PrintDocument): string[] {
  const wanted = chapters.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(outlined)]).map(squash);
  const found = bookmarks.map(squash).filter((title) => title !== "Contents");
  return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [`bookmarks are ${found.join(" | ")} instead of ${wanted.join(" | ")}`];
}

export interface StructureReading {
  /** What is wrong, in words; empty when nothing is. */
  readonly problems: readonly string[];
  /** All text in the structure's order, without white space and without what drawings show. */
  readonly text: string;
}

/**
 * Reads a PDF by its structure, as a screen reader does. With the document it was made from, the problems tell also whether
 * bookmarks and reading order are the document's (its texts in scripts that pdf.js reads in order).
 */
export async function readByStructure(bytes: Uint8Array, document?: PrintDocument): Promise<StructureReading> {
  const objects = readObjects(bytes);
  const root = readStructure(objects);
  const texts = await readContentTexts(bytes);
  const join = (ids: readonly string[]) => squash(ids.map((id) => texts.get(id) ?? "").join(""));
  const read: Reader = (element) => join(contentIdsIn(element));
  const isDrawn = new Set(walk(root).filter(({ role }) => role === "Figure").flatMap(contentIdsIn));
  const text = join(contentIdsIn(root).filter((id) => !isDrawn.has(id)));
  const problems = [
    ...fileProblems(objects),
    ...headingProblems(root, read),
    ...walk(root).flatMap((element) => elementProblems(element, read)),
    ...linkProblems(objects, root),
    ...contentProblems(objects, root),
    ...(document ? [...bookmarkProblems(objects.bookmarks, document), ...orderProblems(document, text)] : []),
  ];
  return { problems, text };
}

/** What is wrong with a PDF's structure; see `readByStructure`. */
export async function structureProblems(bytes: Uint8Array, document?: PrintDocument): Promise<readonly string[]> {
  return (await readByStructure(bytes, document)).problems;
}
