import type { ToolDefinition } from "@/lib/domain/tool/definition";

/** Fields that hold no printed words. */
const UNPRINTED = new Set([
  "id", "anchor", "ref", "slug", "role", "upgrades", "kind", "element", "source", "rowName", "otherOptionId", "layout",
  "number", "length", "version", "rowHeaders", "ordered", "extension", "onlyFor",
]);

/** Every text of a tool with the path to it ("sections.0.nodes.2.prompt"). */
export function printedTexts(tool: ToolDefinition): { path: string; text: string }[] {
  const texts: { path: string; text: string }[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "string") texts.push({ path, text: value });
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        // A tool's own label is ours; an option's is printed.
        if (!UNPRINTED.has(key) && !(path === "" && key === "label")) walk(inner, path === "" ? key : `${path}.${key}`);
      }
    }
  };
  walk(tool, "");
  return texts;
}
