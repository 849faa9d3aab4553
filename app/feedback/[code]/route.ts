import { publicRoute, showAsItStands } from "@/app/api/feedback/public-page";
import { RATES } from "@/lib/platform/rates/rates";

/** A public form: a page of its own, without the app around it, because it has to be small and to know nobody. */
export const GET = publicRoute({ rate: RATES.feedbackPage, handler: async ({ form }) => showAsItStands(form) });
