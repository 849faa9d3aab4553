import { personOf } from "@/lib/domain/people/person";
import type { ReadinessReportModel } from "@/lib/exports/print/readiness-print-model";

/** A readiness report whose every number is known. */
export const READINESS: ReadinessReportModel = {
  headline: "1 of 10 areas in place",
  summary: ["38 of 42 items were rated."],
  rulesVersion: "1",
  explanation: [
    {
      title: "Area scores",
      paragraphs: ["A score is the mean of the team’s own ratings in an area."],
      points: ["D/K is left out"],
    },
  ],
  areas: [
    { element: "IE1", title: "Use data", band: "Strength", score: "4.3", rated: 3, total: 3, dontKnow: 0 },
    { element: "IE2", title: "Be safe", band: "Not enough ratings", score: null, rated: 1, total: 4, dontKnow: 2 },
  ],
  sections: [{ title: "Infrastructure Elements", score: "3.4", rated: 20, total: 21 }],
  checklists: [
    { toolName: "Tool 2: Checklist", element: "IE2", yes: 9, inProgress: 5, no: 4, blank: 2, total: 20, inPlace: "64%" },
  ],
  gaps: [
    {
      element: "IE2",
      title: "Be safe",
      band: "Priority",
      contradiction: "Tool 2 says Yes where Tool 9 is rated 2.",
      entries: [
        {
          kind: "Gap",
          prompt: "has crisis response policies",
          answer: "2 Disagree",
          where: "Tool 9",
          lastAnswer: { by: personOf("Marcus Oyelaran"), at: "2026-11-14T20:00:00Z" },
        },
      ],
    },
  ],
  charts: [
    {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><rect width="90" height="20" fill="#005ea2"/><text x="100" y="15" font-size="12" font-family="Public Sans">Use data 4.3</text></svg>',
      alternative: "Bar chart: Use data 4.3",
      caption: "Scores of the areas",
    },
  ],
};
