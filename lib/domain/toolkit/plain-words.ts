import type { Item, Node, ReferenceBlock, ToolDefinition } from "@/lib/domain/tool/definition";
import { toolItems } from "@/lib/domain/tool/items";

/**
 * Our wording beside sentences of the toolkit that are hard to read; the printed words stay as they are. Kept by the id of
 * what it explains (an item, a grid, a row of a grid, a checklist, a rating area), or by the printed text where that has
 * no id of its own.
 */
export type PlainWords = ReadonlyMap<string, string>;

/** How they are written down, tool by tool. */
export type PlainWordsList = Readonly<Record<string, string>>;

/** A place of a tool where plain words can stand. */
export interface PrintedPassage {
  /** What plain words for it are kept by. */
  readonly key: string;
  /** The printed sentences there. */
  readonly sentences: readonly string[];
}

/** Every sentence that a tool prints, place by place: the tool's words, not the heads of its parts or the names of its tables. */
export function listPassages(tool: ToolDefinition): readonly PrintedPassage[] {
  // A question printed as a block of its own is explained at the item that answers it.
  const asked = new Set(toolItems(tool).map(({ context }) => context));
  const blocks: readonly Node[] = [...tool.purpose, { kind: "paragraph", text: tool.completion }, ...tool.directions];
  return [...blocks, ...tool.sections.flatMap(({ nodes }) => nodes)]
    .flatMap(passagesOf)
    .filter(({ key }) => !asked.has(key));
}

const byText = (...texts: readonly (string | undefined)[]): PrintedPassage[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ key: text, sentences: [text] }]));

function passagesOf(node: Node): PrintedPassage[] {
  switch (node.kind) {
    case "checklist":
      return [...byId(node.id, node.lead, node.subLead), ...node.items.flatMap(passagesOf)];
    case "ratings":
      return [...byId(node.id, node.description), ...byId(`${node.id}-lead`, node.lead), ...node.items.flatMap(passagesOf)];
    case "grid":
      return [
        ...byId(node.id, ...node.columns.filter(({ extension }) => !extension).map(({ label }) => label)),
        ...node.rows.flatMap(({ id, text, bullets = [] }) => byId(id, text, ...bullets)),
      ];
    case "table":
      return byId(node.id, node.prompt, ...node.columns.flatMap(({ label, question }) => [label, question]));
    case "status":
      return byId(node.id, node.prompt, ...(node.bullets ?? []));
    case "choice":
      return byId(node.id, ...question(node), ...node.options.map(({ label }) => label));
    case "text":
    case "date":
    case "rating":
    case "person":
      return byId(node.id, ...question(node));
    default:
      return blockPassages(node);
  }
}

/** A prompt with the question above it; a head above it ("Data Analysis") is no sentence. */
function question({ context, prompt }: Pick<Item, "context" | "prompt">): string[] {
  return context !== undefined && /[.?!:]$/.test(context) ? [context, prompt] : [prompt];
}

function blockPassages(block: ReferenceBlock): PrintedPassage[] {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return byText(block.text);
    case "list":
      return byText(block.lead, ...block.items);
    case "step":
      return byText(block.text, block.note);
    case "reference-table":
      return byText(
        block.caption,
        ...block.columns.map(({ description }) => description),
        ...block.rows.flatMap((row) => row.slice(block.rowHeaders ? 1 : 0).flat()),
      );
  }
}

function byId(key: string, ...texts: readonly (string | undefined)[]): PrintedPassage[] {
  const sentences = texts.filter((text) => text !== undefined);
  return sentences.length === 0 ? [] : [{ key, sentences }];
}
