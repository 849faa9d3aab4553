import type { Offer } from "@/lib/domain/tool/definition";
import { psCopeTool } from "./named";

/** What an answer of one tool may become in another. Offered beside the item, never filled in; which answers fit where is our mapping. */

const PARTNERS = Array.from({ length: 20 }, (_, index) => `t5-${index + 1}`);

type Answered = NonNullable<Offer["answered"]>;

/** Tool 5's partnerships that are answered so. */
export function partnersOffer(title: string, answered: Answered, into?: string): Offer {
  return { title, statements: PARTNERS, answered, isOurMapping: true, ...(into === undefined ? {} : { into }) };
}

/**
 * Tool 8's list of the team: for whoever is to do something. Many of them have no account. Without the role, which can say
 * more of somebody ("lived experience") than a plan that is handed around should; a row without a name has nothing else.
 */
export const rosterOffer: Offer = { title: "Team members named in Tool 8", isOurMapping: true, tables: [{ item: "t8-s1-3", columns: ["name", "role"], onlyFirst: true }] };

/** Those whom Tool 8 names as leaders or stakeholders, in both of its lists. */
export function leadersOffer(into?: string): Offer {
  const tables = [
    { item: "t8-s1-2", columns: ["leadership"] },
    { item: "t8-s2-4", columns: ["stakeholder"] },
  ];
  return { title: "Leaders and stakeholders named in Tool 8", isOurMapping: true, tables, ...(into === undefined ? {} : { into }) };
}

export const assessedOffer: Offer = { title: "Tool 9 is marked complete", completed: psCopeTool("tool-9") };
