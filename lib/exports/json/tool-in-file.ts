import { z } from "zod";
import type { ToolName } from "@/lib/domain/tool/tool-ref";

/** How a file names a tool: its two ids are permanent, the number is what the toolkit prints. */
export const toolNameSchema = z
  .strictObject({
    toolkit: z.string().describe("The permanent id of the toolkit the tool is from, such as ps-cope."),
    tool: z.string().describe("The tool’s permanent id within its toolkit, such as tool-9."),
    number: z.int().min(1).describe("The number the toolkit prints. Only a label: a later edition may number its tools anew."),
  })
  .meta({ id: "toolName", description: "Which tool." });

export type ToolNameInFile = z.infer<typeof toolNameSchema>;

export function toolInFile({ ref, number }: Pick<ToolName, "ref" | "number">): ToolNameInFile {
  return { toolkit: ref.toolkitId, tool: ref.toolId, number };
}
