import type { Node } from "@/lib/domain/tool/definition";

/** A text that a tool or a guide prints, and where: the piece of the definition that holds it, and its place in there. */
export interface PrintedPlace {
  readonly owner: object;
  /** "prompt", "items.2", "rows.0.1". */
  readonly field: string;
  readonly text: string;
}

/** The running texts of these nodes in reading order. Heads of columns, labels of options and numbers are none. */
export function printedPlaces(nodes: readonly Node[]): readonly PrintedPlace[] {
  return nodes.flatMap(placesOf);
}

/** Of an object with texts: those of the fields, in this order; a field's list of texts counts one by one. */
export function placesIn<Owner extends object>(owner: Owner, ...fields: readonly (keyof Owner & string)[]): PrintedPlace[] {
  return fields.flatMap((field) => listTexts(owner[field], field).map((place) => ({ owner, ...place })));
}

function listTexts(value: unknown, field: string): Omit<PrintedPlace, "owner">[] {
  if (typeof value === "string") return [{ field, text: value }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((inner: unknown, index) => listTexts(inner, `${field}.${index}`));
}

function placesOf(node: Node): readonly PrintedPlace[] {
  switch (node.kind) {
    case "paragraph":
    case "heading":
      return placesIn(node, "text");
    case "list":
      return placesIn(node, "lead", "items");
    case "step":
      return placesIn(node, "text", "note");
    case "reference-table":
      return placesIn(node, "caption", "rows");
    case "checklist":
      return [...placesIn(node, "lead", "subLead"), ...printedPlaces(node.items)];
    case "ratings":
      return [...placesIn(node, "description", "lead"), ...printedPlaces(node.items)];
    case "grid":
      return [...placesIn(node, "caption"), ...node.rows.flatMap((row) => placesIn(row, "text", "bullets"))];
    case "status":
      return placesIn(node, "prompt", "bullets");
    case "text":
    case "date":
    case "choice":
    case "rating":
    case "person":
    case "table":
      return placesIn(node, "prompt");
  }
}
