import { type Checklist, defineTool, type Section, type StatusItem } from "@/lib/domain/tool/definition";
import { FIGURE_2, type InfluenceColumn, type InfluenceHead } from "../figures/figure-2-influences";
import { named } from "../named";
import { madeHere } from "./made-here";

/** Ids hold the column, the place of the head and the place of the bullet. */
function listOf(column: InfluenceColumn, head: InfluenceHead, at: number): Checklist {
  const id = `p3-${column.id}-${at + 1}`;
  const source = `Figure 2, ${column.title}, ${head.title}`;
  // A head without bullets is the statement itself.
  const bullets = head.bullets.length > 0 ? head.bullets : [{ text: head.title }];
  return {
    kind: "checklist",
    id: `${id}-list`,
    ...(head.bullets.length > 0 ? { lead: head.title } : {}),
    items: bullets.map(
      (bullet, index): StatusItem => ({
        kind: "status",
        id: `${id}-${index + 1}`,
        prompt: bullet.text,
        source,
        ...("under" in bullet && bullet.under ? { bullets: bullet.under } : {}),
      }),
    ),
  };
}

const sectionOf = (column: InfluenceColumn): Section => ({
  id: `p3-${column.id}`,
  title: column.title,
  nodes: column.heads.map((head, at) => listOf(column, head, at)),
});

export const influencesAndSupport = defineTool({
  ...named({ number: 3, toolId: "influences", title: "Influences and Support" }),
  version: 1,
  kind: "checklist",
  chapter: "core-elements",
  purpose: [{ kind: "paragraph", text: "See what you have in place to prevent overdose. Look at your program, your agency, and the systems around it." }],
  completion: "The team can go through the lists together. People who do the work each day should have a say.",
  directions: madeHere(
    "Figure 2 of the guide",
    "The heads and the lines are the guide’s own words. The answers Yes, In Progress, and No are ours. The figure prints three columns side by side; here each one is a list of its own.",
  ),
  sections: FIGURE_2.map(sectionOf),
});
