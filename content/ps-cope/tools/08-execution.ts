import type { Section } from "@/lib/domain/tool/definition";

export const executionSection = {
  id: "t8-s4",
  title: "Section 4: Executing the Plan",
  nodes: [
    {
      kind: "step",
      number: "1.",
      text: "Schedule regular meetings with leadership, the workforce, and members of the community to gather feedback on how efforts meet community needs.",
    },
    {
      kind: "text",
      id: "t8-s4-1-who",
      length: "long",
      prompt: "Who will be involved in the meetings?",
      source: "Tool 8, Section 4, step 1",
    },
    {
      kind: "text",
      id: "t8-s4-1-when",
      length: "long",
      prompt: "When will the meetings be?",
      source: "Tool 8, Section 4, step 1",
    },
    {
      kind: "step",
      number: "2.",
      text: "Make sure leadership supports and provides resources to successfully carry out the plan.",
    },
    {
      kind: "text",
      id: "t8-s4-2",
      length: "long",
      prompt: "What (additional) resources do you need?",
      source: "Tool 8, Section 4, step 2",
    },
    {
      kind: "step",
      number: "3.",
      text: "Promote orientation toward recovery and resilience through developing and communicating a collective vision of recovery.",
    },
    {
      kind: "text",
      id: "t8-s4-3",
      length: "long",
      prompt:
        "What are some recovery stories of individuals and families served by programs that could be shared?",
      source: "Tool 8, Section 4, step 3",
    },
    {
      kind: "step",
      number: "4.",
      text: "Provide ongoing training for public safety personnel, partners, and community on the science of recovery. Continue the development of shared language around PS-COPE.",
    },
    {
      kind: "text",
      id: "t8-s4-4",
      length: "long",
      prompt: "What are some opportunities for continued training and development?",
      source: "Tool 8, Section 4, step 4",
    },
  ],
} as const satisfies Section;

export const trackingSection = {
  id: "t8-s5",
  title: "Section 5: Monitor and Track Progress",
  nodes: [
    {
      kind: "paragraph",
      text: "Once the operational plan is in place, use Tool 13: Evaluation Template to develop and track progress indicators that are recovery and recovery-capital oriented rather than solely focused on abstinence or recidivism.",
    },
  ],
} as const satisfies Section;
