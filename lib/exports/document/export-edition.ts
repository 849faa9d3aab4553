import { isMainTool, MAIN_TOOLKIT, placeNameOf, TOOLKITS, TOOLS } from "@/content/toolkits";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { isSameTool, type ToolRef } from "@/lib/domain/tool/tool-ref";

/** A tool as its toolkit printed it. */
export interface EditionTool {
  readonly definition: ToolDefinition;
  /** Where it stands: its element's name, or its group's title. */
  readonly place: string;
  readonly isMain: boolean;
}

/**
 * The toolkits that a document was written with, as plain data. Whatever prints a document reads tools from here and never
 * from the content of today: a milestone keeps its own edition, and prints alike after a tool was changed.
 */
export interface ExportEdition {
  /** In the order in which they are shown. */
  readonly toolkits: readonly { readonly id: string; readonly source: string; readonly isMain: boolean }[];
  /** Toolkit by toolkit, in printed order. */
  readonly tools: readonly EditionTool[];
}

/** The edition of now. Tests change what there is, so it is read each time. */
export function currentEdition(): ExportEdition {
  return {
    toolkits: TOOLKITS.map(({ id, source }) => ({ id, source, isMain: id === MAIN_TOOLKIT.id })),
    tools: TOOLS.map((definition) => ({ definition, place: placeNameOf(definition), isMain: isMainTool(definition.ref) })),
  };
}

/** The tool as this edition has it; throws a RangeError when it has none. */
export function toolOfEdition({ tools }: ExportEdition, ref: ToolRef): EditionTool {
  const found = tools.find(({ definition }) => isSameTool(definition.ref, ref));
  if (!found) throw new RangeError(`This edition has no tool ${ref.toolkitId}/${ref.toolId}`);
  return found;
}

/** The tools that are counted together, in printed order. */
export function mainToolsOf({ tools }: ExportEdition): readonly ToolDefinition[] {
  return tools.filter(({ isMain }) => isMain).map(({ definition }) => definition);
}

/** Where the wording of these tools is from, after "the"; without any, of the main toolkit. */
export function nameSourcesOf({ toolkits }: ExportEdition, tools: readonly { readonly ref: ToolRef }[]): string {
  const used = toolkits.filter(({ id }) => tools.some(({ ref }) => ref.toolkitId === id));
  return (used.length > 0 ? used : toolkits.filter(({ isMain }) => isMain)).map(({ source }) => source).join("; and the ");
}
