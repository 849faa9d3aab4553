import type { OfferedQuestions } from "@/lib/domain/feedback/offered";
import { psCopeTool } from "./named";

const [tool6, tool8, tool11] = [psCopeTool("tool-6"), psCopeTool("tool-8"), psCopeTool("tool-11")];

/**
 * What a public form may ask, beside the toolkit's own words. Which items those are, and the plain words for people outside of
 * the team, are ours: the toolkit asks the team to gather feedback and prints no questions for it.
 */
export const feedbackQuestions: readonly OfferedQuestions[] = [
  {
    title: "Integration step 6: feedback on how efforts meet needs",
    questions: [
      { tool: tool8, item: "t8-s4-1-who", step: true, plain: "Does the help here meet what people need?", kind: "choice", options: "partly" },
      { tool: tool8, item: "t8-s4-1-who", step: true, plain: "Is it clear where to find help after an overdose?", kind: "choice", options: "partly" },
      { tool: tool8, item: "t8-s4-1-who", step: true, plain: "Is help there on nights and weekends?", kind: "choice", options: "sometimes" },
      { tool: tool8, item: "t8-s4-1-who", step: true, plain: "What should we do better?", kind: "text" },
    ],
  },
  {
    title: "Tool 6: who is part of it",
    questions: [
      { tool: tool6, item: "t6-partners", column: "partner", plain: "Which groups or places should we work with?", kind: "text" },
      { tool: tool6, item: "t6-partners", column: "dimension", plain: "Do people like you have a say in this work?", kind: "choice", options: "partly" },
      { tool: tool6, item: "t6-partners", column: "strategies", plain: "What would make it easier for you to take part?", kind: "text" },
    ],
  },
  {
    title: "Tool 8, Section 4: carrying out the plan",
    questions: [
      { tool: tool8, item: "t8-s4-1-who", plain: "Who should we listen to?", kind: "text" },
      { tool: tool8, item: "t8-s4-1-when", plain: "When is a good time to meet with us?", kind: "text" },
      { tool: tool8, item: "t8-s4-2", plain: "What kind of help is missing?", kind: "text" },
      { tool: tool8, item: "t8-s4-3", plain: "What has helped people you know to get better?", kind: "text" },
      { tool: tool8, item: "t8-s4-4", plain: "What should our staff learn more about?", kind: "text" },
    ],
  },
  {
    title: "Tool 11: a shared vision",
    questions: [
      { tool: tool11, item: "t11-vision", plain: "What should be different here in five years?", kind: "text" },
      { tool: tool11, item: "t11-vision-check-1", plain: "Is our vision easy to read?", kind: "choice", options: "partly" },
      { tool: tool11, item: "t11-vision-check-5", plain: "Does our vision give you hope?", kind: "choice", options: "partly" },
      { tool: tool11, item: "t11-mission-check-4", plain: "Do you find your community in our mission?", kind: "choice", options: "partly" },
    ],
  },
];
