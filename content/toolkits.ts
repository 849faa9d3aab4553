import type { ToolDefinition, ToolRole } from "@/lib/domain/tool/definition";
import { isSameTool, type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import type { Acronym, GlossaryTerm } from "@/lib/domain/toolkit/guide";
import { findToolWithRole, getElement, type Toolkit, type ToolGroup, toolsOfGroup } from "@/lib/domain/toolkit/toolkit";
import { peerSupport } from "./peer-support/peer-support-toolkit";
import { psCope } from "./ps-cope/toolkit";

/** Every team works with this one; "n of 13" counts its tools. */
export const MAIN_TOOLKIT: Toolkit = psCope;

/** All toolkits, in the order in which they are shown. A new one is added here, and nowhere else. */
export const TOOLKITS: readonly Toolkit[] = [MAIN_TOOLKIT, peerSupport];

/** Their tools, toolkit by toolkit, in printed order. */
export const TOOLS: readonly ToolDefinition[] = TOOLKITS.flatMap(({ tools }) => tools);

const byKey: ReadonlyMap<ToolKey, ToolDefinition> = new Map(TOOLS.map((tool) => [toolKey(tool.ref), tool]));
const bySlug: ReadonlyMap<string, ToolDefinition> = new Map(TOOLS.map((tool) => [tool.slug, tool]));

/** The tool, for a ref that comes from outside; null when there is none. */
export function findTool(ref: ToolRef): ToolDefinition | null {
  return byKey.get(toolKey(ref)) ?? null;
}

/** The tool; throws a RangeError when there is none. */
export function getTool(ref: ToolRef): ToolDefinition {
  const tool = findTool(ref);
  if (!tool) throw new RangeError(`There is no tool ${toolKey(ref)}`);
  return tool;
}

/** The tool that part of an address names ("9" in `…/tools/9`); null when there is none. */
export function findToolBySlug(slug: string): ToolDefinition | null {
  return bySlug.get(slug) ?? null;
}

/** The toolkit that a tool belongs to. */
export function toolkitOf({ toolkitId }: ToolRef): Toolkit {
  const toolkit = TOOLKITS.find(({ id }) => id === toolkitId);
  if (!toolkit) throw new RangeError(`There is no toolkit ${toolkitId}`);
  return toolkit;
}

/** The toolkit with this id; null when there is none. */
export function findToolkit(id: string): Toolkit | null {
  return TOOLKITS.find((toolkit) => toolkit.id === id) ?? null;
}

/** Those that a team adds when it needs them, in the order in which they are offered. */
export const ADDABLE_TOOLKITS: readonly Toolkit[] = TOOLKITS.filter(({ offer }) => offer !== undefined);

/** Whether a tool is of the toolkit whose tools are counted together. */
export function isMainTool({ toolkitId }: ToolRef): boolean {
  return toolkitId === MAIN_TOOLKIT.id;
}

/**
 * The tools of a team that has added these toolkits: the keys of all, or of those among `own`. Null means all there are.
 */
export function openToolKeys(added: readonly string[], own: readonly ToolKey[] | null): readonly ToolKey[] | null {
  const open = TOOLS.filter(({ ref }) => isMainTool(ref) || added.includes(ref.toolkitId)).map(({ ref }) => toolKey(ref));
  if (own) return own.filter((key) => open.includes(key));
  return open.length === TOOLS.length ? null : open;
}

/** The group that a tool stands in on a team's page. */
export function groupOf(ref: ToolRef): ToolGroup {
  const toolkit = toolkitOf(ref);
  const group = toolkit.groups.find((one) => toolsOfGroup(toolkit, one).includes(getTool(ref)));
  if (!group) throw new RangeError(`${toolKey(ref)} stands in no group`);
  return group;
}

/** Where a tool stands in its toolkit, above its title: its element, or its group where it has none. */
export function placeOf(tool: ToolDefinition): string {
  if (tool.element === undefined) return groupOf(tool.ref).title;
  const { name, title } = getElement(toolkitOf(tool.ref), tool.element);
  return `${name}: ${title}`;
}

/** The same in few words: "Infrastructure 2", or the group's title. */
export function placeNameOf(tool: ToolDefinition): string {
  return tool.element === undefined ? groupOf(tool.ref).title : getElement(findToolkit(tool.ref.toolkitId) ?? MAIN_TOOLKIT, tool.element).name;
}

/** Every toolkit's acronyms, each once, by letter. */
export const ACRONYMS: readonly Acronym[] = [
  ...new Map(TOOLKITS.flatMap(({ acronyms }) => acronyms).map((entry) => [entry.acronym, entry])).values(),
].sort((a, b) => a.acronym.localeCompare(b.acronym, "en"));

/** Every toolkit's terms, by alphabet: no two toolkits explain the same one (tests/content). */
export const GLOSSARY: readonly GlossaryTerm[] = TOOLKITS.flatMap(({ glossary }) => glossary).sort((a, b) => a.term.localeCompare(b.term, "en"));

/** What one person fills in alone, by its part of an address or by its ref; null when there is no such check. */
export function findPersonalTool(wanted: string | ToolRef): ToolDefinition | null {
  return TOOLKITS.flatMap(({ personal }) => personal).find(({ slug, ref }) => (typeof wanted === "string" ? slug === wanted : isSameTool(ref, wanted))) ?? null;
}

/** The main toolkit's tool with this role. */
export function getToolWithRole(role: ToolRole): ToolDefinition {
  const tool = findToolWithRole(MAIN_TOOLKIT, role);
  if (!tool) throw new RangeError(`No tool is the toolkit's ${role}`);
  return tool;
}

const places: ReadonlyMap<ToolKey, number> = new Map(TOOLS.map((tool, index) => [toolKey(tool.ref), index]));

/** By toolkit, then as printed; a tool that is no longer there comes last. */
export function compareTools(a: ToolRef, b: ToolRef): number {
  return orderOf(toolKey(a)) - orderOf(toolKey(b));
}

/** The keys of tools that exist, as printed, each once. */
export function sortToolKeys(keys: readonly string[]): ToolKey[] {
  const known = [...new Set(keys)].filter((key): key is ToolKey => places.has(key as ToolKey));
  return known.sort((a, b) => orderOf(a) - orderOf(b));
}

function orderOf(key: ToolKey): number {
  return places.get(key) ?? TOOLS.length;
}
