import type { Element } from "@/lib/domain/toolkit/guide";
import { psCopeTool } from "../named";

export const componentElements: readonly Element[] = [
  {
    id: "CC1",
    name: "Core component 1",
    kind: "component",
    title: "Collaborate with recovery resources",
    summary:
      "Know the treatment programs, recovery groups, and peer programs near you, and build lasting ties with them. Together you can help people lower their risk and find treatment and support.",
    tips: {
      lead: "In collaborating with recovery resources:",
      items: [
        "Commit to ongoing engagement with partners that can help improve overdose prevention and response efforts.",
        "Link with providers who also use trauma-informed, recovery-oriented approaches.",
        "Enlist partners that will provide a comprehensive and individualized approach to care.",
      ],
    },
    tools: [psCopeTool("tool-5")],
  },
  {
    id: "CC2",
    name: "Core component 2",
    kind: "component",
    title: "Connect with and mobilize the community",
    summary:
      "Bring community members into every part of the work. Team up with those whom people turn to first in a crisis: community groups, health workers, faith leaders, or BIPOC-owned businesses.",
    tips: {
      lead: "Connect with the community to:",
      items: [
        "Understand the current state of the community’s overdose prevention and response efforts.",
        "Promote positive interactions and build partnerships.",
        "Identify stakeholders with lived experience of recovery (e.g., PWUD and their families) and ensure that they are involved in efforts.",
      ],
    },
    tools: [psCopeTool("tool-6")],
  },
  {
    id: "CC3",
    name: "Core component 3",
    kind: "component",
    title: "Screen and assess for overdose risk behaviors",
    summary:
      "Ask about overdose risk in a way that is routine, skilled, and respectful of culture. The aim is to lower risk, to invite people to talk about change, and to link them with harm reduction, treatment, and recovery support.",
    tips: {
      lead: "When screening for overdose risk behaviors:",
      items: [
        "Develop procedures that are routine, competent, and culturally responsive.",
        "Engage with PWUD to increase use of risk reduction strategies, including not mixing drugs and not using alone.",
        "Provide PWUD with overdose education, naloxone, and fentanyl test strips, if possible.",
      ],
    },
    tools: [psCopeTool("tool-7")],
  },
  {
    id: "CC4",
    name: "Core component 4",
    kind: "component",
    title: "Provide early intervention and continuing support",
    summary:
      "Reach out as early as you can: before any overdose, or as soon as possible after a first one. Keep following up with support that fits the person; outreach teams that include peer specialists can help people lower their risk and find services.",
    tips: {
      lead: "Use early intervention and continuing support in the community to:",
      items: [
        "Reduce overdose risk.",
        "Enhance motivation for health-seeking activities.",
        "Increase active engagements in harm reduction and recovery support services.",
      ],
    },
    tools: [],
  },
  {
    id: "CC5",
    name: "Core component 5",
    kind: "component",
    title: "Advocate to strengthen SUD services and systems",
    summary:
      "Speak up, with other community leaders, for treatment and recovery services that people can reach. When services are strong, public safety doesn’t have to be the first response each time.",
    tips: {
      lead: "The focus of advocacy can:",
      items: [
        "Reduce reliance on public safety as first response.",
        "Publicly express the need for better access to recovery services.",
        "Increase knowledge and raise awareness about overdose risk reduction measures.",
        "Support creation of new overdose prevention programs in BIPOC communities.",
        "Increase support of/enhance existing programs and organizations.",
      ],
    },
    tools: [],
  },
];
