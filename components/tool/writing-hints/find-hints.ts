import { PROPER_NAMES, WORDING_TERMS } from "@/content/writing-hints/terms";
import type { Finding } from "@/lib/domain/writing-hints/finding";
import { findPersonDetails, type PersonDetail } from "@/lib/domain/writing-hints/person-details";
import { createWordingFinder, type WordingFinding } from "@/lib/domain/writing-hints/wording";

export type PrivacyHint = { readonly about: "privacy"; readonly finding: Finding<PersonDetail> };
export type WordingHint = { readonly about: "wording"; readonly finding: WordingFinding };
export type Hint = PrivacyHint | WordingHint;

const findWording = createWordingFinder(WORDING_TERMS, PROPER_NAMES);

/** What the notes beside a text say, each finding of the same words once. */
export function findHints(text: string): readonly Hint[] {
  const hints: readonly Hint[] = [
    ...findPersonDetails(text).map((finding) => ({ about: "privacy" as const, finding })),
    ...findWording(text).map((finding) => ({ about: "wording" as const, finding })),
  ];
  const seen = new Set<string>();
  return hints.filter((hint) => {
    const key = hintKey(hint);
    return !seen.has(key) && seen.add(key);
  });
}

/** The same for the same words, wherever in the text they stand. */
export function hintKey({ about, finding }: Hint): string {
  return `${about} ${finding.text.toLowerCase()}`;
}
