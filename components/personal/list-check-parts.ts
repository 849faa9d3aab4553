import type { Answers, ChoiceValue } from "@/lib/domain/answer/answers";
import type { Node, ToolDefinition } from "@/lib/domain/tool/definition";
import type { CheckPart, CheckQuestion } from "./own-check-form";

function questionOf(node: Node, answers: Answers): CheckQuestion | null {
  if (node.kind === "choice") {
    const options = node.options.map(({ id, label }) => ({ value: id, label }));
    return { id: node.id, prompt: node.prompt, options, value: (answers[node.id] as ChoiceValue | undefined)?.option ?? "" };
  }
  if (node.kind === "text") return { id: node.id, prompt: node.prompt, options: null, value: (answers[node.id] as string | undefined) ?? "" };
  return null;
}

/** A personal check as its form shows it: choices and words, with the headings that stand above them. */
export function listCheckParts(tool: ToolDefinition, answers: Answers): readonly CheckPart[] {
  return tool.sections.map((section) => ({
    id: section.id,
    title: section.title ?? tool.title,
    questions: section.nodes.flatMap((node, index) => {
      const question = questionOf(node, answers);
      if (!question) return [];
      const above = section.nodes[index - 1];
      return [above?.kind === "heading" ? { ...question, heading: above.text } : question];
    }),
  }));
}
