import { ADDABLE_TOOLKITS, MAIN_TOOLKIT, TOOLS } from "@/content/toolkits";
import type { TracedGap } from "@/lib/domain/plan/trace";
import type { ElementId, Item, Node, RatingItem, StatusItem, ToolDefinition } from "@/lib/domain/tool/definition";
import { nodeItems } from "@/lib/domain/tool/items";
import { nameOf, toolKey } from "@/lib/domain/tool/tool-ref";

/** Something that can be a gap: what the readiness report rates or states, and the statements of a supplement's overview. */
export interface GapItem extends TracedGap {
  readonly item: RatingItem | StatusItem;
  /** The words that its own complete; empty where they stand alone. */
  readonly lead: string;
  /** The heading of its part of the tool. */
  readonly title: string;
  /** Of the main toolkit; null for a supplement's. */
  readonly element: ElementId | null;
}

function leadOf(node: Node): string {
  if (node.kind === "ratings") return node.lead;
  return node.kind === "checklist" ? (node.subLead ?? node.lead ?? "") : "";
}

/** "Component 4" of "Component 4: Early support" */
const beforeColon = (title: string) => title.split(":")[0] ?? title;

function gapItemsOf(tool: ToolDefinition, isGap: (item: Item) => boolean, element: ElementId | null): GapItem[] {
  return tool.sections.flatMap((section) =>
    section.nodes.flatMap((node) =>
      nodeItems(node).flatMap((item): GapItem[] => {
        if ((item.kind !== "rating" && item.kind !== "status") || !isGap(item)) return [];
        const lead = leadOf(node);
        const title = node.kind === "ratings" ? node.title : (section.title ?? tool.title);
        const bullets = item.kind === "status" ? (item.bullets ?? []).join("; ") : "";
        return [
          {
            item,
            itemId: item.id,
            tool: nameOf(tool),
            lead,
            title,
            area: node.kind === "ratings" ? beforeColon(node.title) : (section.title ?? tool.label),
            words: [lead, item.prompt, bullets].filter(Boolean).join(" "),
            element: node.kind === "ratings" ? node.element : element,
          },
        ];
      }),
    ),
  );
}

function listGapItems(): GapItem[] {
  const main = MAIN_TOOLKIT.tools
    .filter(({ kind, role }) => kind === "checklist" || role === "assessment")
    .flatMap((tool) => gapItemsOf(tool, () => true, tool.element ?? null));
  const stated = new Set(ADDABLE_TOOLKITS.flatMap(({ overview }) => overview?.statements ?? []).flatMap(({ columns }) => columns.flatMap(({ items }) => items)));
  const added = TOOLS.filter((tool) => !MAIN_TOOLKIT.tools.includes(tool)).flatMap((tool) => gapItemsOf(tool, ({ id }) => stated.has(id), null));
  return [...main, ...added];
}

const byId: ReadonlyMap<string, GapItem> = new Map(listGapItems().map((gap) => [gap.itemId, gap]));

/** The item; null when it is none that can be a gap. */
export function findGapItem(itemId: string): GapItem | null {
  return byId.get(itemId) ?? null;
}

/** The item that the end of a link names; null for an item that its tool no longer has. */
export function findLinkedGap({ tool, target }: { readonly tool: ToolDefinition["ref"]; readonly target: string }): GapItem | null {
  const gap = byId.get(target);
  return gap && toolKey(gap.tool.ref) === toolKey(tool) ? gap : null;
}
