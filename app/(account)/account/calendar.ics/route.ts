import { answerCalendar } from "@/lib/calendar/answer-calendar";
import { userRoute } from "@/lib/platform/entry/user-route";
import { RATES } from "@/lib/platform/rates/rates";

/** One's own due dates as a file, to be put into a calendar once. */
export const GET = userRoute({ rate: RATES.calendar, handler: (user, request) => answerCalendar(request, user.userId) });
