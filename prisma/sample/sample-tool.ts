import { psCopeTool } from "@/content/ps-cope/named";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";

/** The tool with this number: the sample is written as people speak of the tools. */
export function sampleTool(number: number): ToolRef {
  return psCopeTool(`tool-${number}`);
}
