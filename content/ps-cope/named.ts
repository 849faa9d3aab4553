import type { ToolName, ToolRef } from "@/lib/domain/tool/tool-ref";

/** The id of this toolkit, permanent. */
export const PS_COPE = "ps-cope";

interface Named {
  /** Printed in the toolkit; also the tool's address, since the first release. */
  readonly number: number;
  /** Permanent, whatever number a later edition of the toolkit gives the tool. */
  readonly toolId: string;
  readonly title: string;
}

/** How this toolkit names its tools: "Tool 9", at `…/tools/9`. */
export function named({ number, toolId, title }: Named): ToolName {
  return { ref: psCopeTool(toolId), number, label: `Tool ${number}`, slug: String(number), title };
}

/** One of this toolkit's tools, for whoever leads to it. */
export function psCopeTool(toolId: string): ToolRef {
  return { toolkitId: PS_COPE, toolId };
}
