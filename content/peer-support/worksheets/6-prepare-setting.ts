import { defineTool, type Node, type StatusItem } from "@/lib/domain/tool/definition";
import { INFRASTRUCTURE_COMPONENTS, READINESS_STEPS } from "../figures/setting-readiness";
import { named } from "../named";
import { madeHere } from "./made-here";

const STEPS_SOURCE = "Preparing Settings";

export const stepItemId = (id: string) => `p6-${id}`;

function stepNodes({ id, lead, text }: (typeof READINESS_STEPS)[number], index: number): Node[] {
  const printed: Node = { kind: "paragraph", text };
  return [
    { kind: "status", id: stepItemId(id), number: String(index + 1), prompt: lead, source: STEPS_SOURCE },
    // The components have a part of their own, so this step keeps only its lead.
    ...(id === "infrastructure" ? [] : [printed]),
    { kind: "text", id: `p6-${id}-notes`, length: "long", prompt: `Step ${index + 1}: notes`, source: STEPS_SOURCE },
  ];
}

const component = (prompt: string, index: number): StatusItem => ({
  kind: "status", id: `p6-component-${index + 1}`, prompt, source: `${STEPS_SOURCE}, infrastructure`,
});

const infrastructure = READINESS_STEPS.find(({ id }) => id === "infrastructure");

export const prepareSetting = defineTool({
  ...named({ number: 6, toolId: "prepare-setting", title: "Prepare the Setting" }),
  version: 1,
  kind: "checklist",
  chapter: "prepare",
  purpose: [{ kind: "paragraph", text: "Check whether your agency is ready for peers, before the first one starts." }],
  completion: "Leaders and the people who will work beside peers can fill this in together.",
  directions: madeHere(
    "“Preparing Settings” in the guide",
    "The steps, their texts, and the five components are the guide’s own words. The answers Yes, In Progress, and No, the numbers, and the notes are ours.",
  ),
  sections: [
    { id: "p6-steps", title: "Six steps", nodes: READINESS_STEPS.flatMap(stepNodes) },
    {
      id: "p6-components",
      title: "Five infrastructure components",
      nodes: [
        {
          kind: "checklist",
          id: "p6-components-list",
          ...(infrastructure ? { lead: infrastructure.text } : {}),
          items: INFRASTRUCTURE_COMPONENTS.map(component),
        },
        { kind: "text", id: "p6-components-notes", length: "long", prompt: "Infrastructure: notes", source: STEPS_SOURCE },
      ],
    },
  ],
});
