/** Which tool, wherever something is stored, sent or passed on. Both ids are permanent; a tool's number is only a label. */
export interface ToolRef {
  readonly toolkitId: string;
  readonly toolId: string;
}

/** A ref as one text, for lists, sets and keys: "ps-cope/tool-9". */
export type ToolKey = `${string}/${string}`;

/** How a tool is called and where its page is, for whoever does not hold its definition. */
export interface ToolName {
  readonly ref: ToolRef;
  /** As printed in its toolkit, and its place among the toolkit's tools. */
  readonly number: number;
  /** "Tool 9" */
  readonly label: string;
  /** Its part of an address (`/teams/…/tools/9`), which no other tool of any toolkit has. People keep bookmarks: permanent. */
  readonly slug: string;
  readonly title: string;
}

export function toolKey({ toolkitId, toolId }: ToolRef): ToolKey {
  return `${toolkitId}/${toolId}`;
}

export function isSameTool(a: ToolRef, b: ToolRef): boolean {
  return a.toolkitId === b.toolkitId && a.toolId === b.toolId;
}

/** The ref among other things that a row or an object holds. */
export function refOf({ toolkitId, toolId }: ToolRef): ToolRef {
  return { toolkitId, toolId };
}

/** What of a definition names the tool, and nothing else of it. */
export function nameOf({ ref, number, label, slug, title }: ToolName): ToolName {
  return { ref, number, label, slug, title };
}

/** The ref that a key was made from. */
export function refOfKey(key: ToolKey): ToolRef {
  const [toolkitId = "", toolId = ""] = key.split("/");
  return { toolkitId, toolId };
}

/** Ids of toolkits and tools are kebab-case, so a key has one slash. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Names no tool: what an address without one of ours leads to. */
export const NO_TOOL: ToolRef = { toolkitId: "", toolId: "" };
