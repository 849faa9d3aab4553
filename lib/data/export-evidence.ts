import "server-only";
import { TOOLS } from "@/content/tools";
import type { TeamContext } from "@/lib/auth/context";
import type { EvidenceEntry } from "@/lib/export/export-document";
import type { ToolNumber } from "@/lib/tools/definition";
import { evidenceTypeLabel, formatBytes } from "@/lib/tools/evidence";
import { itemName, toolItems } from "@/lib/tools/items";
import { listTeamEvidence } from "./evidence";

/** The files on the tools named, worded for an export, in the order of the items they belong to. */
export async function listEvidenceEntries(
  context: TeamContext,
  toolNumbers: readonly ToolNumber[],
): Promise<EvidenceEntry[]> {
  const files = await listTeamEvidence(context, toolNumbers);
  return TOOLS.flatMap((tool) =>
    toolItems(tool).flatMap((item) =>
      files
        .filter(({ toolNumber, itemId }) => toolNumber === tool.number && itemId === item.id)
        .map(({ name, mediaType, sizeBytes, added }) => ({
          toolNumber: tool.number,
          itemId: item.id,
          item: itemName(item),
          name,
          kind: `${evidenceTypeLabel(mediaType)}, ${formatBytes(sizeBytes)}`,
          added,
        })),
    ),
  );
}
