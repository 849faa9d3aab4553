import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { itemGroups } from "@/lib/domain/tool/item-groups";

/** A personal check as plain text, which any device opens: every line of it, answered or not. Lines end as on every system. */
export function formatCheck(tool: ToolDefinition, answers: Answers, { teamName, changedAt }: { readonly teamName: string; readonly changedAt: string }): string {
  const parts = tool.sections.map((section) => [
    section.title ?? tool.title,
    ...itemGroups(section).flatMap(({ heading, items }) => [
      ...(heading === undefined ? [] : [heading]),
      ...items.map((item) => `${item.prompt}\n  ${(formatAnswer(item, answerTo(item, answers)) || "No answer").replaceAll("\n", "\n  ")}`),
    ]),
  ]);
  const head = [tool.title, teamName, `Saved ${changedAt.slice(0, 10)} (UTC)`].join("\n");
  return `${[head, ...parts.flat()].join("\n\n").replaceAll("\n", "\r\n")}\r\n`;
}
