import type { Acronym, GlossaryTerm } from "@/lib/domain/toolkit/guide";
import { acronymAnchor } from "@/lib/domain/toolkit/search-guide";
import { wordFilter } from "./search-words";

/** An entry of the glossary: an acronym of the toolkit's own list, or a term that we explain. */
export interface GlossaryEntry {
  /** Also its anchor on the page. */
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

export interface Glossary {
  readonly acronyms: readonly GlossaryEntry[];
  readonly terms: readonly GlossaryEntry[];
}

/** The entries that hold every word of the search in their name, the forms it is printed in, or their meaning. */
export function searchGlossary(acronyms: readonly Acronym[], terms: readonly GlossaryTerm[], search: string): Glossary {
  const fits = wordFilter(search);
  return {
    acronyms: acronyms
      .filter(({ acronym, meaning }) => fits(`${acronym}\n${meaning}`))
      .map(({ acronym, meaning }) => ({ id: acronymAnchor(acronym), name: acronym, meaning })),
    terms: terms
      .filter(({ term, forms, meaning }) => fits([term, ...forms, meaning].join("\n")))
      .map(({ id, term, meaning }) => ({ id, name: term, meaning })),
  };
}
