/** An element of a well-formed XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff](?<![\ud800-\udbff](?=[\udc00-\udfff]))(?<![\ud800-\udbff][\udc00-\udfff])/;
const TOKEN = /<\?[^?]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9A-Fa-f]+);|#(\d+);|(\w+);)?/g, (match, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    const character = name === undefined ? undefined : ENTITIES[name];
    if (character === undefined) throw new Error(`Stray ${match}`);
    return character;
  });
}

function readAttributes(source: string): Record<string, string> {
  const entries = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decode(value!)] as const);
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw new Error(`An attribute twice: ${source}`);
  return Object.fromEntries(entries);
}

/** Reads XML as strictly as Word does: throws on anything that is not well-formed, and on document types. */
export function readXml(text: string): XmlElement {
  if (!text.isWellFormed() || FORBIDDEN.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ""))) throw new Error("A character that XML forbids");
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`Not well-formed at ${at}: ${text.slice(at, at + 80)}`);
    const [, closed, opened, attributes = "", isEmpty, characters] = match;
    const parent = open.at(-1)!;
    if (characters !== undefined) parent.children.push(decode(characters));
    else if (closed !== undefined) {
      if (open.pop()!.name !== closed) throw new Error(`${closed} closed inside ${parent.name}`);
    } else if (opened !== undefined) {
      const element: XmlElement = { name: opened, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (!isEmpty) open.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== "string");
  if (open.length !== 1 || elements.length !== 1) throw new Error("Not one closed element");
  return elements[0]!;
}

/** All elements of this name inside, in order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...findAll(child, name)],
  );
}

export function find(element: XmlElement, name: string): XmlElement | undefined {
  return findAll(element, name)[0];
}
