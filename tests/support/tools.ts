import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { type ToolKey, toolKey, type ToolRef } from "@/lib/domain/tool/tool-ref";

/** Tests name the toolkit's tools as it prints them, which is also their address: 9 is "Tool 9", at `…/tools/9`. */
export type ToolNumber = number;

/** The toolkit's tools, in printed order. */
export const TOOLS: readonly ToolDefinition[] = MAIN_TOOLKIT.tools;
export const TOOL_NUMBERS: readonly ToolNumber[] = TOOLS.map(({ number }) => number);

export function getTool(number: ToolNumber): ToolDefinition {
  const tool = TOOLS.find((candidate) => candidate.number === number);
  if (!tool) throw new RangeError(`There is no Tool ${number}`);
  return tool;
}

/** How the app names it. Also for a number that no tool has, to ask for a tool that is not there. */
export function refTo(number: ToolNumber): ToolRef {
  return { toolkitId: MAIN_TOOLKIT.id, toolId: `tool-${number}` };
}

export function keyOf(number: ToolNumber): ToolKey {
  return toolKey(refTo(number));
}

export function keysOf(...numbers: readonly ToolNumber[]): ToolKey[] {
  return numbers.map(keyOf);
}

/** The printed number of a tool that the app names. */
export function numberOf(ref: ToolRef): ToolNumber {
  return Number(ref.toolId.slice("tool-".length));
}
