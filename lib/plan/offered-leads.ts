import "server-only";
import { getTool } from "@/content/toolkits";
import { columnOffersId } from "@/lib/domain/tool/items";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listOffers } from "@/lib/responses/offered-answers";
import { PLAN } from "./load-plan";

/**
 * Who may be named as the lead of an action, in the words of the tools that the person may open; most of them have no account.
 * @param answered as `listOffers`
 */
export async function listOfferedLeads(context: TeamContext, answered?: Parameters<typeof listOffers>[2]): Promise<readonly string[]> {
  const offers = await listOffers(context, getTool(PLAN.tool), answered);
  const words = PLAN.ideas.flatMap(({ more, columns }) => offers.get(columnOffersId(more, columns.lead)) ?? []).flatMap((offer) => offer.words);
  return [...new Set(words)];
}
