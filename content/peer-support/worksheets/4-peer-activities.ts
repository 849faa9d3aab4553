import { defineTool, type Node, type Section } from "@/lib/domain/tool/definition";
import { CATEGORIES, FIGURE_3, type Strategy } from "../figures/figure-3-activities";
import { named } from "../named";
import { madeHere } from "./made-here";

function cellNodes(strategy: Strategy, category: string, at: number): Node[] {
  const id = `p4-${strategy.id}-${category.toLowerCase()}`;
  const source = `Figure 3, ${strategy.title}, ${category}`;
  const example = strategy.examples[at];
  return [
    { kind: "heading", text: category },
    { kind: "paragraph", text: example ? `Example in the guide: ${example}` : "The guide prints no example here." },
    {
      kind: "choice",
      id,
      prompt: `${strategy.title}, ${category}: where are we?`,
      source,
      options: [
        { id: "now", label: "We offer this now" },
        { id: "plan", label: "We plan to" },
        { id: "not-us", label: "Not us" },
      ],
    },
    { kind: "text", id: `${id}-words`, length: "long", prompt: `${strategy.title}, ${category}: what, and who does it`, source },
  ];
}

const sectionOf = (strategy: Strategy): Section => ({
  id: `p4-${strategy.id}`,
  title: strategy.title,
  nodes: [
    { kind: "paragraph", text: strategy.group },
    ...CATEGORIES.flatMap((category, at) => cellNodes(strategy, category, at)),
  ],
});

export const peerActivities = defineTool({
  ...named({ number: 4, toolId: "peer-activities", title: "Peer Activities" }),
  version: 1,
  kind: "worksheet",
  chapter: "peer-practice",
  purpose: [{ kind: "paragraph", text: "Look at what peers can do, strategy by strategy, and choose what fits your agency." }],
  completion: "Peers should lead this one. Staff and partners add what they know.",
  directions: madeHere(
    "Figure 3 of the guide",
    "The strategies, the four kinds of support, and the examples are the guide’s own words. The questions are ours. The figure leaves five of its places empty; you may have an idea for them.",
  ),
  sections: FIGURE_3.map(sectionOf),
});
