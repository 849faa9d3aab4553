import type { Element } from "@/lib/domain/toolkit/guide";
import { psCopeTool } from "../named";

export const stepElements: readonly Element[] = [
  {
    id: "IS1",
    name: "Integration step 1",
    kind: "step",
    title: "Plan for effective cross-sector collaboration",
    summary:
      "Form a Core Implementation Team of people who are ready to act and able to bring about change. Along with staff, include people who use drugs, people in recovery, and community partners.",
    tips: {
      lead: "To create strong cross-sector collaboration:",
      items: [
        "Include key stakeholders who are action-oriented and empowered to drive change.",
        "Include PWUD, people with lived experience of recovery, and community partners.",
        "Serve as champions for implementing principles of PS-COPE.",
      ],
    },
    tools: [psCopeTool("tool-8")],
  },
  {
    id: "IS2",
    name: "Integration step 2",
    kind: "step",
    title: "Complete organizational assessment",
    summary:
      "Take an honest look at how your organization works today and how well that fits PS-COPE. What you learn shows where to start and what to improve.",
    tips: {
      lead: "Use the organizational assessment to:",
      items: [
        "Assess the organization’s current strengths, weaknesses, and opportunities related to overdose prevention and response efforts.",
        "Identify priority areas where programs can adapt elements of the PS-COPE approach.",
      ],
    },
    tools: [psCopeTool("tool-9")],
  },
  {
    id: "IS3",
    name: "Integration step 3",
    kind: "step",
    title: "Collect, analyze, and interpret community-level data",
    summary:
      "Look at overdose data together with the community, so that you understand who is at risk, why, and what could help. Health and harm reduction groups can add what the numbers leave out.",
    tips: {
      lead: "Working with diverse community members to analyze and interpreting data can:",
      items: [
        "Clarify how different groups perceive the data and make sense of it.",
        "Deepen and broaden shared understanding about local overdose-related issues and the assets available to address the issues.",
        "Identify the implications of making changes to overdose response policies and programs.",
        "Engage individuals who are concerned about or affected by overdose in creating solutions.",
      ],
    },
    tools: [],
  },
  {
    id: "IS4",
    name: "Integration step 4",
    kind: "step",
    title: "Gain commitment and build consensus",
    summary:
      "Win the support of leaders and others who are not on the team, so that the work has the people and resources it needs. Agree on a shared mission, vision, and values before you make changes.",
    tips: {
      lead: "To increase buy-in:",
      items: [
        "Consider internal and external stakeholders that will be important to connect with regarding implementation.",
        "Engage with organizational leadership early and often.",
        "Secure needed resources and authority to make decisions and take action.",
        "Build a shared understanding of the principles of PS-COPE.",
        "Develop a mission, vision, and values that will guide implementation.",
      ],
    },
    tools: [psCopeTool("tool-10"), psCopeTool("tool-11")],
  },
  {
    id: "IS5",
    name: "Integration step 5",
    kind: "step",
    title: "Develop and implement an operational plan",
    summary:
      "Turn the priorities from your assessment into a plan with clear goals, actions, and people in charge. Leaders should keep backing the team, so that it can make decisions and act.",
    tips: {
      lead: "In planning:",
      items: [
        "Reflect on and establish data points to identify goals and action steps.",
        "Identify short- and long-term goals that are specific, measurable, achievable, realistic, and timely (SMART).",
        "Assign action steps to team members.",
      ],
    },
    tools: [psCopeTool("tool-12")],
  },
  {
    id: "IS6",
    name: "Integration step 6",
    kind: "step",
    title: "Obtain feedback regularly",
    summary:
      "Plan regular check-ins with partners and community members and ask how well your efforts meet their needs. Their voices belong in every step of the change.",
    tips: {
      lead: "To ensure partner and community voices are incorporated:",
      items: [
        "Schedule regular meetings with leadership, the workforce, and members of the community.",
        "Gather feedback on how efforts meet community needs.",
      ],
    },
    tools: [],
  },
  {
    id: "IS7",
    name: "Integration step 7",
    kind: "step",
    title: "Promote orientation toward recovery and resilience",
    summary:
      "Agree on what recovery looks like and talk about it often: at work, with your partners, and in the community.",
    tips: {
      lead: "To develop a collective vision of recovery:",
      items: [
        "Share recovery stories of individuals and families served by programs.",
        "Invite others to share recovery stories, positive experiences, strength, and hope.",
        "Provide training for public safety personnel, partners, and community on science of recovery.",
      ],
    },
    tools: [],
  },
  {
    id: "IS8",
    name: "Integration step 8",
    kind: "step",
    title: "Track progress",
    summary:
      "Use your program’s data to see what worked and what didn’t, and act on it. Choose signs of progress that show how people recover and thrive, not only whether they stopped using drugs or were arrested again.",
    tips: {
      lead: "Collect and use program evaluation data to:",
      items: [
        "Ensure program evaluation measurements are recovery-oriented rather than solely focused on abstinence or recidivism.",
        "Identify what has been working well and what hasn’t and why.",
        "Reassess and consider what may be helpful or needs to change that you did not consider before you started.",
      ],
    },
    tools: [psCopeTool("tool-13")],
  },
];
