import { defineTool, type GridRow } from "@/lib/domain/tool/definition";
import { named } from "../named";

function question(number: number, text: string): GridRow {
  return { id: `t1-q${number}`, number: String(number), text };
}

export const dataBasedDecisionMaking = defineTool({
  ...named({ number: 1, toolId: "tool-1", title: "Data-based Decision-making Worksheet" }),
  version: 1,
  kind: "worksheet",
  element: "IE1",
  purpose: [
    {
      kind: "paragraph",
      text: "Programs informed by PS-COPE use existing data to look more closely at overdose in local BIPOC neighborhoods and communities. Data can come from many sources, such as those collected through the Overdose Detection Mapping Application Program (ODMAP), Prescription Drug Monitoring Program (PDMP), or overdose response programs. Programs can use data to gain and keep an up-to-date understanding of overdose in the community served. When possible, interpret data and develop possible solutions through conversation and collaboration with the community.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "Use the worksheet below to identify relevant sources of existing data, interpret it, and summarize findings relevant to understanding overdose in local BIPOC communities.",
    },
  ],
  sections: [
    {
      id: "t1-data",
      nodes: [
        {
          kind: "grid",
          id: "t1-questions",
          caption: "Data-based Decision-making Worksheet",
          source: "Tool 1, questions 1 to 11",
          rowHeader: "Question",
          columns: [
            { id: "source", label: "Data Source", kind: "text" },
            { id: "accessed", label: "Date Accessed", kind: "date" },
            { id: "findings", label: "Findings", kind: "text" },
          ],
          rows: [
            question(
              1,
              "Who is involved with the criminal justice system for drug-related offenses?",
            ),
            question(2, "Who is most at risk of overdose? Where are they located?"),
            question(3, "Who is overdosing (i.e., age, race or ethnicity, gender)?"),
            question(4, "What drugs are people taking when they overdose?"),
            question(
              5,
              "How are people taking the drugs (e.g., injecting, snorting, orally)?",
            ),
            question(6, "Where are overdoses occurring (i.e., geographically)?"),
            question(7, "In what settings are people overdosing?"),
            question(8, "Where do 911 calls related to overdose originate from?"),
            question(
              9,
              "What other trends or patterns related to overdose exist in the community?",
            ),
            question(
              10,
              "With what community organizations or resources are people most connected?",
            ),
            question(
              11,
              "Where are resources being allocated for overdose prevention and response?",
            ),
          ],
        },
      ],
    },
    {
      // The source prints the three "Notes:" labels ahead of the questions they belong to.
      id: "t1-discussion",
      nodes: [
        {
          kind: "paragraph",
          text: "During data collection, consider and discuss the following questions.",
        },
        {
          kind: "paragraph",
          text: "Who has access to these data to help inform public health efforts?",
        },
        {
          kind: "text",
          id: "t1-notes-access",
          length: "long",
          prompt: "Notes:",
          context: "Who has access to these data to help inform public health efforts?",
          source: "Tool 1, discussion question 1",
        },
        {
          kind: "paragraph",
          text: "How are individuals’ safety, privacy, and confidentiality protected within data collection and sharing efforts?",
        },
        {
          kind: "text",
          id: "t1-notes-privacy",
          length: "long",
          prompt: "Notes:",
          context:
            "How are individuals’ safety, privacy, and confidentiality protected within data collection and sharing efforts?",
          source: "Tool 1, discussion question 2",
        },
        {
          kind: "paragraph",
          text: "When and how is information shared with community members?",
        },
        {
          kind: "text",
          id: "t1-notes-sharing",
          length: "long",
          prompt: "Notes:",
          context: "When and how is information shared with community members?",
          source: "Tool 1, discussion question 3",
        },
      ],
    },
  ],
});
