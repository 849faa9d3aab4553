import { pageResponse, type PublicRequest, publicRoute, showAsItStands } from "@/app/api/feedback/public-page";
import { followPage, NO_CODE, noCodePage } from "@/components/feedback-page/plain-pages";
import { readFollowCode } from "@/lib/domain/feedback/follow-code";
import { followAnswer } from "@/lib/feedback/follow-answer";
import { readSentCode } from "@/lib/feedback/sent-answer";
import { RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";

/** What became of an answer, for whoever has its code, which comes in the body. */
export const POST = publicRoute({ rate: RATES.feedbackPage, handler: lookUp });

async function lookUp({ request, form, body, network }: PublicRequest): Promise<Response> {
  // Each try counts, right or wrong: guesses of many networks together, too.
  const tooMany = await takeRate(RATES.feedbackCode, { person: network, agencyId: form.place.agencyId });
  if (tooMany) return pageResponse(noCodePage(form, "Many codes were tried just now. Please try again in a quarter of an hour."), 429);
  const typed = readSentCode(body, request.headers.get("content-type"));
  const code = readFollowCode(typed);
  const followed = code === null ? null : await followAnswer(form.place, code);
  return code !== null && followed ? pageResponse(followPage(form, code, followed)) : pageResponse(noCodePage(form, NO_CODE), 404);
}

/** Somebody who loads the address of a look again. */
export const GET = publicRoute({ rate: RATES.feedbackPage, handler: async ({ form }) => showAsItStands(form) });
