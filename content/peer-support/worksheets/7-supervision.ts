import { type ChoiceItem, defineTool, type Node, type Section } from "@/lib/domain/tool/definition";
import { FIGURE_5, FIGURE_5_NOTE, SUPERVISION_LEAD, SUPERVISION_MARKS, type SupervisionColumn, type SupervisionEntry } from "../figures/figure-5-supervision";
import { named } from "../named";
import { madeHere } from "./made-here";

export const supervision = defineTool({
  ...named({ number: 7, toolId: "supervision", title: "Supervision" }),
  version: 1,
  kind: "checklist",
  chapter: "supervision",
  purpose: [{ kind: "paragraph", text: "See how well your agency supports the people who do peer work, and those who guide them." }],
  completion: "Peers and their supervisors should do this one as a group.",
  directions: madeHere(
    "“Supervising Peer Support” in the guide",
    "The eight lines are the guide’s own words. The answers and the other questions are ours.",
    "There is also a check that a supervisor fills in alone, from the guide’s Figure 5. Nobody else sees it unless the supervisor shares it. It has a page of its own, linked below the worksheets on your team’s page of tools.",
  ),
  sections: [
    {
      id: "p7-marks",
      title: "Strengths-based supervision",
      nodes: [
        {
          kind: "checklist",
          id: "p7-marks-list",
          lead: SUPERVISION_LEAD,
          items: SUPERVISION_MARKS.map((prompt, index) => ({
            kind: "status", id: `p7-${index + 1}`, prompt, source: "Supervising Peer Support",
          })),
        },
      ],
    },
    {
      id: "p7-people",
      title: "Who supervises, and what they need",
      nodes: [
        {
          kind: "text",
          id: "p7-supervisors",
          length: "long",
          prompt: "Who is the supervisor of our peer workers?",
          source: "Supervising Peer Support",
          offers: [
            {
              title: "Peers your team listed in Tool 8",
              tables: [{ item: "t8-s1-3", columns: ["name", "role", "affiliation"], saying: ["peer", "lived experience", "living experience", "recovery coach", "recovery specialist"] }],
            },
          ],
        },
        { kind: "text", id: "p7-training", length: "long", prompt: "What training and support do they need?", source: "Supervising Peer Support" },
      ],
    },
  ],
});

const ANSWERS: ChoiceItem["options"] = [
  { id: "strong", label: "I do this well" },
  { id: "learning", label: "I am learning" },
  { id: "support", label: "I want support" },
];

/** What is printed as preferred is lived experience: no skill that anybody could learn. */
const PREFERRED_ANSWERS: ChoiceItem["options"] = [...ANSWERS, { id: "not-mine", label: "Not mine" }];

function entryNodes(column: SupervisionColumn, entry: SupervisionEntry, index: number): Node[] {
  const item: ChoiceItem = {
    kind: "choice",
    id: `ps1-${column.id}-${index + 1}`,
    prompt: entry.under ? `${entry.text}: ${entry.under.join("; ")}` : entry.text,
    source: `Figure 5, ${column.title}`,
    options: entry.heading === undefined ? ANSWERS : PREFERRED_ANSWERS,
  };
  return [...(entry.heading ? [{ kind: "heading", text: entry.heading } as const] : []), item];
}

const columnSection = (column: SupervisionColumn): Section => ({
  id: `ps1-${column.id}`,
  title: column.title,
  nodes: column.entries.map((entry, index) => entryNodes(column, entry, index)).flat(),
});

/** Filled in by one person alone (`Toolkit.personal`). */
export const supervisorCheck = defineTool({
  ...named({ number: 8, toolId: "supervisor-check", title: "Supervisor’s Own Check" }),
  label: "Own check",
  slug: "supervisor-check",
  version: 1,
  kind: "checklist",
  chapter: "supervision",
  purpose: [{ kind: "paragraph", text: "Look at your own strengths as a supervisor of peer work, and at what you want to learn." }],
  completion: "Each supervisor fills in their own.",
  directions: madeHere(
    "Figure 5 of the guide",
    "The lines are the guide’s own words. The answers and the last question are ours. Leave out what you do not want to answer.",
    FIGURE_5_NOTE,
  ),
  sections: [
    ...FIGURE_5.map(columnSection),
    {
      id: "ps1-next",
      title: "What comes next",
      nodes: [{ kind: "text", id: "ps1-next-words", length: "long", prompt: "What do I want to work on next, and who can help?", source: "Figure 5" }],
    },
  ],
});
