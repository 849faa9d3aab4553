/** "Preparing Settings": six steps, each with its lead, and five infrastructure components. Word for word. */

export interface ReadinessStep {
  readonly id: string;
  readonly lead: string;
  readonly text: string;
}

export const READINESS_STEPS: readonly ReadinessStep[] = [
  {
    id: "vision",
    lead: "Establish a clear vision of how peer support will benefit clients.",
    text: "As a first step, each agency should understand the inherent value of PRSS and translate it into a vision for how PRSS will benefit clients and the organization.",
  },
  {
    id: "role",
    lead: "Clarify the role peer specialists will play within the agency.",
    text: "Gain commitment for change and identify the program's specific roles and expectations for staff members and peers.",
  },
  {
    id: "values",
    lead: "Align organizational philosophies and values with those of peer support.",
    text: "Organizational culture and climate can profoundly affect the nature and quality of peer support. Therefore, it is important to create a supportive organizational climate. Moving toward a person-centered, recovery-oriented approach may require a climate shift within agencies that have historically taken a punitive approach to changing behavior.",
  },
  {
    id: "infrastructure",
    lead: "Establish the necessary infrastructure to facilitate and enable effective integration of peers.",
    text: "Key components of such an infrastructure include:",
  },
  {
    id: "policies",
    lead: "Create new policies and procedures - and review and adapt existing ones - to guide the work of all staff.",
    text: "Policies and procedures shape the structure and functioning of a peer support program. While peer support approaches need to be tailored to the characteristics of a specific agency and its culture, it is also necessary to create or revise workflows to integrate peer workers into the current system. Procedures should describe key tasks and associated tools, offer approaches to addressing common situations a peer supporter may encounter and provide guidelines on when to ask for help from a supervisor or relevant team members. Finally, agencies should also develop processes to monitor and capture information about how well the program is working.",
  },
  {
    id: "training",
    lead: "Train non-peer staff.",
    text: "Non-peer staff may lack familiarity with the peer support model. Therefore, training is essential to help them understand the principles of peer support, peer roles, how they complement the work of other staff and how peer support contributes to the overarching goals of justice programs. Training other staff equips them to collaborate effectively with peers. Topics might include how peer support can contribute to the organization's goals, how to use person-first language and how to identify and address discriminatory behaviors. This can further reduce the related stigma and facilitate a recovery-oriented environment.",
  },
];

export const INFRASTRUCTURE_COMPONENTS = [
  "Engaging individuals with lived experience.",
  "Using effective recruitment, hiring and onboarding practices.",
  "Creating daily and weekly schedules that provide a balance of time engaging in peer support, completing appropriate documentation and doing other routine tasks.",
  "Collecting, analyzing and reporting data.",
  "Providing effective supervision.",
] as const;
