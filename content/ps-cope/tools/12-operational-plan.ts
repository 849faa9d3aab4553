import { defineTool, type TextItem } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { ideaSheet } from "./12-idea-sheet";

const IDEAS_DIRECTION =
  "Identify three or four of the most promising ideas, and write them here:";

/** The toolkit prints four numbered lines under the direction. */
function ideaLine(number: number): TextItem {
  return {
    kind: "text",
    id: `t12-idea-${number}`,
    length: "short",
    number: String(number),
    prompt: "Promising idea",
    context: IDEAS_DIRECTION,
    source: `Tool 12, directions, idea ${number}`,
  };
}

export const operationalPlan = defineTool({
  ...named({ number: 12, toolId: "tool-12", title: "Operational Plan Worksheet" }),
  role: "plan",
  version: 1,
  kind: "worksheet",
  element: "IS5",
  purpose: [
    {
      kind: "paragraph",
      text: "Once short- and long-term goals are identified from the results of the organizational assessment, creating specific objectives and action steps will help reach those goals. The operational plan should include reasonable and feasible goals and action steps that the Core Implementation Team has the support from leadership to execute. This tool identifies key action steps, persons responsible, and resources or supports needed to be successful.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: `Review the ideas that were brainstormed on the Integration Worksheet. ${IDEAS_DIRECTION}`,
    },
  ],
  sections: [
    {
      // The rest of the printed directions stands below the four lines, as on the page.
      id: "t12-ideas",
      nodes: [
        ideaLine(1),
        ideaLine(2),
        ideaLine(3),
        ideaLine(4),
        {
          kind: "list",
          ordered: true,
          lead: "Use the worksheets on the following pages to refine your ideas and develop goals. You will consider:",
          items: [
            "What are you trying to accomplish? (Write a goal statement.)",
            "What do you need to do in the short-term to achieve the goal? (List specific actions.)",
            "Who is leading this effort? Who is responsible? Who is ultimately making certain that this work moves forward?",
            "Who do you need to engage in the process for this to be successful? Who are your partners or stakeholders? Is there someone from the community you hope to engage in your efforts?",
            "What resources or supports do you need?",
          ],
        },
        {
          kind: "reference-table",
          caption: "When developing goals, try to make them SMART:",
          columns: [
            { label: "S", description: "Specific" },
            { label: "M", description: "Measurable" },
            { label: "A", description: "Achievable" },
            { label: "R", description: "Realistic" },
            { label: "T", description: "Timely" },
          ],
          rows: [
            [
              "What would you like to do?",
              "How will you know if you achieved what you wanted to do?",
              "Do you have the ability to achieve what you want to do?",
              "Will you be able to achieve what you would like to do within the timeframe allotted?",
              "When would you like to achieve what you would like to do?",
            ],
          ],
        },
      ],
    },
    ideaSheet(1),
    ideaSheet(2),
    ideaSheet(3),
    ideaSheet(4),
  ],
});
