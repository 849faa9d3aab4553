import "server-only";
import type { StateCode } from "@/lib/agencies/agency-facts";
import { timeZoneOf } from "@/lib/history/time-zones";
import { authDb } from "@/lib/platform/db/client";

/** The time zone that letters to a person go by before they choose one: of their first agency's state. */
export async function findOwnTimeZone(userId: string): Promise<string> {
  const first = await authDb().membership.findFirst({ where: { userId }, orderBy: { joinedAt: "asc" }, select: { agency: { select: { state: true } } } });
  return timeZoneOf((first?.agency.state ?? "") as StateCode);
}
