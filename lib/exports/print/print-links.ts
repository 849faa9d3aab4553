import { rowOfTarget } from "@/lib/domain/plan/links";
import type { ExportDocument } from "@/lib/exports/document/export-document";

type Link = ExportDocument["links"][number];

const quoted = (words: string) => (words === "" ? "something that was removed" : `“${words}”`);

function formatSource({ kind, from }: Link): string {
  if (kind === "gap-priority") return `${from.place || from.tool.label}, ${quoted(from.words)}`;
  return `${kind === "priority-idea" ? "a priority" : from.place} in ${from.tool.label}: ${quoted(from.words)}`;
}

/**
 * What stands under a section's heading or below a table: where it came from, one line for each. A priority names itself, since
 * its row stands above.
 */
export function printComesFrom({ links }: Pick<ExportDocument, "links">, tool: { readonly ref: Link["to"]["tool"]["ref"] }, placeId: string): readonly string[] {
  const here = links.filter(({ to }) => to.tool.ref.toolId === tool.ref.toolId && to.tool.ref.toolkitId === tool.ref.toolkitId);
  return here.flatMap((link) => {
    const { target, words } = link.to;
    if (target === placeId) return [`From ${formatSource(link)}. Linked in this workbook, not printed in the toolkit.`];
    if (rowOfTarget(target) !== null && target.startsWith(`${placeId}/`)) return [`${quoted(words)}: from ${formatSource(link)}`];
    return [];
  });
}
