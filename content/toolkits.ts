import type { ToolDefinition, ToolRole } from "@/lib/domain/tool/definition";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { findToolWithRole, type Toolkit } from "@/lib/domain/toolkit/toolkit";
import { psCope } from "./ps-cope/toolkit";

/** Every team works with this one; "n of 13" counts its tools. */
export const MAIN_TOOLKIT: Toolkit = psCope;

/** All toolkits, in the order in which they are shown. A new one is added here, and nowhere else. */
export const TOOLKITS: readonly Toolkit[] = [MAIN_TOOLKIT];

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

/** The main toolkit's tool with this role. */
export function getToolWithRole(role: ToolRole): ToolDefinition {
  const tool = findToolWithRole(MAIN_TOOLKIT, role);
  if (!tool) throw new RangeError(`No tool is the toolkit's ${role}`);
  return tool;
}

const places: ReadonlyMap<ToolKey, number> = new Map(TOOLS.map((tool, index) => [toolKey(tool.ref), index]));

/** By toolkit, then as printed; a tool that is no longer there comes last. */
export function compareTools(a: ToolRef, b: ToolRef): number {
  return placeOf(toolKey(a)) - placeOf(toolKey(b));
}

/** The keys of tools that exist, as printed, each once. */
export function sortToolKeys(keys: readonly string[]): ToolKey[] {
  const known = [...new Set(keys)].filter((key): key is ToolKey => places.has(key as ToolKey));
  return known.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf(key: ToolKey): number {
  return places.get(key) ?? TOOLS.length;
}
