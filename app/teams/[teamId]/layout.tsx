import type { ReactNode } from "react";
import { PLACES } from "@/components/shell/places";
import { TeamPlaces } from "@/components/shell/team-places";
import { PLAN } from "@/lib/plan/load-plan";
import { authorizeTeam, findTeamPlace } from "@/lib/platform/auth/authorize";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { findSession } from "@/lib/platform/auth/session";

interface TeamLayoutProps {
  children: ReactNode;
  params: Promise<{ teamId: string }>;
}

/** Says where one is, and leads on; what may be opened is each page's own to ask. */
export default async function TeamLayout({ children, params }: TeamLayoutProps) {
  const { teamId } = await params;
  const user = await findSession();
  const place = user && (await findTeamPlace(user.userId, teamId));
  if (!place) return children;
  // Costs no query: it is the one of the line above.
  const opensPlan = (await authorizeTeam(user.userId, teamId, "response:view", PLAN.tool)).ok;
  const places = PLACES.filter(({ permission, isPlan }) => isAllowedInTeam(place.role, permission) && (!isPlan || opensPlan)).map(({ label, path }) => ({ label, path }));
  return (
    <>
      <TeamPlaces teamId={teamId} teamName={place.teamName} agencyName={place.agencyName} places={places} />
      {children}
    </>
  );
}
