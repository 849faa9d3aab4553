import "server-only";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgency } from "@/lib/platform/db/with-agency";
import { findOpenTool } from "./tool-access";

export interface ToolRoom {
  /** What the tool's stored text takes of RESPONSE_MAX_BYTES, with what is left of what was typed and deleted. */
  readonly usedBytes: number;
  readonly isLocked: boolean;
}

/** How much of its room a tool takes; null when nothing was saved in it, or the person can't open it. */
export async function findToolRoom(context: TeamContext, toolRef: ToolRef): Promise<ToolRoom | null> {
  if (!findOpenTool(context, toolRef)) return null;
  const { agencyId, teamId } = context;
  const found = await withAgency(context, (tx) =>
    tx.response.findFirst({ where: { agencyId, teamId, ...toolRef }, select: { sizeBytes: true, lastSeq: true, lockedAt: true } }),
  );
  return found && found.lastSeq > 0 ? { usedBytes: found.sizeBytes, isLocked: found.lockedAt !== null } : null;
}
