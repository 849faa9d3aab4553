/** "Defining Peer Practice" and "Peer Worker Competencies": lists, word for word. */

export const TENETS_LEAD = "In both contexts, peer practice focuses on several core tenets:";

export interface Tenet {
  /** Printed bold at its beginning. */
  readonly lead: string;
  readonly text: string;
}

export const TENETS: readonly Tenet[] = [
  {
    lead: "Respect autonomy",
    text: "and meet individuals “where they are.” Each individual has existing strengths and resources – and is given the space to develop new ones – to make their own choices and exercise judgment in their actions.",
  },
  {
    lead: "Assist, not direct.",
    text: "Recovery is a self-directed process, in which each person is an expert in their own recovery journey. Support people on their journey toward positive change, as they define it, based on what individuals identify as their needs, not what programs think they need.",
  },
  {
    lead: "Build trusting, supportive, nonjudgmental relationships",
    text: "as unconditional practical assistance is provided.",
  },
  { lead: "Use lived/living experience perspectives", text: "to ground all aspects of the work." },
  {
    lead: "Infuse core philosophies and values of peer work",
    text: "into mission, vision, culture, infrastructure, policies and practices, governance, leadership and staffing.",
  },
  {
    lead: "Embed the belief that health, wellness and recovery are possible for everyone",
    text: "in policy and practice.",
  },
  { lead: "Provide many pathways to wellbeing", text: "across the continuum of health and social care." },
  { lead: "Share decision-making", text: ", based on the recovery principles of reciprocity and mutuality." },
  { lead: "Use participatory processes routinely", text: "and engage in creative problem-solving." },
  {
    lead: "Understand that recovery happens in community.",
    text: "Recovery communities are meeting places and arenas for reciprocal helping and shared problem-solving. Peer-to-peer knowledge creation supports members in developing and expanding recovery capital, putting new recovery skills into practice and exploring and testing a new recovery identity.",
  },
  {
    lead: "Support individuals to develop new networks that help build their recovery capital.",
    text: "Positive, wellbeing-supportive social relationships play an essential role in recovery. Programming and services should foster spaces where quality relationships – person-to-person, person-to-social network, person-to-community – can thrive.",
  },
];

export function tenetText({ lead, text }: Tenet): string {
  return text.startsWith(",") ? `${lead}${text}` : `${lead} ${text}`;
}

export const FOCUS_AREAS_LEAD = "Peer work in overdose prevention and response happens in four core harm reduction focus areas:";

export const FOCUS_AREAS = [
  "Safer practices – help individuals identify and adopt strategies, practices and tools that have been proven to decrease substance use-related risks. A wide range of safer practices exist that are supported by evidence and can be implemented in a variety of settings.",
  "Safer settings – create physical locations that facilitate safer practices related to drug use, as well as social environments that support overall health and wellness.",
  "Safer supply – share information about changes in adulterants in community drug supply and connect people who are at high risk of overdose to safer alternatives to the toxic illicit drug supply.",
  "Safer transitions to care – support overall health and wellness; reduce harm during high-risk periods, such as following release from incarceration; and ensure continuity of services across a continuum of care. Peer workers work with both the justice-involved individual and justice staff to access resources and services including treatment, housing, employment and benefits. They link individuals to harm reduction services offered outside the justice setting.",
] as const;

export const OUTCOMES_LEAD = "Justice-involved individuals receiving peer support experience (SAMHSA, 2017a; SAMHSA, 2017b):";

export const OUTCOMES = [
  "Decreased recidivism.",
  "Reduced return to use rates.",
  "Reduced substance use.",
  "Increased engagement in treatment for substance use disorder.",
  "Improved access to social supports.",
  "Greater housing stability.",
] as const;

export const SAMHSA_LEAD = "peer workers must have knowledge and skills in:";

export const SAMHSA_COMPETENCIES = [
  "engaging peers in collaborative and caring relationships",
  "providing support",
  "sharing lived experiences of recovery",
  "personalizing peer support",
  "supporting recovery planning",
  "linking to resources, services and supports",
  "providing information about skills related to health, wellness and recovery",
  "helping peers to manage crises",
  "valuing communication",
  "supporting collaboration and teamwork",
  "promoting leadership and advocacy",
  "promoting growth and development",
] as const;

export const ICRC_LEAD = "competencies organized into four domains:";

export const ICRC_DOMAINS = [
  "advocacy",
  "mentoring and education",
  "recovery and wellness support",
  "ethical responsibility",
] as const;
