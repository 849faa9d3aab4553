import { PRIORITY_STATUS_LABELS, type PriorityStatus, PRIORITY_STATUSES } from "@/lib/domain/plan/priority-status";
import { assessedOffer } from "../offers";
import type { Section } from "@/lib/domain/tool/definition";

export const assessmentSection = {
  id: "t8-s2",
  title: "Section 2: Assessing the Organization and Its Community Connections",
  nodes: [
    { kind: "step", number: "1.", text: "Complete Tool 9: Organizational Assessment." },
    {
      kind: "date",
      id: "t8-s2-1",
      prompt: "Date completed:",
      context: "Complete Tool 9: Organizational Assessment.",
      source: "Tool 8, Section 2, step 1",
      offers: [assessedOffer],
    },
    {
      kind: "step",
      number: "2.",
      text: "Connect with health and harm reduction organizations to gain a deeper understanding of overdose generally, and specific to BIPOC communities.",
    },
    {
      kind: "table",
      id: "t8-s2-2",
      prompt: "Health and harm reduction organizations",
      source: "Tool 8, Section 2, step 2",
      rowName: "health or harm reduction partner",
      columns: [
        { id: "partner", label: "Community Partner Name", kind: "text" },
        { id: "role", label: "Role", kind: "text" },
        { id: "contact", label: "Contact Information", kind: "text" },
      ],
    },
    {
      kind: "step",
      number: "3.",
      text: "Host community conversations and collaborations to plan and improve programs.",
    },
    {
      kind: "table",
      id: "t8-s2-3",
      prompt: "Community conversations and collaborations",
      source: "Tool 8, Section 2, step 3",
      rowName: "community conversation",
      columns: [
        { id: "partner", label: "Community Partner", kind: "text" },
        // Text, because the toolkit asks for several dates in one cell.
        { id: "dates", label: "Date of Discussion(s) or Meeting(s)", kind: "text" },
      ],
    },
    {
      kind: "step",
      number: "4.",
      text: "Ensure ongoing leadership commitment and support across the organization.",
    },
    {
      kind: "table",
      id: "t8-s2-4",
      prompt: "Leadership/Stakeholder",
      source: "Tool 8, Section 2, step 4",
      rowName: "leader or stakeholder",
      columns: [
        { id: "stakeholder", label: "Leadership/Stakeholder", kind: "text" },
        { id: "dates", label: "Date of Discussion(s) or Meeting(s)", kind: "text" },
      ],
    },
  ],
} as const satisfies Section;

export const planningSection = {
  id: "t8-s3",
  title: "Section 3: Developing an Operational Plan",
  nodes: [
    {
      kind: "step",
      number: "1.",
      text: "Identify priority areas of opportunity (using organizational assessment results and other collected data) and brainstorm goals in the below space.",
    },
    {
      kind: "text",
      id: "t8-s3-1",
      length: "long",
      prompt: "Brainstorm goals in the below space.",
      source: "Tool 8, Section 3, step 1",
    },
    {
      kind: "table",
      id: "t8-s3-priorities",
      prompt: "Priorities",
      source: "Not in the toolkit: a list beside the printed box",
      rowName: "priority",
      columns: [
        { id: "what", label: "What is the priority?", kind: "text" },
        { id: "status", label: "Status", kind: "choice", options: PRIORITY_STATUSES.map((id) => ({ id, label: PRIORITY_STATUS_LABELS[id] })) },
        { id: "reason", label: "If it is set aside, why?", kind: "text", onlyFor: { column: "status", option: "set-aside" satisfies PriorityStatus } },
      ],
      extension: true,
    },
    {
      kind: "step",
      number: "2.",
      text: "Use Tool 12: Operational Plan Worksheet to develop detailed goals, objectives, and timeline.",
    },
  ],
} as const satisfies Section;
