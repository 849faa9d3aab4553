import "server-only";
import type { PoolClient } from "pg";
import { personOf } from "@/lib/domain/people/person";
import { type LinkKind, type PlanLink } from "@/lib/domain/plan/links";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownAuthor } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { eventOf } from "@/lib/responses/response-facts";

interface LinkRow {
  id: string;
  kind: LinkKind;
  from_toolkit_id: string;
  from_tool_id: string;
  from_target: string;
  to_toolkit_id: string;
  to_tool_id: string;
  to_target: string;
  words: string | null;
  made_at: Date;
  made_by: string;
  decided_at: Date | null;
  decided_by: string | null;
  removed_at: Date | null;
  removed_by: string | null;
}

const columns = (author: (person: string, happened: string) => string) => `
  l.id, l.kind, l.from_toolkit_id, l.from_tool_id, l.from_target, l.to_toolkit_id, l.to_tool_id, l.to_target, l.words,
  l.made_at, ${author("l.made_by", "l.made_at")} as made_by, l.decided_at, ${author("l.decided_by", "l.decided_at")} as decided_by,
  l.removed_at, ${author("l.removed_by", "l.removed_at")} as removed_by`;

/** Every link of the team, removed ones too, in the order they were made. Whose tool it names may not be open to the reader: ask before showing an end. */
export async function readLinks(client: PoolClient, context: TeamContext): Promise<PlanLink[]> {
  const author = (person: string, happened: string) => shownAuthor(context, "l.agency_id", person, happened);
  const { rows } = await client.query<LinkRow>(
    `select ${columns(author)} from plan_link l where l.agency_id = $1 and l.team_id = $2 order by l.made_at, l.id`,
    [context.agencyId, context.teamId],
  );
  return rows.map(toLink);
}

export async function listLinks(context: TeamContext): Promise<PlanLink[]> {
  return withAgencyConnection(context, (client) => readLinks(client, context));
}

function toLink(row: LinkRow): PlanLink {
  const event = (at: Date | null, by: string | null) => at && eventOf(at, personOf(by));
  return {
    id: row.id,
    kind: row.kind,
    from: { tool: { toolkitId: row.from_toolkit_id, toolId: row.from_tool_id }, target: row.from_target },
    to: { tool: { toolkitId: row.to_toolkit_id, toolId: row.to_tool_id }, target: row.to_target },
    words: row.words,
    made: eventOf(row.made_at, personOf(row.made_by)),
    decided: event(row.decided_at, row.decided_by),
    removed: event(row.removed_at, row.removed_by),
  };
}
