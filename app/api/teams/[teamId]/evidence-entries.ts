import { TOOLS } from "@/content/tools";
import type { TeamContext } from "@/lib/auth/context";
import { listTeamEvidence } from "@/lib/data/evidence";
import type { EvidenceEntry } from "@/lib/pdf/export-document";
import type { ToolNumber } from "@/lib/tools/definition";
import { evidenceTypeLabel, formatBytes } from "@/lib/tools/evidence";
import { itemName, toolItems } from "@/lib/tools/items";

/** The files on the tools named (all for null), worded for an export, in the order of the items they belong to. */
export async function loadEvidenceEntries(
  context: TeamContext,
  toolNumbers: readonly ToolNumber[] | null,
): Promise<EvidenceEntry[]> {
  const files = await listTeamEvidence(context, toolNumbers);
  return TOOLS.flatMap((tool) =>
    toolItems(tool).flatMap((item) =>
      files
        .filter(({ toolNumber, itemId }) => toolNumber === tool.number && itemId === item.id)
        .map(({ name, mediaType, sizeBytes, added }) => ({
          toolNumber: tool.number,
          item: itemName(item),
          name,
          kind: `${evidenceTypeLabel(mediaType)}, ${formatBytes(sizeBytes)}`,
          added,
        })),
    ),
  );
}
