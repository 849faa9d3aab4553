import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

interface OutlineEntry {
  readonly title: string;
  readonly items: readonly OutlineEntry[];
}

interface StructNode {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly children?: readonly StructNode[];
}

export interface ReadPdf {
  readonly pages: number;
  /** All text that is not an artefact (running header, footer, repeated table head), without any white space. */
  readonly text: string;
  /** Artefacts only: what readers may skip. */
  readonly artefacts: string;
  /** How often each structure role occurs, "TH", "H1". Elements on several pages count once per page. */
  readonly roles: Readonly<Record<string, number>>;
  /** Alternative texts, in order. */
  readonly alternatives: readonly string[];
  readonly title: string;
  readonly language: string;
  readonly isMarked: boolean;
  /** Titles of all bookmarks, parents first. */
  readonly bookmarks: readonly string[];
  readonly links: readonly string[];
}

/** What stays comparable when lines wrap: no white space, no break opportunities, composed letters. */
export function squash(text: string): string {
  return text.normalize("NFC").replace(/[\s\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f]/gu, "");
}

async function pageText(page: PDFPageProxy): Promise<{ text: string; artefacts: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: boolean[] = [];
  let text = "";
  let artefacts = "";
  for (const item of items) {
    if ("str" in item) {
      if (open.includes(true)) artefacts += item.str;
      else text += item.str;
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push("tag" in item && item.tag === "Artifact");
  }
  return { text, artefacts };
}

function flatten(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap((entry) => [entry.title, ...flatten(entry.items)]);
}

async function readPages(document: PDFDocumentProxy) {
  const roles: Record<string, number> = {};
  const alternatives: string[] = [];
  const links: string[] = [];
  let text = "";
  let artefacts = "";
  function visit(node: StructNode | null): void {
    if (!node) return;
    if (node.role) roles[node.role] = (roles[node.role] ?? 0) + 1;
    if (node.alt) alternatives.push(node.alt);
    node.children?.forEach(visit);
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const onPage = await pageText(page);
    text += onPage.text;
    artefacts += onPage.artefacts;
    visit((await page.getStructTree()) as StructNode | null);
    for (const annotation of await page.getAnnotations()) {
      if (annotation.subtype === "Link" && annotation.url) links.push(annotation.url as string);
    }
  }
  return { roles, alternatives, links, text: squash(text), artefacts: squash(artefacts) };
}

/** What an independent reader (pdf.js) gets out of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  try {
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
    const markInfo = (await document.getMarkInfo()) as { Marked?: boolean } | null;
    return {
      ...(await readPages(document)),
      pages: document.numPages,
      title: info.Title ?? "",
      language: info.Language ?? "",
      isMarked: markInfo?.Marked === true,
      bookmarks: flatten(((await document.getOutline()) ?? []) as OutlineEntry[]),
    };
  } finally {
    await loading.destroy();
  }
}
