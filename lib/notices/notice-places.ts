import "server-only";
import { showName } from "@/lib/domain/people/person";
import { formatDay } from "@/lib/domain/text/due-words";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, toolName } from "@/lib/domain/tool/items";
import { findAssignmentTarget } from "@/lib/domain/tool/tool-parts";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import type { TeamPermission } from "@/lib/platform/auth/permissions";
import { env } from "@/lib/platform/env";
import type { JobOwner } from "@/lib/platform/jobs/job";
import type { NoticePlace } from "@/lib/platform/mail/letters";
import { findOpenTool, itemIndexOf } from "@/lib/responses/tool-access";
import type { AssignmentRow, MentionRow, RoundRow, TakenNotices } from "./take-notices";

/** Where the notices are, of those tools the person can still open; a place is named once. What is assigned comes first. */
export async function listPlaces(addressee: JobOwner, { mentions, assignments, rounds }: TakenNotices): Promise<readonly NoticePlace[]> {
  const places = new Map<string, NoticePlace>();
  for (const row of assignments) {
    const tool = await findReadableTool(addressee, row);
    const place = tool && assignmentPlace(tool, row);
    if (place) places.set(`assigned ${place.link}`, place);
  }
  for (const row of rounds) {
    const tool = await findReadableTool(addressee, row, "round:rate");
    if (tool) places.set(`round ${row.round_id}`, roundPlace(tool, row));
  }
  for (const row of mentions) {
    const tool = await findReadableTool(addressee, row);
    const place = tool && mentionPlace(tool, row);
    if (place) places.set(`${place.link} ${place.by}`, place);
  }
  return [...places.values()];
}

async function findReadableTool({ userId }: JobOwner, row: MentionRow | AssignmentRow | RoundRow, permission: TeamPermission = "response:view"): Promise<ToolDefinition | null> {
  const toolRef = { toolkitId: row.toolkit_id, toolId: row.tool_id };
  const access = await authorizeTeam(userId, row.team_id, permission, toolRef);
  return access.ok ? findOpenTool(access.context, toolRef) : null;
}

function mentionPlace(tool: ToolDefinition, row: MentionRow): NoticePlace | null {
  const item = itemIndexOf(tool).get(row.item_id);
  if (!item) return null;
  const link = `${toolLink(tool, row)}?panel=${encodeURIComponent(item.id)}#${item.id}`;
  return { kind: "mention", by: showName(row.by), teamName: row.team_name, toolName: toolName(tool), itemName: itemName(item), due: null, link };
}

function assignmentPlace(tool: ToolDefinition, row: AssignmentRow): NoticePlace | null {
  const target = findAssignmentTarget(tool, row.target_id);
  if (!target) return null;
  return {
    kind: "assignment",
    by: showName(row.by),
    teamName: row.team_name,
    toolName: toolName(tool),
    itemName: target.kind === "tool" ? null : target.name,
    due: row.due_on && formatDay(row.due_on),
    link: `${toolLink(tool, row)}${target.id === "" ? "" : `#${target.id}`}`,
  };
}

function roundPlace(tool: ToolDefinition, row: RoundRow): NoticePlace {
  return {
    kind: "round",
    by: showName(row.by),
    teamName: row.team_name,
    toolName: toolName(tool),
    itemName: row.items === 1 ? "1 statement" : `${row.items} statements`,
    due: row.until_on && formatDay(row.until_on),
    link: `${env().APP_URL}/teams/${row.team_id}/rounds/${row.round_id}`,
  };
}

function toolLink(tool: ToolDefinition, row: MentionRow | AssignmentRow): string {
  return `${env().APP_URL}/teams/${row.team_id}/tools/${tool.slug}`;
}
