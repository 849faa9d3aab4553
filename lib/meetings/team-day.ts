import "server-only";
import { getTeam } from "@/lib/agencies/teams";
import { localDay } from "@/lib/domain/reminders/local-time";
import { timeZoneOf } from "@/lib/history/time-zones";
import type { TeamContext } from "@/lib/platform/auth/context";

/**
 * The day it is where the team meets, "2026-12-01". A team that meets in the evening has the next day by UTC already: its
 * meeting would be an earlier one, and what is due that day overdue.
 */
export async function findTeamDay(context: TeamContext, now: Date): Promise<string> {
  const { agencyState } = await getTeam(context);
  return localDay(now, timeZoneOf(agencyState));
}
