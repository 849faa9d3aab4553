import "server-only";
import { headers } from "next/headers";
import { after } from "next/server";
import { createHash, randomUUID } from "node:crypto";
import { cloneElement, isValidElement, type ReactElement, type ReactNode } from "react";
import { printedPages } from "./printed-pages";

export interface Printer {
  /** For `PrintedPage`. */
  readonly pageId: string | null;
  /** Makes what `Printed` shows. Elements and plain functions of props only: nothing that lives in the browser. */
  readonly print: (content: ReactNode) => ReactNode;
  /** The same for words in which nothing is counted in reading order, such as the team's own: they are drawn when they are written. */
  readonly printAsIs: (content: ReactNode) => ReactNode;
}

/**
 * A key for what is printed and may read otherwise once the page is drawn again: then it is another element, which is not kept.
 * @param parts everything by which it reads otherwise
 */
export function printedKey(parts: readonly (string | number | boolean | null)[]): string {
  return createHash("sha1").update(parts.join("\n")).digest("base64url").slice(0, 12);
}

/**
 * React sends what the server draws twice: as HTML, and as data from which the browser draws it a second time. Printed text
 * never changes, so the HTML is enough: where a page is asked for as HTML, its printed parts go there and the data only
 * has their numbers. Where the browser draws a page by itself, as after a click on a link, they are in the data.
 */
export async function createPrinter(): Promise<Printer> {
  const isHtml = (await headers()).get("accept")?.includes("text/html") ?? false;
  const asIs = (content: ReactNode) => content;
  if (!isHtml) return { pageId: null, print: asIs, printAsIs: asIs };
  const pageId = randomUUID();
  const parts: ReactNode[] = [];
  printedPages().set(pageId, parts);
  after(() => void printedPages().delete(pageId));
  return { pageId, print: (content) => parts.push(drawNow(content)) - 1, printAsIs: (content) => parts.push(content) - 1 };
}

/** What these functions of props draw, down to the elements of HTML: acronyms count on being met in reading order. */
function drawNow(node: ReactNode): ReactNode {
  if (Array.isArray(node)) return node.map(drawNow);
  if (!isValidElement<{ children?: ReactNode }>(node)) return node;
  if (typeof node.type === "function") return withKey(drawNow((node.type as (props: unknown) => ReactNode)(node.props)), node.key);
  return node.props.children === undefined ? node : cloneElement(node, { children: drawNow(node.props.children) });
}

function withKey(drawn: ReactNode, key: string | null): ReactNode {
  return key !== null && isValidElement(drawn) ? cloneElement(drawn as ReactElement, { key }) : drawn;
}
