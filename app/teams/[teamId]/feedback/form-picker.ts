import { TOOLS } from "@/content/toolkits";
import { toolName } from "@/lib/domain/tool/items";
import { listOfferedQuestions } from "@/lib/feedback/offered-questions";
import type { TeamContext } from "@/lib/platform/auth/context";
import { findOpenTool } from "@/lib/responses/tool-access";

/** The tools that a person may open, by name. */
export function namedTools(context: TeamContext) {
  return TOOLS.filter((tool) => findOpenTool(context, tool.ref)).map((tool) => ({ slug: tool.slug, name: toolName(tool) }));
}

/** What a form's questions can be taken from. */
export function pickerOf(context: TeamContext) {
  return { offered: listOfferedQuestions(context), tools: namedTools(context) };
}
