import { comparable, searchWords } from "@/lib/domain/text/comparable-text";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { toolName } from "@/lib/domain/tool/items";
import type { Toolkit } from "./toolkit";

/** A place in a toolkit's guide that can be found by its words. */
export interface Passage {
  readonly href: string;
  readonly title: string;
  /** Which guide, and which part of it. */
  readonly place: string;
  readonly text: string;
}

export interface FoundPassage extends Passage {
  /** The words around the first one that was asked for. */
  readonly excerpt: string;
}

/** What is never read: ids, and names of our own for places. */
const UNREAD = new Set(["planFlow", "meetingItems", "id", "anchor", "kind", "source", "rowName", "element", "chapter", "length", "layout", "otherOptionId", "slug", "ref", "when", "onlyFor", "offers", "words", "drawing"]);

/** Every text in a piece of content, in reading order. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  // What we add is on no page of the guide.
  if (typeof value !== "object" || value === null || "extension" in value) return [];
  return Object.entries(value).flatMap(([key, inside]) => (UNREAD.has(key) ? [] : textsIn(inside)));
}

const joined = (value: unknown) => textsIn(value).join(" ");

function passageOfTool(tool: ToolDefinition, place: string): Passage {
  const { purpose, completion, directions, sections } = tool;
  return { href: `/guide/tools/${tool.slug}`, title: toolName(tool), place, text: joined([purpose, completion, directions, sections]) };
}

/** Everything of a toolkit that its guide shows, in reading order. */
export function listGuidePassages({ id, shortTitle, guide, elements, tools, resources, acronyms, glossary }: Toolkit): readonly Passage[] {
  return [
    ...guide.introduction.map((section) => ({ href: `/guide#${section.id}`, title: section.title, place: `${shortTitle}: overview`, text: joined(section) })),
    ...guide.principles.map((one) => ({ href: `/guide/principles#${one.id}`, title: one.title, place: `${shortTitle}: principles`, text: joined(one) })),
    ...elements.map((one) => ({
      href: `/guide/elements/${one.id}`, title: `${one.name}: ${one.title}`, place: `${shortTitle}: elements`, text: joined([one.title, one.summary, one.tips]),
    })),
    ...guide.chapters.flatMap((chapter) =>
      chapter.parts.map((part) => ({ href: `/guide/${id}/${chapter.id}#${part.id}`, title: part.title, place: `${shortTitle}: ${chapter.title}`, text: joined([chapter.title, chapter.summary, part]) })),
    ),
    ...tools.map((tool) => passageOfTool(tool, `${shortTitle}: tools`)),
    ...resources.flatMap((category) =>
      category.resources.map((one) => ({ href: `/guide/resources#${one.id}`, title: one.title, place: `${shortTitle}: resources`, text: joined([category.title, one]) })),
    ),
    ...glossary.map(({ id: anchor, term, forms, meaning }) => ({ href: `/guide/glossary#${anchor}`, title: term, place: "Glossary", text: joined([meaning, forms]) })),
    ...acronyms.map(({ acronym, meaning }) => ({ href: `/guide/glossary#${acronymAnchor(acronym)}`, title: acronym, place: "Glossary", text: meaning })),
  ];
}

/** Where an acronym stands in the glossary. */
export function acronymAnchor(acronym: string): string {
  return acronym.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

const EXCERPT = 160;

function excerptOf(text: string, words: readonly string[]): string {
  const at = Math.max(0, Math.min(...words.map((word) => comparable(text).indexOf(word)).filter((found) => found >= 0), text.length));
  const start = at < EXCERPT / 2 || at === text.length ? 0 : text.lastIndexOf(" ", at - EXCERPT / 2) + 1;
  const end = start + EXCERPT >= text.length ? text.length : text.lastIndexOf(" ", start + EXCERPT);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/** Prepares a search over these passages, which holds every word of what is asked; titles first, then as they are read. */
export function guideSearch(passages: readonly Passage[]): (search: string) => readonly FoundPassage[] {
  const prepared = passages.map((passage) => ({ passage, title: comparable(passage.title), all: comparable(`${passage.title} ${passage.text}`) }));
  return (search) => {
    const words = searchWords(search);
    if (words.length === 0) return [];
    const found = prepared.filter(({ all }) => words.every((word) => all.includes(word)));
    const inTitle = ({ title }: (typeof prepared)[number]) => words.every((word) => title.includes(word));
    return [...found.filter(inTitle), ...found.filter((one) => !inTitle(one))].map(({ passage }) => ({ ...passage, excerpt: excerptOf(passage.text, words) }));
  };
}
