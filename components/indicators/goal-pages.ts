import { MAIN_TOOLKIT } from "@/content/toolkits";
import { isSameTool, type ToolRef } from "@/lib/domain/tool/tool-ref";
import { goalHref } from "./goal-address";

/** Where a tool's tables have their values over time, by the table's id; nothing for any tool but the evaluation's. */
export function goalPages(teamId: string, toolRef: ToolRef): ReadonlyMap<string, { readonly href: string; readonly label: string }> {
  const evaluation = MAIN_TOOLKIT.planFlow?.evaluation;
  if (!evaluation || !isSameTool(evaluation.tool, toolRef)) return new Map();
  return new Map(
    evaluation.goals.map(({ indicators, name }, index) => [
      indicators,
      { href: goalHref({ teamId, sheet: String(index + 1) }), label: `Values over time of ${name.toLowerCase()}` },
    ]),
  );
}
