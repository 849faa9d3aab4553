import { defineTool, type Node, type Section } from "@/lib/domain/tool/definition";
import { FIGURE_6, type QuestionPart } from "../figures/figure-6-questions";
import { named } from "../named";
import { madeHere } from "./made-here";

/** The questions are numbered through both parts: their ids hold the number. */
function sectionOf(part: QuestionPart, first: number): Section {
  let number = first;
  const nodes = part.areas.flatMap((area): Node[] => [
    { kind: "heading", text: area.title },
    ...area.questions.map((prompt): Node => {
      const id = `p1-${number}`;
      const own = number++;
      return { kind: "text", id, length: "long", number: String(own), prompt, source: `Figure 6, ${part.title}, ${area.title}` };
    }),
  ]);
  return { id: `p1-${part.id}`, title: part.title, nodes };
}

const countOf = ({ areas }: QuestionPart) => areas.flatMap(({ questions }) => questions).length;

export const keyQuestions = defineTool({
  ...named({ number: 1, toolId: "key-questions", title: "Key Questions" }),
  version: 1,
  kind: "worksheet",
  chapter: "barriers",
  purpose: [{ kind: "paragraph", text: "Talk about what has to change in your agency, and in the systems around it, before peer support can work well." }],
  completion: "A team lead, agency leaders, peers, and community partners can answer these questions together.",
  directions: madeHere(
    "Figure 6 of the guide",
    "The heads and the questions are the guide’s own words. The numbers are ours. Write what you know today. You can come back to it.",
  ),
  sections: FIGURE_6.map((part, index) => sectionOf(part, 1 + FIGURE_6.slice(0, index).reduce((sum, one) => sum + countOf(one), 0))),
});
