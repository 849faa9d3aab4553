import type { StateCode } from "@/lib/agencies/agency-facts";

/** States by the zone most of their people live in; what is not named here keeps Eastern time. */
const ZONES: readonly (readonly [zone: string, states: string])[] = [
  ["America/Chicago", "AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI"],
  ["America/Denver", "CO ID MT NM UT WY"],
  ["America/Phoenix", "AZ"],
  ["America/Los_Angeles", "CA NV OR WA"],
  ["America/Anchorage", "AK"],
  ["Pacific/Honolulu", "HI"],
  ["America/Puerto_Rico", "PR VI"],
  ["Pacific/Guam", "GU MP"],
  ["Pacific/Pago_Pago", "AS"],
];
const EASTERN = "America/New_York";

/**
 * The time zone of an agency's state, where a page has to name days before the reader's own zone is known (without
 * JavaScript, in print).
 */
export function timeZoneOf(state: StateCode): string {
  return ZONES.find(([, states]) => states.split(" ").includes(state))?.[0] ?? EASTERN;
}

/** "Eastern Time". */
export function nameTimeZone(timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longGeneric" }).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** An agency's zone with its name, by which an instant is written out where no reader's own zone is known. */
export function zoneOf(state: StateCode): { readonly timeZone: string; readonly name: string } {
  const timeZone = timeZoneOf(state);
  return { timeZone, name: nameTimeZone(timeZone) };
}
