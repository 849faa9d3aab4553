import type { Offer } from "@/lib/domain/tool/definition";
import { psCopeTool } from "./named";

/** What an answer of one tool may become in another. Offered beside the item, never filled in; which answers fit where is our mapping. */

const PARTNERS = Array.from({ length: 20 }, (_, index) => `t5-${index + 1}`);

type Answered = NonNullable<Offer["answered"]>;

/** Tool 5's partnerships that are answered so. */
export function partnersOffer(title: string, answered: Answered, into?: string): Offer {
  return { title, statements: PARTNERS, answered, isOurMapping: true, ...(into === undefined ? {} : { into }) };
}

/** Tool 8's list of the team. */
export const rosterOffer: Offer = { title: "Names from Tool 8", table: { item: "t8-s1-3", columns: ["name", "role"] } };

export const assessedOffer: Offer = { title: "Tool 9 is marked complete", completed: psCopeTool("tool-9") };
