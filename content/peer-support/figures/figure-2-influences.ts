/** A printed bullet; `under` are the bullets printed below it. */
export interface InfluenceBullet {
  readonly text: string;
  readonly under?: readonly string[];
}

export interface InfluenceHead {
  readonly title: string;
  /** One head is printed without any: it is answered itself. */
  readonly bullets: readonly InfluenceBullet[];
}

export interface InfluenceColumn {
  readonly id: string;
  /** As the sentence-case text names it; the figure prints it in capitals. */
  readonly title: string;
  readonly heads: readonly InfluenceHead[];
}

export const FIGURE_2_TITLE = "Overdose prevention and response influences and support";

/**
 * Figure 2, word for word, as three lists: its rows put unlike things side by side, so nothing is said of what stands in
 * one row.
 */
export const FIGURE_2: readonly InfluenceColumn[] = [
  {
    id: "program",
    title: "Program enhancement and staff practices",
    heads: [
      {
        title: "Facilitate collaborative risk assessment",
        bullets: [
          { text: "Engage in change talk" },
          { text: "Plan to reduce overdose risk" },
          { text: "Carry and distribute naloxone" },
        ],
      },
      { title: "Support any positive change", bullets: [{ text: "Provide access to appropriate screening" }] },
      {
        title: "Build recovery capital",
        bullets: [
          { text: "Identify existing recovery capital" },
          { text: "Promote recovery and desistance" },
          { text: "Plan for connections to pro-social networks" },
        ],
      },
      {
        title: "Enhance partnerships for care",
        bullets: [
          { text: "Identify and regularly update list of available services" },
          { text: "Support participation in SUD treatment" },
        ],
      },
    ],
  },
  {
    id: "culture",
    title: "Agency culture",
    heads: [
      {
        title: "Support staff in shift toward strengths-based practices",
        bullets: [
          { text: "Integrate routine overdose risk assessments" },
          {
            text: "Train staff on:",
            under: [
              "Strengths-based, recovery-oriented risk reduction approaches",
              "Responding to overdose and administering naloxone",
            ],
          },
        ],
      },
      { title: "Revise core policies and procedures", bullets: [{ text: "Establish policies for naloxone distribution" }] },
      { title: "Integrate peer support", bullets: [] },
      {
        title: "Resolve organizational barriers and challenges",
        bullets: [
          { text: "Build infrastructure for overdose risk reduction" },
          { text: "Reduce barriers to naloxone access" },
          { text: "Build and maintain collaborative relationships to increase access to services" },
        ],
      },
    ],
  },
  {
    id: "system",
    title: "System resources",
    heads: [
      {
        title: "Reduce stigma and bias",
        bullets: [
          { text: "Increase awareness of systemic bias" },
          { text: "Revise policies to decrease bias in practice" },
          { text: "Increase understanding of SUD treatment and medications for opioid use disorder (OUD)" },
        ],
      },
      {
        title: "Improve access to and availability of community services",
        bullets: [{ text: "Support evidence-based practices" }, { text: "Advocate for a comprehensive service system" }],
      },
      {
        title: "Address social and structural determinants of health",
        bullets: [
          { text: "Connect individuals to services and supports" },
          { text: "Advocate to strengthen health and social services systems" },
          { text: "Identify and update list of available services in the community" },
        ],
      },
    ],
  },
];
