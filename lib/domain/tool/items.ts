import type { ChoiceItem, DateItem, Grid, GridColumn, Item, Node, PersonItem, Section, TextItem, ToolDefinition } from "./definition";
import type { ToolName } from "./tool-ref";

/** "Tool 9: Organizational Assessment", as the toolkit names it. */
export function toolName({ label, title }: Pick<ToolName, "label" | "title">): string {
  return `${label}: ${title}`;
}

/** What an item asks, for lists away from its page and for names read aloud. */
export function itemName(item: Pick<Item, "prompt" | "context">): string {
  return item.context === undefined ? item.prompt : joinTexts(item.context, item.prompt);
}

function joinTexts(first: string, second: string): string {
  return /[?.!:]$/.test(first) ? `${first} ${second}` : `${first}: ${second}`;
}

/** Id of the answer in one cell of a grid. */
export function gridCellId(rowId: string, columnId: string): string {
  return `${rowId}-${columnId}`;
}

/** Whether a grid's column is ours beside printed ones. In a grid that is ours as a whole all stand alike. */
export function isAdded({ columns }: { readonly columns: readonly Pick<GridColumn, "extension">[] }, { extension }: Pick<GridColumn, "extension">): boolean {
  return extension === true && columns.some((column) => !column.extension);
}

/** What is offered for one column of a table stands under this id, as what is offered for an item under the item's. */
export function columnOffersId(tableId: string, columnId: string): string {
  return `${tableId}/${columnId}`;
}

interface WithColumns {
  readonly columns: readonly { readonly id: string }[];
}

/** Whether a team's own rows go on with the lines of a printed table: they have all of its columns. */
export function goesOn(table: WithColumns, grid: WithColumns): boolean {
  return grid.columns.every(({ id }) => table.columns.some((column) => column.id === id));
}

export type GridItem = TextItem | DateItem | ChoiceItem | PersonItem;

/** The items of a grid, row by row. A cell's prompt names its row and its column, so it can stand alone. */
export function gridCells(grid: Grid): GridItem[] {
  return grid.rows.flatMap((row) =>
    grid.columns.map((column) => {
      const rowName = row.text ?? row.number ?? row.id;
      const base = {
        id: gridCellId(row.id, column.id),
        prompt: joinTexts(rowName, column.label),
        source: grid.source,
        ...(grid.extension || column.extension ? { extension: true as const } : {}),
        ...(column.offers ? { offers: column.offers } : {}),
      };
      return { ...base, ...cellKind(column) };
    }),
  );
}

function cellKind({ kind, length, options }: GridColumn) {
  if (kind === "text") return { kind, length: length ?? "long" } as const;
  return kind === "choice" ? ({ kind, options: options ?? [] } as const) : { kind };
}

/** The items a node holds, in printed order; none for printed text. */
export function nodeItems(node: Node): readonly Item[] {
  switch (node.kind) {
    case "paragraph":
    case "heading":
    case "list":
    case "step":
    case "reference-table":
      return [];
    case "checklist":
    case "ratings":
      return node.items;
    case "grid":
      return gridCells(node);
    default:
      return [node];
  }
}

export function sectionItems(section: Section): Item[] {
  return section.nodes.flatMap(nodeItems);
}

/** Every item of a tool, in printed order. */
export function toolItems(tool: ToolDefinition): Item[] {
  return tool.sections.flatMap(sectionItems);
}

/** The items by id, for look-ups while saving. */
export function itemsById(tool: ToolDefinition): ReadonlyMap<string, Item> {
  return new Map(toolItems(tool).map((item) => [item.id, item]));
}
