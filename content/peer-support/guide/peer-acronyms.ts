import type { Acronym } from "@/lib/domain/toolkit/guide";

/** Short forms in the guide that the first toolkit's list does not have. */
export const peerAcronyms: readonly Acronym[] = [
  { acronym: "HCV", meaning: "Hepatitis C virus" },
  { acronym: "HHS", meaning: "U.S. Department of Health and Human Services" },
  { acronym: "HIV", meaning: "Human immunodeficiency virus" },
  { acronym: "IC&RC", meaning: "International Certification and Reciprocity Consortium" },
  { acronym: "OEND", meaning: "Overdose education and naloxone distribution" },
  { acronym: "PRSS", meaning: "Peer recovery support services" },
  { acronym: "SIM", meaning: "Sequential Intercept Model" },
  { acronym: "SSP", meaning: "Syringe services program" },
  { acronym: "SSPs", meaning: "Syringe services programs" },
  { acronym: "STI", meaning: "Sexually transmitted infection" },
];
