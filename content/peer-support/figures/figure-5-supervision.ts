export const FIGURE_5_TITLE = "Core knowledge and skills for strengths-based supervision";

/** What of the figure as printed was put right; whoever shows it says so. */
export const FIGURE_5_NOTE = "The guide prints “Advocacy” twice among the skills, and “Preferred” as one of them. We show “Advocacy” once, and “Preferred” as the heading of the line below it.";

export interface SupervisionEntry {
  readonly text: string;
  readonly under?: readonly string[];
  /** The heading printed among the bullets, right above this entry. */
  readonly heading?: string;
}

export interface SupervisionColumn {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly SupervisionEntry[];
}

const plain = (...texts: readonly string[]): SupervisionEntry[] => texts.map((text) => ({ text }));

/**
 * Figure 5, word for word. "Advocacy", printed twice among the skills, stands once; "Preferred", printed as a bullet, is
 * the heading of the entry after it.
 */
export const FIGURE_5: readonly SupervisionColumn[] = [
  {
    id: "knowledge",
    title: "Knowledge",
    entries: [
      { text: "Value and nature of peer support" },
      { text: "Culture of recovery", under: ["Recovery principles", "Language", "Multiple pathways"] },
      { text: "Best practices and evidence-base of peer services" },
      { text: "Peer ethical guidelines (and how differ from clinical ones)" },
      {
        text: "Core competencies of peer practice",
        under: ["Recovery coaching process", "How personal stories/lived experience ties into professional work"],
      },
      ...plain(
        "Peer role and how it fits into the organizational context",
        "Science of addiction",
        "The components and value of a recovery oriented systems of care",
        "Recovery movement",
        "Trauma-informed practices and approaches",
        "Medicaid reimbursement for peer support",
      ),
    ],
  },
  {
    id: "skills",
    title: "Skills/Proficiencies",
    entries: [
      ...plain(
        "Motivational interviewing",
        "Cultural competence",
        "Active listening",
        "Articulate communication",
        "Provide concrete feedback",
        "Recognizing and responding to effects of trauma",
        "Share decision making and problem solving",
      ),
      { text: "Facilitation", under: ["Collaborative processes", "Learning/learning-community"] },
      ...plain(
        "Goal setting and prioritization",
        "Task identification, prioritization and delegation",
        "Models self-care",
        "Advocacy",
        "Detailed record keeping and documentation practices",
      ),
      { text: "Lived experience of addiction and recovery experience as peer", heading: "Preferred" },
    ],
  },
  {
    id: "attitudes",
    title: "Attitudes/Approaches",
    entries: plain(
      "Models the core philosophies and principles of recovery",
      "Is authentic in interpersonal relations-self-aware and reflective",
      "Respects peer’s life experience and role",
      "Recognizes mutuality in relationship embodies recovery principles",
      "Focuses on strengths and assets",
      "Is person centered",
      "Shares power",
      "Encourages self-direction",
      "Is flexible",
      "Uses person-first, wellness-focused language",
      "Has predictable and consistent actions and responses",
      "Creates a safe and supportive context",
      "Commitment to building and fostering a culture of recovery",
    ),
  },
];

export const SUPERVISION_LEAD = "Strengths-based supervision of peer work:";

/** The eight marks of strengths-based supervision, word for word. */
export const SUPERVISION_MARKS = [
  "Enhances the unique knowledge and skills necessary for peer practice.",
  "Provides a safe space to address ethical dilemmas and boundary issues.",
  "Engages peer practitioners in strengthening the PRSS program.",
  "Fosters an organizational culture that is conducive to recovery.",
  "Clarifies organizational systems, structures and processes.",
  "Supports self-care.",
  "Facilitates quality service provision.",
  "Ensures alignment of peer work with policies and procedures.",
] as const;
