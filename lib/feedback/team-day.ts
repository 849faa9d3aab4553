import "server-only";
import { getTeam } from "@/lib/agencies/teams";
import { localDay } from "@/lib/domain/reminders/local-time";
import { timeZoneOf } from "@/lib/history/time-zones";
import type { TeamContext } from "@/lib/platform/auth/context";

/** The day of now where the agency is, by which forms close: "2026-12-01". */
export async function teamDay(context: TeamContext): Promise<string> {
  return localDay(new Date(), timeZoneOf((await getTeam(context)).agencyState));
}
