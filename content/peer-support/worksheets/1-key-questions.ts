import { defineTool, type Node, type Section } from "@/lib/domain/tool/definition";
import { FIGURE_6, type QuestionPart, RIGHTED_NOTE, RIGHTED_QUESTION } from "../figures/figure-6-questions";
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
    // Below the last question of its area, where the misprint stands.
    ...(area.questions.includes(RIGHTED_QUESTION) ? [{ kind: "paragraph", text: `This workbook’s note: ${RIGHTED_NOTE}` } as const] : []),
  ]);
  return { id: `p1-${part.id}`, title: part.title, nodes };
}

const countOf = ({ areas }: QuestionPart) => areas.flatMap(({ questions }) => questions).length;

export const keyQuestions = defineTool({
  ...named({ number: 1, toolId: "key-questions", title: "Key Questions" }),
  version: 1,
  kind: "worksheet",
  chapter: "barriers",
  purpose: [{ kind: "paragraph", text: "Talk about what needs to change so that peer support can work well. Look at your agency, and at the systems around it." }],
  completion: "Talk about these questions as a group: the team lead, those who run the agency, peers, and partners.",
  directions: madeHere(
    "Figure 6 of the guide",
    "The heads and the questions are the guide’s own words. The numbers are ours. Write what you know today. You can come back to it.",
  ),
  sections: FIGURE_6.map((part, index) => sectionOf(part, 1 + FIGURE_6.slice(0, index).reduce((sum, one) => sum + countOf(one), 0))),
});
