import { rosterOffer } from "../offers";
import type { Node, Section } from "@/lib/domain/tool/definition";

type SheetNumber = 1 | 2 | 3 | 4;

/** Tool 13 is printed once, for one goal. Another goal gets another sheet with the same questions, which is ours. */
interface SheetNodes {
  readonly plan: readonly Node[];
  readonly review: readonly Node[];
}

function sheetNodes(number: SheetNumber): SheetNodes {
  const id = number === 1 ? "t13" : `t13-${number}`;
  const ours = number === 1 ? {} : { extension: true as const };
  const from = (source: string) => (number === 1 ? source : "Not in the toolkit: another sheet like the printed one");
  return {
    plan: [
        { kind: "text", id: `${id}-goal`, length: "long", prompt: "Goal:", source: from("Tool 13"), ...ours },
        {
          kind: "table",
          id: `${id}-questions`,
          prompt: "Evaluation Questions",
          source: from("Tool 13"),
          ...ours,
          rowName: number === 1 ? "evaluation question" : `sheet ${number} evaluation question`,
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
          id: `${id}-analysis`,
          length: "long",
          prompt: "What will you do with the data?",
          context: "Data Analysis",
          source: from("Tool 13, Data Analysis"),
          ...ours,
        },
        { kind: "heading", text: "Data Sharing" },
        {
          kind: "text",
          id: `${id}-sharing`,
          length: "long",
          prompt: "How will findings be shared with community members and stakeholders?",
          context: "Data Sharing",
          source: from("Tool 13, Data Sharing"),
          ...ours,
        },
        { kind: "heading", text: "Staff Responsible" },
        {
          kind: "text",
          id: `${id}-staff`,
          length: "long",
          prompt: "Who will ensure this gets done?",
          context: "Staff Responsible",
          source: from("Tool 13, Staff Responsible"),
          offers: [rosterOffer],
          ...ours,
        },
    ],
    review: [
        {
          kind: "text",
          id: `${id}-worked`,
          length: "long",
          prompt: "What has worked well?",
          source: from("Tool 13"),
          ...ours,
        },
        {
          kind: "text",
          id: `${id}-not-worked`,
          length: "long",
          prompt: "What has not worked well?",
          source: from("Tool 13"),
          ...ours,
        },
        {
          kind: "text",
          id: `${id}-change`,
          length: "long",
          prompt: "What needs to be changed?",
          source: from("Tool 13"),
          ...ours,
        },
    ],
  };
}

/** The printed sheet: two sections without a title. */
export function printedSheet(): readonly Section[] {
  const { plan, review } = sheetNodes(1);
  return [
    { id: "t13-plan", nodes: plan },
    { id: "t13-review", nodes: review },
  ];
}

/** A sheet for another goal. */
export function addedSheet(number: 2 | 3 | 4): Section {
  const { plan, review } = sheetNodes(number);
  return { id: `t13-sheet-${number}`, title: `Sheet ${number}`, layout: "sheet", nodes: [...plan, ...review], extension: true, onDemand: true };
}
