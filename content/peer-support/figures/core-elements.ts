/** The guide's five core elements and four influences, word for word; shorter wordings stand in its figures. */

export const CORE_ELEMENTS = [
  "Assess and address overdose risk.",
  "Engage in community-focused overdose education and naloxone distribution.",
  "Connect individuals to harm reduction services, such as syringe services programs.",
  "Provide screening for substance use disorders (SUD).",
  "Link individuals to SUD treatment and recovery support services.",
] as const;

export const CORE_ELEMENTS_LEAD = "The core elements are influenced and supported by:";

export const INFLUENCES = [
  "Program enhancements that integrate risk reduction, recovery priming, recovery mentoring and recovery management into workflows.",
  "Staff practices that emphasize strengths-based and recovery-oriented approaches.",
  "Agency culture that creates a positive and supportive climate for risk reduction and recovery-oriented approaches.",
  "System resources that improve access to harm reduction and other health, social and recovery-support services.",
] as const;
