import type { Roster } from "@/lib/domain/toolkit/roster";
import { psCopeTool } from "./named";

/**
 * Whom the toolkit wants on a Core Implementation Team. Its sentences are word for word; that people may say it of
 * themselves, and how, is ours. Nobody is asked whether they use drugs: one line takes in all who know it from life.
 */
export const roster: Roster = {
  tool: psCopeTool("tool-8"),
  table: "t8-s1-3",
  lead: {
    item: "t8-s1-1",
    title: "An implementation lead",
    asked: "Identify an implementation lead who understands and supports the principles of PS-COPE.",
    source: "Tool 8, Section 1, step 1",
  },
  seats: [
    {
      id: "decides",
      title: "Somebody who can decide",
      asked: "Members of the team who will complete this toolkit should include at least one individual with decision-making authority.",
      source: "the toolkit’s introduction, Audience",
      own: "I can decide for the agency",
      hint: "About what this team plans, or a part of it.",
    },
    {
      id: "staff",
      title: "Public safety staff",
      asked: "In addition to public safety staff, team members should also include community partners and people with lived experience of recovery.",
      source: "Integration step 1",
      own: "I work for a public safety agency",
      hint: "In any job, sworn or not, paid or not.",
    },
    {
      id: "community",
      title: "Community partners",
      asked: "Team members should also include community partners and people with lived experience of recovery.",
      source: "Creating a Core Implementation Team",
      own: "I come from the community, or from an organization in it",
      hint: "Outside public safety: a service, a group, a neighborhood.",
    },
    {
      id: "lived-experience",
      title: "People who use drugs (PWUD), and people with lived experience of recovery",
      asked: "When possible, make sure to include PWUD, people with lived experience of recovery, and community partners.",
      source: "Tool 8, Section 1, step 3",
      own: "I speak from lived experience",
      hint: "Your own, or that of somebody close to you. You don’t say of what, and nobody asks.",
      note: "The workbook never asks who uses drugs. This line takes in people who use drugs, people in recovery, and people close to them, and can’t tell them apart.",
    },
  ],
};
