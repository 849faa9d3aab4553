import type { ToolName, ToolRef } from "@/lib/domain/tool/tool-ref";

/** The id of this toolkit, permanent. */
export const PEER_SUPPORT = "peer-support";

interface Named {
  /** Its place among the worksheets. The guide prints no worksheets, so the number is ours. */
  readonly number: number;
  /** Permanent. */
  readonly toolId: string;
  readonly title: string;
}

/** How this toolkit names its worksheets: "Peer worksheet 1", at `…/tools/peer-worksheet-1`. */
export function named({ number, toolId, title }: Named): ToolName {
  return { ref: peerTool(toolId), number, label: `Peer worksheet ${number}`, slug: `peer-worksheet-${number}`, title };
}

/** One of this toolkit's worksheets, for whoever leads to it. */
export function peerTool(toolId: string): ToolRef {
  return { toolkitId: PEER_SUPPORT, toolId };
}
