import { ACRONYMS, GLOSSARY, toolkitOf, TOOLKITS, TOOLS } from "@/content/toolkits";
import type { Node, ToolDefinition } from "@/lib/domain/tool/definition";
import { type MarkedParts, type MarkedText, type MarkedTool, type Marking, markNodes, markTexts, markTool } from "@/lib/domain/toolkit/mark-texts";
import { inlineTokenizer } from "@/lib/domain/toolkit/tokenize-text";

// What is marked follows from the definitions alone: it is worked out once for each text that a page prints.

const MARKING: Marking = {
  tokenize: inlineTokenizer({ acronyms: ACRONYMS, terms: GLOSSARY.filter(({ isMarked }) => isMarked), tools: TOOLS }),
  subjects: TOOLKITS.flatMap(({ subject }) => subject ?? []),
};

const tools = new WeakMap<ToolDefinition, MarkedTool>();

/** Everything that a tool's page prints, marked. */
export function markedTool(tool: ToolDefinition): MarkedTool {
  const known = tools.get(tool);
  if (known) return known;
  const marked = markTool(tool, toolkitOf(tool.ref), MARKING);
  tools.set(tool, marked);
  return marked;
}

/** Printed text that stands by itself, marked; `part` names it within its page. */
export function markedNodes(nodes: readonly Node[], part: string): MarkedParts {
  return markNodes(nodes, part, MARKING);
}

/** The texts of one part of a page, list by list in reading order, marked. */
export function markedLists(lists: readonly (readonly string[])[], part: string): readonly (readonly MarkedText[])[] {
  const marked = markTexts(lists.flat(), part, MARKING);
  let end = 0;
  return lists.map(({ length }) => marked.slice(end, (end += length)));
}
