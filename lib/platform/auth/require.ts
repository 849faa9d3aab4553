import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { ToolRef } from "@/lib/domain/tool/tool-ref";
import { PATH_HEADER } from "@/lib/platform/http/path-header";
import { authorizeAgency, authorizeTeam, type Denial } from "./authorize";
import type { AgencyContext, TeamContext } from "./context";
import type { AgencyPermission, TeamPermission } from "./permissions";
import { findActiveSession, type SessionUser } from "./session";

/** The person signed in; sends others to sign in and back. Call it in every page, never only in a layout. */
export async function requireUser(): Promise<SessionUser> {
  const session = await findActiveSession();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}

/** The context of a team page: a foreign team is a 404, a missing right the no-permission page (403). */
export async function requireTeam(
  teamId: string,
  permission: TeamPermission,
  toolRef?: ToolRef,
): Promise<TeamContext> {
  const user = await requireUser();
  const result = await authorizeTeam(user.userId, teamId, permission, toolRef);
  return result.ok ? result.context : deny(result);
}

/** The same for an agency page. */
export async function requireAgency(agencyId: string, permission: AgencyPermission): Promise<AgencyContext> {
  const user = await requireUser();
  const result = await authorizeAgency(user.userId, agencyId, permission);
  return result.ok ? result.context : deny(result);
}

function deny(denial: Denial): never {
  if (denial.reason === "forbidden") forbidden();
  notFound();
}
