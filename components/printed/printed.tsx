"use client";

import { createContext, type HTMLAttributes, type LabelHTMLAttributes, type ReactNode, use, useState } from "react";
import { printedPages } from "./printed-pages";

const PageId = createContext<string | null>(null);

/** Around everything that `createPrinter` printed for. */
export function PrintedPage({ id, children }: { id: string | null; children: ReactNode }) {
  return <PageId value={id}>{children}</PageId>;
}

type Tag = "caption" | "details" | "div" | "h3" | "label" | "legend" | "p" | "section" | "span" | "table" | "td" | "th" | "thead" | "ul";

interface PrintedProps extends Omit<HTMLAttributes<HTMLElement>, "content" | "children">, Pick<LabelHTMLAttributes<HTMLElement>, "htmlFor"> {
  as: Tag;
  /** From `Printer.print`. */
  content: ReactNode;
  open?: boolean;
  scope?: "row";
}

/**
 * An element with printed text in it. What a page came with stays as it is, whatever is drawn again around it. The element
 * itself has to be in the page from the beginning.
 */
export function Printed({ content, ...element }: PrintedProps) {
  const [place] = useState(typeof content === "number" ? content : null);
  if (place !== null) return <Kept {...element} place={place} />;
  const { as: Element, ...attributes } = element;
  return <Element {...attributes}>{content}</Element>;
}

type KeptProps = Omit<PrintedProps, "content"> & { place: number };

function KeptOnServer({ as: Element, place, ...attributes }: KeptProps) {
  const id = use(PageId);
  return (
    <Element {...attributes} data-printed={place}>
      {id === null ? null : printedPages().get(id)?.[place]}
    </Element>
  );
}

/** React leaves the inside of such an element alone when it takes the page over. */
function KeptInBrowser({ as: Element, place, ...attributes }: KeptProps) {
  const [html] = useState(() => ({ __html: readPlace(place) }));
  return <Element {...attributes} data-printed={place} suppressHydrationWarning dangerouslySetInnerHTML={html} />;
}

const Kept = typeof window === "undefined" ? KeptOnServer : KeptInBrowser;

/** What stood in each place when it was first asked for: React may throw the page away and draw it anew, now or on the way back. */
const read = new Map<number, string>();
let elements: ReadonlyMap<string | undefined, HTMLElement> | undefined;

function readPlace(place: number): string {
  const known = read.get(place);
  if (known !== undefined) return known;
  elements ??= new Map([...document.querySelectorAll<HTMLElement>("[data-printed]")].map((element) => [element.dataset.printed, element]));
  const html = elements.get(String(place))?.innerHTML ?? "";
  read.set(place, html);
  return html;
}
