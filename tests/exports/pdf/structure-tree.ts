import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type PdfDictionary, type PdfObjects, type PdfValue, textOf } from "./pdf-objects";

export interface StructureElement {
  /** The standard role: "H1", "TH". */
  readonly role: string;
  readonly alternative: string;
  /** Of all owners: "/Scope", "/ColSpan". */
  readonly attributes: PdfDictionary;
  readonly kids: readonly StructureKid[];
}

/** An element, a piece of a page's content ("p12R_mc3"), or an annotation. */
export type StructureKid =
  | { readonly kind: "element"; readonly element: StructureElement }
  | { readonly kind: "content"; readonly id: string }
  | { readonly kind: "annotation"; readonly reference: string };

/** The name that pdf.js gives to a piece of marked content. */
export function contentId(page: PdfValue | undefined, mcid: PdfValue | undefined): string {
  return `p${String(page).split(" ")[0]}R_mc${mcid}`;
}

function asList(value: PdfValue): PdfValue[] {
  return Array.isArray(value) ? value : value === null ? [] : [value];
}

export function readStructure(objects: PdfObjects): StructureElement {
  const root = objects.dictionary(objects.dictionary(objects.trailer["/Root"])["/StructTreeRoot"]);
  const roleMap = objects.dictionary(root["/RoleMap"]);

  function kid(value: PdfValue, page: PdfValue | undefined): StructureKid {
    if (typeof value === "number") return { kind: "content", id: contentId(page, value) };
    const found = objects.dictionary(value);
    if (found["/Type"] === "/MCR") return { kind: "content", id: contentId(found["/Pg"] ?? page, found["/MCID"]) };
    if (found["/Type"] === "/OBJR") return { kind: "annotation", reference: String(found["/Obj"]) };
    return { kind: "element", element: element(found) };
  }

  function element(found: PdfDictionary): StructureElement {
    const role = found["/S"] === undefined ? "/Root" : String(roleMap[String(found["/S"])] ?? found["/S"]);
    return {
      role: role.slice(1),
      alternative: textOf(objects.resolve(found["/Alt"])),
      attributes: Object.assign({}, ...asList(objects.resolve(found["/A"])).map((entry) => objects.dictionary(entry))),
      kids: asList(objects.resolve(found["/K"])).map((value) => kid(value, found["/Pg"])),
    };
  }
  return element(root);
}

export function elementsIn({ kids }: StructureElement): StructureElement[] {
  return kids.flatMap((each) => (each.kind === "element" ? [each.element] : []));
}

/** The element and all within it, in reading order. */
export function walk(element: StructureElement): StructureElement[] {
  return [element, ...elementsIn(element).flatMap(walk)];
}

export function contentIdsIn(element: StructureElement): string[] {
  return element.kids.flatMap((each) =>
    each.kind === "content" ? [each.id] : each.kind === "element" ? contentIdsIn(each.element) : [],
  );
}

/** The text of every piece of marked content, by its id, as pdf.js reads it. */
export async function readContentTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const texts = new Map<string, string>();
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent({ includeMarkedContent: true });
      const open: (string | undefined)[] = [];
      for (const item of items) {
        if ("str" in item) {
          const id = open.findLast((each) => each !== undefined);
          if (id) texts.set(id, (texts.get(id) ?? "") + item.str);
        } else if (item.type === "endMarkedContent") open.pop();
        else open.push("id" in item && typeof item.id === "string" ? item.id : undefined);
      }
    }
  } finally {
    await loading.destroy();
  }
  return texts;
}
