import type { Answers } from "@/lib/domain/answer/answers";
import { defineTool } from "@/lib/domain/tool/definition";

/** A small tool that holds every kind of node and item. Its number and wording are made up. */
export const everyKindTool = defineTool({
  ref: { toolkitId: "test-kit", toolId: "every-kind" },
  number: 1,
  label: "Tool 1",
  slug: "every-kind",
  version: 1,
  kind: "worksheet",
  title: "Every Kind Worksheet",
  element: "IE1",
  purpose: [{ kind: "paragraph", text: "Purpose of the worksheet, see https://example.org/purpose." }],
  completion: "Completed by everyone.",
  directions: [{ kind: "list", lead: "Directions:", items: ["First direction", "Second direction"] }],
  sections: [
    {
      id: "references",
      title: "Section 1: Printed text",
      nodes: [
        { kind: "heading", text: "A printed heading" },
        { kind: "list", ordered: true, items: ["Ordered one", "Ordered two"] },
        { kind: "step", number: "1.", text: "A numbered step", note: "What is printed under the step" },
        {
          kind: "reference-table",
          caption: "A printed table",
          columns: [{ label: "Engage", description: "Build trust" }, { label: "Assess" }],
          rows: [["Row head", ["Bullet one", "Bullet two"]]],
          rowHeaders: true,
        },
      ],
    },
    {
      id: "items",
      title: "Section 2: Answers",
      nodes: [
        { kind: "text", id: "k-short", length: "short", prompt: "A short prompt", source: "made up", number: "a." },
        { kind: "text", id: "k-long", length: "long", prompt: "A long prompt", source: "made up" },
        { kind: "date", id: "k-date", prompt: "A date prompt", source: "made up" },
        {
          kind: "choice",
          id: "k-choice",
          prompt: "A choice prompt",
          source: "made up",
          options: [
            { id: "weekly", label: "Weekly" },
            { id: "other", label: "Other" },
          ],
          otherOptionId: "other",
        },
        { kind: "status", id: "k-status", prompt: "A status prompt", source: "made up", bullets: ["A status bullet"] },
        { kind: "rating", id: "k-rating", prompt: "A rating prompt", source: "made up" },
        {
          kind: "table",
          id: "k-table",
          prompt: "An open table",
          source: "made up",
          rowName: "partner",
          columns: [
            { id: "partner", label: "Partner", kind: "text", question: "Which partner?", example: "(e.g., a clinic)" },
            { id: "met", label: "Met on", kind: "date" },
          ],
        },
        {
          kind: "checklist",
          id: "k-checklist",
          lead: "Our program:",
          subLead: "trains staff to:",
          items: [
            { kind: "status", id: "k-check-1", number: "1", prompt: "Listens attentively", source: "made up" },
            { kind: "status", id: "k-check-2", number: "2", prompt: "Offers privacy", source: "made up" },
            { kind: "status", id: "k-check-3", number: "3", prompt: "Asks open questions", source: "made up" },
          ],
        },
        {
          kind: "ratings",
          id: "i1",
          anchor: "k-i1",
          element: "IE1",
          title: "Infrastructure 1: Data",
          description: "Use what is known.",
          lead: "The program:",
          items: [
            { kind: "rating", id: "k-rate-1", prompt: "collects data", source: "made up" },
            { kind: "rating", id: "k-rate-2", prompt: "shares data", source: "made up" },
          ],
        },
        {
          kind: "grid",
          id: "k-grid",
          caption: "A fixed grid",
          source: "made up",
          rowHeader: "Principle",
          bulletsHeader: "Description",
          columns: [
            { id: "comments", label: "Comments", kind: "text" },
            { id: "when", label: "Reviewed", kind: "date" },
          ],
          rows: [{ id: "k-safety", text: "Create safety", bullets: ["Give aid", "Be fair"] }],
        },
      ],
    },
    {
      id: "k-sheet",
      title: "Idea #4",
      layout: "sheet",
      extension: true,
      nodes: [
        { kind: "text", id: "k-idea", length: "long", prompt: "An extra idea", source: "ours", extension: true },
      ],
    },
  ],
});

/** A different, recognisable answer to every item of the tool but the extra sheet. */
export const everyKindAnswers = {
  "k-short": "Answer to the short prompt",
  "k-long": "First line of the long answer\nsecond line of it",
  "k-date": "2026-03-31",
  "k-choice": { option: "other", other: "Every six weeks" },
  "k-status": "in-progress",
  "k-rating": 2,
  "k-table": [
    { id: "r1", cells: { partner: "Harbor Clinic", met: "2026-04-01" } },
    { id: "r2", cells: { partner: "Recovery House" } },
  ],
  "k-check-1": "yes",
  "k-check-2": "in-progress",
  "k-check-3": "no",
  "k-rate-1": 4,
  "k-rate-2": "dk-unknown",
  "k-safety-comments": "Comment about safety",
  "k-safety-when": "2026-05-02",
} as const satisfies Answers;
