/** "Designing Programs": five considerations. Leads and lists word for word. */

export const SCOPE = {
  lead: "Define the scope of the program and select the initial site or group to be served.",
  text: "Set clear program goals and objectives, including who it will serve and how. This will help identify the criteria to measure program success. Outline key peer support activities and decide the length of time to conduct a pilot for the program that allows sufficient time to observe processes and outcomes. Also, plan an appropriate menu of services that help individuals reduce their risk for overdose, enhance their wellness and, if desired, build and sustain a life in recovery. The menu should include one-on-one supports (such as risk-reduction planning, recovery planning and coaching), group supports and connection to community-based harm reduction and recovery services and supports. This process builds a foundation for effective peer programs.",
} as const;

export const ACCESS = {
  lead: "Ensure accessibility.",
  text: "Program location and hours need to be easily accessible for participants, so support is available when and where needed.",
  strategiesLead: "There are several strategies to facilitate access:",
  strategies: [
    "provide transportation to program locations, especially if transit is not easily accessible",
    "have peer workers at the justice agency during its hours of operation",
    "provide access to peers in community-based sites",
    "offer mobile support and outreach to provide the services at sites where participants are located",
    "offer technology-assisted peer supports that are phone, text or web-based",
  ],
  more: "The location and setting peer support will be offered also matters. The peer support's nature, tone and approach need to match the setting, space and tools. Additional considerations may arise due to the geography of the area being served and whether it is urban, suburban or rural.",
} as const;

export const EMPLOYMENT = {
  lead: "Consider the employment status of the peer workers.",
  text: "Within justice settings, peer supporters can be employees of external partner organizations, employees of a justice agency or individuals who are currently justice-involved.",
  /** Printed for the first two alone. */
  forms: [
    {
      id: "partner",
      title: "employees of external partner organizations",
      benefits: [
        "existing expertise in providing peer support",
        "existing relationships with the community",
        "access to resources that assist individuals",
      ],
      challenges: [
        "finding appropriate partners and building trust",
        "ensuring that your partner's vision for the program aligns with yours",
        "clearly defining processes and protocols",
      ],
    },
    {
      id: "agency",
      title: "employees of a justice agency",
      benefits: [
        "decreased program costs",
        "capability to resolve issues in a timely manner",
        "enhanced opportunities for career advancement",
        "collaboration with other internal staff members",
      ],
      challenges: ["consistently fund staff", "find the right staff members"],
    },
    { id: "involved", title: "individuals who are currently justice-involved", benefits: [], challenges: [] },
  ],
} as const;

export const PARTNERSHIPS = {
  lead: "Think about partnerships.",
  text: "If your agency plans to partner with an outside organization to provide peer support, the type of partner makes a difference in program design.",
  partnersLead: "Potential partner organizations can include",
  partners: [
    "recovery community organizations",
    "substance use treatment providers",
    "harm reduction organizations",
    "peer-run mental health organizations",
    "social service agencies",
    "day report centers",
  ],
  more: "Good partnerships are cultivated. Program administrators may start with “low stakes” collaborative efforts with potential partners to develop some experience with them before agreeing to more impactful, formal ties with them over time. Such initial collaborations are opportunities to assess the collaborative and relational fit with potential partners and build trust.",
} as const;

export const COMPREHENSIVENESS = {
  lead: "Determine the comprehensiveness, duration and setting of the peer-led programs.",
  text: "This is based on the number of peer workers, anticipated duration of effective peer engagement and location where peer supports will be offered. The number of peer workers you anticipate having on staff will impact the number of participants, intensity and duration of support.",
  shapesLead: "Having fewer peer specialists means they may either work with:",
  shapes: [
    "Fewer individuals, intensively, for a long duration.",
    "More individuals, intensively, for a short period of time.",
    "Or more individuals, less intensively, for a longer period of time.",
  ],
} as const;

/** The leads of the five considerations, in printed order. */
export const CONSIDERATIONS = [SCOPE, ACCESS, EMPLOYMENT, PARTNERSHIPS, COMPREHENSIVENESS] as const;
