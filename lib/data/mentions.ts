import "server-only";
import type { TeamContext } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/with-agency";
import { toolKey, type ToolRef } from "@/lib/tools/tool-ref";

/** Someone who can open a tool, by the name they chose for the agency. */
export interface ToolReader {
  readonly userId: string;
  readonly name: string;
}

/** Everyone who can open this tool: admins, the team's people, and the partners it is shared with. By name. */
export async function listToolReaders(tx: Tx, context: TeamContext, toolRef: ToolRef): Promise<readonly ToolReader[]> {
  return tx.$queryRaw<ToolReader[]>`
    select m.user_id::text as "userId", m.display_name as name
      from membership m
      left join team_member t
        on t.agency_id = m.agency_id and t.user_id = m.user_id and t.team_id = ${context.teamId}::uuid
     where m.agency_id = ${context.agencyId}::uuid
       and (m.is_admin or t.role::text <> 'partner' or ${toolKey(toolRef)} = any(t.tool_keys))
     order by m.display_name, m.user_id`;
}

/**
 * Who is mentioned in a text: an @ followed by someone's whole name. The longest name wins, so that "@Dana R." is not
 * "@Dana" too. Two people of the same name are both meant. An address such as name@place mentions nobody.
 */
export function findMentioned(body: string, readers: readonly ToolReader[]): ReadonlySet<string> {
  const mentioned = new Set<string>();
  const longestFirst = [...readers].sort((a, b) => b.name.length - a.name.length);
  for (let at = body.indexOf("@"); at !== -1; at = body.indexOf("@", at + 1)) {
    // Only the characters beside it: a text of nothing but @ would otherwise be searched once for each of them.
    if (/[\p{L}\p{N}]$/u.test(body.slice(Math.max(0, at - 2), at))) continue;
    const named = longestFirst.find(({ name }) => {
      const end = at + 1 + name.length;
      return body.startsWith(name, at + 1) && !/^[\p{L}\p{N}]/u.test(body.slice(end, end + 2));
    });
    if (named) for (const { userId, name } of readers) if (name === named.name) mentioned.add(userId);
  }
  return mentioned;
}
