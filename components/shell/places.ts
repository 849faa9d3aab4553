import type { TeamPermission } from "@/lib/platform/auth/permissions";

/** A place of a team: one step away from each of its pages. */
export interface Place {
  readonly label: string;
  /** After `/teams/<id>`; empty for the team's home. */
  readonly path: string;
  /** Who doesn't have it isn't led there. */
  readonly permission: TeamPermission;
  /** Made of the plan's tool: nor is who may not open that. */
  readonly isPlan?: true;
}

/** The places of every team, in the order of the header. A new one is added here, and nowhere else. */
export const PLACES: readonly Place[] = [
  { label: "Home", path: "", permission: "team:view" },
  { label: "Tools", path: "/tools", permission: "response:view" },
  { label: "Readiness", path: "/readiness", permission: "report:view" },
  { label: "Plan", path: "/plan", permission: "response:view", isPlan: true },
  { label: "Over time", path: "/milestones", permission: "milestone:view" },
  { label: "Rounds", path: "/rounds", permission: "round:view" },
  { label: "Meetings", path: "/meetings", permission: "meeting:view" },
  { label: "Community", path: "/feedback", permission: "feedback:view" },
];

/** Pages that no place leads to, by the part of their address that names them: one sees on a phone, too, where one is. */
const BESIDE: Readonly<Record<string, string>> = {
  people: "People",
  export: "Download and share",
  import: "Bring in answers",
  overview: "Overview",
  personal: "Your own check",
  goals: "Goals",
};

/** What the page is called that isn't of any place. */
export function nameBeside(pathname: string): string {
  return BESIDE[pathname.split("/")[3] ?? ""] ?? "Places";
}

/** Whether the page at `pathname` belongs to the place: its own page, or one below it. The home has none below it. */
export function isWithinPlace(pathname: string, href: string, isHome: boolean): boolean {
  return pathname === href || (!isHome && pathname.startsWith(`${href}/`));
}
