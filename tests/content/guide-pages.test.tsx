import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BlankTool } from "@/components/guide/blank-tool";
import { searchResources } from "@/components/guide/search-resources";
import { markedLists, markedTool } from "@/components/tool/views/marking";
import { elements } from "@/content/ps-cope/guide/elements";
import { allResources, resourceCategories } from "@/content/ps-cope/resources/all";
import { MAIN_TOOLKIT, TOOLS as ALL_TOOLS } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { TOOLS } from "@/tests/support/tools";
import { toolName } from "@/lib/domain/tool/items";
import { printedPlaces } from "@/lib/domain/toolkit/printed-places";
import { elementsOfGroup, getElement, toolsOfGroup } from "@/lib/domain/toolkit/toolkit";

describe("groups of elements", () => {
  it("hold all eighteen elements and all thirteen tools, each once and in printed order", () => {
    expect(MAIN_TOOLKIT.groups.flatMap((group) => elementsOfGroup(MAIN_TOOLKIT, group))).toEqual(elements);
    expect(MAIN_TOOLKIT.groups.flatMap((group) => toolsOfGroup(MAIN_TOOLKIT, group))).toEqual(TOOLS);
  });

  it("name each element by its place in its group", () => {
    expect(["IE2", "CC5", "IS8"].map((id) => getElement(MAIN_TOOLKIT, id).name)).toEqual([
      "Infrastructure element 2",
      "Core component 5",
      "Integration step 8",
    ]);
  });
});

describe("a blank tool", () => {
  it.each(TOOLS)("Tool $number shows every printed text", (tool) => {
    const shown = textOf(tool);
    const printed = [tool.purpose, tool.completion, tool.directions, ...tool.sections];
    expect(textsIn(printed).filter((text) => !shown.includes(text))).toEqual([]);
  });

  it.each(TOOLS)("Tool $number has nothing to fill in", (tool) => {
    expect(markupOf(tool)).not.toMatch(/<(input|textarea|select|button)\b/);
  });

  it("leaves out what the toolkit doesn't print", () => {
    const [seven, eight, twelve, thirteen] = [TOOLS[6]!, TOOLS[7]!, TOOLS[11]!, TOOLS[12]!];
    expect(markupOf(seven)).not.toContain("Written answer");
    expect(textOf(twelve)).toContain("Idea #3");
    for (const ours of ["Idea #4", "Due date", "More action steps"]) expect(textOf(twelve)).not.toContain(ours);
    expect(textOf(eight)).not.toContain("set aside");
    expect(textOf(thirteen)).not.toContain("Sheet 2");
  });
});

describe("marked text", () => {
  const kindsOf = (...texts: string[]) => markedLists([texts], "part")[0]!.map((text) => text.map(({ kind }) => kind));

  it("explains an acronym only where it comes first", () => {
    expect(kindsOf("Ask PWUD.", "PWUD and SUD")).toEqual([
      ["text", "acronym", "text"],
      ["known", "text", "acronym"],
    ]);
  });

  it("explains a term only where it comes first, in whichever form", () => {
    expect(kindsOf("Procedural justice", "procedurally just")).toEqual([["term"], ["text"]]);
  });

  it("doesn't explain PS-COPE, the subject of every page", () => {
    expect(markedLists([["PS-COPE"]], "part")[0]).toEqual([[{ kind: "known", text: "PS-COPE" }]]);
  });

  it.each(ALL_TOOLS.map((tool) => [toolName(tool), tool] as const))("%s: each place is marked once, and no two notes of the page share an id", (_, tool) => {
    const { completion, parts } = markedTool(tool);
    const places = new Map([
      ["about", printedPlaces([...tool.purpose, completion, ...tool.directions])],
      ...tool.sections.map(({ id, nodes }) => [id, printedPlaces(nodes)] as const),
    ]);
    for (const [part, inPart] of places) {
      // A piece of a definition that stood in one part twice would lose the marks of one of its places.
      expect(new Set(inPart.map(({ owner }) => owner)).size).toBe(ownersInTurn(inPart).length);
      const marked = inPart.map(({ owner, field }) => parts.get(part)?.get(owner)?.get(field));
      expect(marked.map((text) => text?.map((token) => token.text).join(""))).toEqual(inPart.map(({ text }) => text));
    }
    const tokens = [...parts.values()].flatMap((marks) => [...marks.values()]).flatMap((fields) => [...fields.values()].flat());
    const notes = tokens.flatMap((token) => ("noteId" in token ? [token.noteId] : []));
    expect(new Set(notes).size).toBe(notes.length);
  });

  it.each(TOOLS)("Tool $number explains the same words however often and in whatever order its parts are drawn", (tool) => {
    const notesOf = (markup: string) => (markup.match(/id="note-[^<]+/g) ?? []).sort();
    expect(markupOf(tool)).toBe(markupOf(tool));
    expect(notesOf(markupOf({ ...tool, sections: [...tool.sections].reverse() }))).toEqual(notesOf(markupOf(tool)));
  });
});

/** The owner of each run of places: as many as there are owners, unless one comes again later. */
function ownersInTurn(places: readonly { readonly owner: object }[]): readonly object[] {
  return places.flatMap(({ owner }, index) => (places[index - 1]?.owner === owner ? [] : [owner]));
}

describe("searching the resources", () => {
  const found = (search: string) => searchResources(resourceCategories, search).flatMap(({ resources }) => resources);

  it("without words finds all of them, in printed order", () => {
    expect(found("  ")).toEqual(allResources);
  });

  it("asks for every word, wherever it stands and however it is written", () => {
    const ids = found("PAARI  pathways").map(({ id }) => id);
    expect(ids).toContain("core-police-assisted-addiction-and-recovery-initiative");
    expect(found("pathways paari").map(({ id }) => id)).toEqual(ids);
    expect(found("paari naloxone")).toEqual([]);
  });

  it("takes a straight apostrophe for the printed one", () => {
    expect(found("citizen's viewpoint").map(({ id }) => id)).toContain("core-building-trust-between-police-and-citizens");
  });

  it("looks at the name of the category too, and leaves out categories without a match", () => {
    const categories = searchResources(resourceCategories, "peer support");
    const peerSupport = resourceCategories.find(({ title }) => title === "Peer Support")!;
    expect(categories.find(({ id }) => id === peerSupport.id)).toEqual(peerSupport);
    expect(searchResources(resourceCategories, "no such words")).toEqual([]);
  });
});

function markupOf(tool: ToolDefinition): string {
  return renderToStaticMarkup(<BlankTool tool={tool} />);
}

/** What people read, without the tags and the hidden meanings of acronyms. */
function textOf(tool: ToolDefinition): string {
  return markupOf(tool)
    .replace(/<span[^>]*role="tooltip"[^>]*>.*?<\/span>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/** Names and pointers in the data that no page prints as such. */
const UNPRINTED = new Set(["id", "anchor", "kind", "source", "context", "rowName", "element", "length", "otherOptionId", "layout"]);

/** Every text in a part of a tool: prompts, heads, options, bullets, cells. */
function textsIn(part: unknown): string[] {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null || "extension" in part) return [];
  return Object.entries(part).flatMap(([key, value]) => (UNPRINTED.has(key) ? [] : textsIn(value)));
}
