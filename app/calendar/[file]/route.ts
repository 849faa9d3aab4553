import { answerCalendar } from "@/lib/calendar/answer-calendar";
import { findFeedOwner } from "@/lib/calendar/calendar-feed";
import { routeProblem, tooManyProblem, withProblems } from "@/lib/platform/entry/route";
import { addressOf } from "@/lib/platform/http/client-address";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { RATES } from "@/lib/platform/rates/rates";
import { takeRate } from "@/lib/platform/rates/take-rate";

interface RouteArguments {
  readonly params: Promise<{ readonly file: string }>;
}

const FILE = /^([\w-]{20,100})\.ics$/;

/** The private address that a calendar asks by itself, without a session: whoever has it reads one person's due dates. */
export function GET(request: Request, { params }: RouteArguments): Promise<Response> {
  return withProblems(request, async () => {
    const token = FILE.exec((await params).file)?.[1];
    const owner = token === undefined ? null : await findFeedOwner(token, new Date());
    if (owner === null) return refuseUnknown(request);
    const tooMany = await takeRate(RATES.calendar, { person: owner, agencyId: null });
    return tooMany ? tooManyProblem(tooMany) : answerCalendar(request, owner);
  });
}

/** Addresses that were turned off, and guesses. */
async function refuseUnknown(request: Request): Promise<Response> {
  const from = addressOf(request.headers);
  const tooMany = await takeRate(RATES.unknownCalendar, { person: from && networkOf(from), agencyId: null });
  return tooMany ? tooManyProblem(tooMany) : routeProblem(404, "not-found", "There is no calendar at this address. It may have been turned off or replaced.");
}
