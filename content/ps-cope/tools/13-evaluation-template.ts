import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";

export const evaluationTemplate = defineTool({
  ...named({ number: 13, toolId: "tool-13", title: "Evaluation Template" }),
  role: "evaluation",
  version: 1,
  kind: "template",
  element: "IS8",
  purpose: [
    {
      kind: "paragraph",
      text: "Developing and tracking progress indicators is the final integration step of PS-COPE. Using existing or newly developed progress indicators, the Core Implementation Team should monitor progress and take appropriate action toward achieving goals. The team should collect and use program evaluation data to determine what parts of the plan worked or did not work well. Program evaluation measurements should be recovery and recovery-capital oriented rather than solely focused on abstinence or recidivism.",
    },
  ],
  completion: "This tool should be completed by the Core Implementation Team.",
  directions: [
    {
      kind: "paragraph",
      text: "Use this template to track progress toward achieving the identified goals. Using the data collected, identify things that have and have not worked well to determine what changes need to be made.",
    },
  ],
  sections: [
    {
      id: "t13-plan",
      nodes: [
        { kind: "text", id: "t13-goal", length: "long", prompt: "Goal:", source: "Tool 13" },
        {
          kind: "table",
          id: "t13-questions",
          prompt: "Evaluation Questions",
          source: "Tool 13",
          rowName: "evaluation question",
          columns: [
            {
              id: "question",
              label: "Evaluation Questions",
              question: "What do you need to know?",
              kind: "text",
            },
            {
              id: "indicators",
              label: "Indicators",
              question: "What are the measurable signs of progress?",
              kind: "text",
            },
            {
              id: "sources",
              label: "Data Sources",
              question: "Where will you get the data?",
              kind: "text",
            },
            {
              id: "timeframe",
              label: "Data Collection Timeframe",
              question: "When will you collect the data?",
              kind: "text",
            },
          ],
        },
        { kind: "heading", text: "Data Analysis" },
        {
          kind: "text",
          id: "t13-analysis",
          length: "long",
          prompt: "What will you do with the data?",
          context: "Data Analysis",
          source: "Tool 13, Data Analysis",
        },
        { kind: "heading", text: "Data Sharing" },
        {
          kind: "text",
          id: "t13-sharing",
          length: "long",
          prompt: "How will findings be shared with community members and stakeholders?",
          context: "Data Sharing",
          source: "Tool 13, Data Sharing",
        },
        { kind: "heading", text: "Staff Responsible" },
        {
          kind: "text",
          id: "t13-staff",
          length: "long",
          prompt: "Who will ensure this gets done?",
          context: "Staff Responsible",
          source: "Tool 13, Staff Responsible",
        },
      ],
    },
    {
      id: "t13-review",
      nodes: [
        {
          kind: "text",
          id: "t13-worked",
          length: "long",
          prompt: "What has worked well?",
          source: "Tool 13",
        },
        {
          kind: "text",
          id: "t13-not-worked",
          length: "long",
          prompt: "What has not worked well?",
          source: "Tool 13",
        },
        {
          kind: "text",
          id: "t13-change",
          length: "long",
          prompt: "What needs to be changed?",
          source: "Tool 13",
        },
      ],
    },
  ],
});
