import type { Chapter } from "@/lib/domain/toolkit/guide";
import { CATEGORIES, FIGURE_3, FIGURE_3_TITLE } from "../figures/figure-3-activities";
import {
  FOCUS_AREAS,
  FOCUS_AREAS_LEAD,
  ICRC_DOMAINS,
  ICRC_LEAD,
  OUTCOMES,
  OUTCOMES_LEAD,
  SAMHSA_COMPETENCIES,
  SAMHSA_LEAD,
  TENETS,
  TENETS_LEAD,
  tenetText,
} from "../figures/peer-practice-texts";
import { list, numbered, ours, printed } from "./parts";

/** What peers do, and what they need to know. */
export const practiceChapters: readonly Chapter[] = [
  {
    id: "peer-practice",
    title: "Peer practice",
    summary: "What peer work is, its eleven tenets, what peers do, and what comes of it.",
    parts: [
      ours(
        "what-peers-bring",
        "What peers bring",
        "Peers have been there. They have used drugs, or they are in recovery, and many have been in jail or prison. So people trust them. They know what helps, and they can listen without judging.",
        "In harm reduction, peer work builds on the lives of people who use drugs. In recovery support, it builds on the lives of people in recovery.",
      ),
      printed("tenets", "Eleven tenets", list(TENETS.map(tenetText), TENETS_LEAD)),
      printed(
        "figure-3",
        `Figure 3: ${FIGURE_3_TITLE}`,
        {
          kind: "reference-table",
          caption: "Categories of peer support",
          columns: [{ label: "Strategy" }, ...CATEGORIES.map((label) => ({ label }))],
          rows: FIGURE_3.map(({ title, group, examples }) => [`${title} (${group})`, ...examples.map((example) => example ?? "No example in the guide")]),
          rowHeaders: true,
        },
      ),
      printed("focus-areas", "Four focus areas of harm reduction", numbered(FOCUS_AREAS, FOCUS_AREAS_LEAD)),
      ours(
        "recovery-support",
        "Recovery support",
        "Recovery is a way of change. People get healthier, run their own lives, and try to reach what they hope for. What they can draw on for this is called recovery capital: friends, skills, a home, a job.",
        "Peer recovery support services (PRSS) are help from peers that is not medical care. Trained peers help people see what they have, find what is missing, and make a plan.",
        "The guide speaks of three kinds: recovery priming, recovery mentoring, and guiding recovery management. Figure 3 has a row for the first two.",
      ),
      printed("outcomes", "What comes of it", list(OUTCOMES, OUTCOMES_LEAD)),
    ],
  },
  {
    id: "competencies",
    title: "What peer workers need to know",
    summary: "The skills that SAMHSA and IC&RC name, and what justice settings ask for besides.",
    parts: [
      printed("samhsa", "Twelve competencies of SAMHSA", numbered(SAMHSA_COMPETENCIES, SAMHSA_LEAD)),
      printed("ic-rc", "Four domains of IC&RC", numbered(ICRC_DOMAINS, ICRC_LEAD)),
      ours(
        "in-justice-settings",
        "In justice settings",
        "Peers who work in a justice setting need to know how it runs. It is best when they have been through the justice system themselves.",
        "They need training for the place where they work. A peer who comes from a partner group needs to learn its rules too. Learning goes on after the first day, as in any job.",
      ),
    ],
  },
];
