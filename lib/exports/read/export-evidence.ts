import "server-only";
import { TOOLS } from "@/content/toolkits";
import { formatBytes } from "@/lib/domain/text/byte-size";
import { itemName, toolItems } from "@/lib/domain/tool/items";
import { isSameTool, nameOf, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { evidenceTypeLabel } from "@/lib/evidence/evidence-file";
import { listTeamEvidence } from "@/lib/evidence/read-evidence";
import type { EvidenceEntry } from "@/lib/exports/document/export-document";
import type { TeamContext } from "@/lib/platform/auth/context";

/** The files on the tools named, worded for an export, in the order of the items they belong to. */
export async function listEvidenceEntries(
  context: TeamContext,
  toolRefs: readonly ToolRef[],
): Promise<EvidenceEntry[]> {
  const files = await listTeamEvidence(context, toolRefs);
  return TOOLS.flatMap((tool) =>
    toolItems(tool).flatMap((item) =>
      files
        .filter(({ toolRef, itemId }) => isSameTool(toolRef, tool.ref) && itemId === item.id)
        .map(({ name, mediaType, sizeBytes, added }) => ({
          tool: nameOf(tool),
          itemId: item.id,
          item: itemName(item),
          name,
          kind: `${evidenceTypeLabel(mediaType)}, ${formatBytes(sizeBytes)}`,
          added,
        })),
    ),
  );
}
