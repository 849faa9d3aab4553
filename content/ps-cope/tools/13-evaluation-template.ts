import { defineTool } from "@/lib/domain/tool/definition";
import { named } from "../named";
import { addedSheet, printedSheet } from "./13-goal-sheet";

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
  sections: [...printedSheet(), addedSheet(2), addedSheet(3), addedSheet(4)],
});
