import { defineTool, type TextItem } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { leadersOffer, partnersOffer, rosterOffer } from "../offers";

const KEY_POINTS_QUESTION = "What are the three key points you want to convey in your pitch?";

/** The toolkit prints three numbered lines under one question. */
function keyPoint(number: number): TextItem {
  return {
    kind: "text",
    id: `t10-key-point-${number}`,
    length: "long",
    number: String(number),
    prompt: "Key point",
    context: KEY_POINTS_QUESTION,
    source: `Tool 10, Section 4, key point ${number}`,
  };
}

export const gainCommitment = defineTool({
  ...named({ number: 10, toolId: "tool-10", title: "Gain Commitment Worksheet" }),
  version: 1,
  kind: "worksheet",
  element: "IS4",
  purpose: [
    {
      kind: "paragraph",
      // "from to leadership" is printed so.
      text: "Increase buy-in from stakeholders to ensure commitment across the organization and that the needed resources are available. Create messaging that emphasizes why PS-COPE is needed and use it to gain support from to leadership, administrators, and other staff. Consider internal and external stakeholders that will be important to connect with regarding implementation.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "In the sections that follow, identify stakeholders, consider the key messages that you might present to them, and create an elevator pitch to use in gaining commitment from stakeholders.",
    },
  ],
  sections: [
    {
      id: "t10-s1",
      title: "Section 1: Stakeholder Analysis",
      nodes: [
        {
          kind: "text",
          id: "t10-stakeholders",
          length: "long",
          prompt:
            "Who are the main stakeholders? What are their interests, needs, concerns, and wants?",
          source: "Tool 10, Section 1",
          offers: [leadersOffer(), partnersOffer("Partners named in Tool 5", ["yes", "in-progress", "no"])],
        },
      ],
    },
    {
      id: "t10-s2",
      title: "Section 2: Message Development",
      nodes: [
        {
          kind: "table",
          id: "t10-messages",
          prompt: "Key messages",
          source: "Tool 10, Section 2",
          offers: [leadersOffer("stakeholder"), partnersOffer("Partners named in Tool 5", ["yes", "in-progress", "no"], "stakeholder")],
          rowName: "stakeholder",
          columns: [
            { id: "stakeholder", label: "Stakeholder", kind: "text" },
            {
              id: "points",
              label:
                "What are key points likely to align with the needs, concerns, and wants of the stakeholders?",
              kind: "text",
            },
            {
              id: "goals",
              label:
                "What are the goals of the communication? How will you know that the message had the desired effect?",
              kind: "text",
            },
            {
              id: "people",
              label: "Who are the best people to deliver the message?",
              kind: "text",
              offers: [rosterOffer],
            },
          ],
        },
      ],
    },
    {
      id: "t10-s3",
      title: "Section 3: Follow-up Activities",
      nodes: [
        {
          kind: "text",
          id: "t10-follow-up",
          length: "long",
          prompt:
            "What will your follow-up activities entail (e.g., ongoing encounters, regularly occurring forums/meetings to reinforce the message, special educational events)?",
          source: "Tool 10, Section 3",
        },
      ],
    },
    {
      id: "t10-s4",
      title: "Section 4: Elevator Pitch",
      nodes: [
        {
          kind: "paragraph",
          text: "As a team, based on the identified needs and messages above, answer the prompting questions below. Then, draft your elevator pitch individually below. Give your pitch to the rest of the group and ask for feedback. Please note that you may want to tailor your elevator pitch depending on your audience and pilot test among a select group before using it widely.",
        },
        {
          kind: "text",
          id: "t10-audience",
          length: "long",
          prompt: "Who is your audience?",
          source: "Tool 10, Section 4",
          offers: [leadersOffer()],
        },
        {
          kind: "text",
          id: "t10-avoid",
          length: "long",
          prompt: "Is there any language you should avoid or that may turn your audience off?",
          source: "Tool 10, Section 4",
        },
        { kind: "paragraph", text: KEY_POINTS_QUESTION },
        keyPoint(1),
        keyPoint(2),
        keyPoint(3),
        {
          kind: "text",
          id: "t10-pitch",
          length: "long",
          prompt: "Draft your pitch here:",
          source: "Tool 10, Section 4",
        },
      ],
    },
  ],
});
