import type { Answers, ChoiceValue } from "@/lib/domain/answer/answers";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemGroups } from "@/lib/domain/tool/item-groups";
import type { CheckHeading, CheckPart, CheckQuestion } from "./own-check-form";

type Plain = (key: string) => string | undefined;

function questionOf(item: Item, answers: Answers, plain: Plain): CheckQuestion | null {
  const words = plain(item.id);
  const asked = { id: item.id, prompt: item.prompt, ...(words === undefined ? {} : { plain: words }) };
  if (item.kind === "choice") {
    const options = item.options.map(({ id, label }) => ({ value: id, label }));
    return { ...asked, options, value: (answers[item.id] as ChoiceValue | undefined)?.option ?? "" };
  }
  if (item.kind === "text") return { ...asked, options: null, value: (answers[item.id] as string | undefined) ?? "" };
  return null;
}

function headingOf(text: string, plain: Plain): CheckHeading {
  const words = plain(text);
  return words === undefined ? { text } : { text, plain: words };
}

/** A personal check as its form shows it: choices and words, with the headings that stand above them, and our plain words. */
export function listCheckParts(tool: ToolDefinition, answers: Answers, plain: Plain): readonly CheckPart[] {
  return tool.sections.map((section) => ({
    id: section.id,
    title: section.title ?? tool.title,
    questions: itemGroups(section).flatMap(({ heading, items }) =>
      items.flatMap((item, index) => {
        const question = questionOf(item, answers, plain);
        if (!question) return [];
        return [index > 0 || heading === undefined ? question : { ...question, heading: headingOf(heading, plain) }];
      }),
    ),
  }));
}
