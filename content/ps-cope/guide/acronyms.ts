import type { Acronym } from "@/lib/domain/toolkit/guide";

/** "Commonly Used Acronyms", in printed order. */
export const acronyms: readonly Acronym[] = [
  { acronym: "BIPOC", meaning: "Black, Indigenous, and people of color" },
  { acronym: "CDC", meaning: "Centers for Disease Control and Prevention" },
  { acronym: "EMT", meaning: "Emergency medical technician" },
  { acronym: "MAT", meaning: "Medication-assisted treatment" },
  { acronym: "OUD", meaning: "Opioid use disorder" },
  {
    acronym: "PS-COPE",
    meaning: "Public Safety-led Community-oriented Overdose Prevention Efforts",
  },
  { acronym: "PWUD", meaning: "People who use drugs" },
  { acronym: "ROSC", meaning: "Recovery-oriented systems of care" },
  { acronym: "SAMHSA", meaning: "Substance Abuse and Mental Health Services Administration" },
  { acronym: "SUD", meaning: "Substance use disorder" },
  { acronym: "TIC", meaning: "Trauma-informed care" },
  { acronym: "TI-ROSC", meaning: "Trauma-informed, recovery-oriented systems of care" },
];
