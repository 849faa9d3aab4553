import { headers } from "next/headers";
import { findToolBySlug, isMainTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { toolName } from "@/lib/domain/tool/items";
import { toolKey } from "@/lib/domain/tool/tool-ref";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { findSession } from "@/lib/platform/auth/session";
import { PATH_HEADER } from "@/lib/platform/http/path-header";
import { listTeamMembers, type TeamMemberView } from "./members";

interface UnsharedTool {
  readonly teamId: string;
  readonly teamName: string;
  readonly toolTitle: string;
  /** Who can share it, in words. */
  readonly helpers: string;
}

const ADDRESS = /^\/teams\/([^/?]+)\/tools\/([a-z0-9-]{1,100})(?=[/?]|$)/;
const MOST_NAMES = 3;

/**
 * The tool of the address that is asked for, when whoever asks is a partner in that team and it is not shared with them:
 * a page that is not found is handed no parameters. Null for strangers, and where there is no such tool.
 */
export async function findUnsharedTool(): Promise<UnsharedTool | null> {
  const [, teamId, slug] = ADDRESS.exec((await headers()).get(PATH_HEADER) ?? "") ?? [];
  const tool = slug === undefined ? null : findToolBySlug(slug);
  const session = tool && (await findSession());
  if (!tool || !session || teamId === undefined) return null;
  const access = await authorizeTeam(session.userId, teamId, "team:view");
  if (!access.ok || access.context.role !== "partner" || access.context.toolKeys?.includes(toolKey(tool.ref))) return null;
  // Nobody can share what the team does not work with.
  if (!isMainTool(tool.ref) && !access.context.addedToolkits.includes(tool.ref.toolkitId)) return null;
  const [team, members] = await Promise.all([getTeam(access.context), listTeamMembers(access.context)]);
  return { teamId, teamName: team.name, toolTitle: toolName(tool), helpers: nameHelpers(members) };
}

/** Leads first: the team's own people, who know why it is as it is. */
export function nameHelpers(members: readonly TeamMemberView[]): string {
  const leads = members.filter(({ role }) => role === "lead");
  const [helpers, role] = leads.length > 0 ? [leads, "team lead"] : [members.filter(({ role }) => role === "admin"), "agency admin"];
  const names = helpers.slice(0, MOST_NAMES).map(({ displayName }) => displayName);
  const list = new Intl.ListFormat("en-US", { type: "disjunction" }).format(names);
  return names.length === 0 ? "an agency admin" : `${list} (${role})`;
}
