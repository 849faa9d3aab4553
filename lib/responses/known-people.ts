import "server-only";
import { listPeopleInAnswer } from "@/lib/domain/item/people-in-answers";
import { FORMER_NAME_ID } from "@/lib/domain/people/person";
import { itemName } from "@/lib/domain/tool/items";
import { type ToolRef, toolKey } from "@/lib/domain/tool/tool-ref";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import type { AnswerChange } from "./check-answers";
import { refuse } from "./update-refusal";

/**
 * Who may be named in an answer. The page offers the team's people; what is refused here is an id that the agency never
 * knew. Not whoever has left: an offline choice, an undo, a row or an answer brought back can name them, and refusing one
 * would refuse all that was written with it. A reader is shown nobody but people of the agency in any case.
 */

/** Once known stays known: whoever leaves is remembered (former_name). So the answer is asked for once, not with each letter. */
const known = new Set<string>();
const MOST_KNOWN = 20_000;

const KNOWN = `
  select id::text from unnest($2::uuid[]) as id
   where exists (select from membership m where m.agency_id = $1 and m.user_id = id)
      or exists (select from former_name f where f.agency_id = $1 and f.user_id = id)
      or exists (select from persona p where p.agency_id = $1 and (p.id = id or p.user_id = id))
      or exists (select from answer_revision v
                  where v.agency_id = $1 and v.item_id = any($5::text[])
                    and v.response_id = (select r.id from response r where r.agency_id = $1 and r.team_id = $3 and r.toolkit_id || '/' || r.tool_id = $4)
                    and (position(id::text in v.before::text) > 0 or position(id::text in v.after::text) > 0))`;

/** @throws UpdateRefusedError naming the first answer that names somebody whom the agency never knew. */
export async function requireKnownPeople(context: TeamContext, toolRef: ToolRef, changes: readonly AnswerChange[]): Promise<void> {
  const { agencyId, teamId } = context;
  const named = changes.flatMap(({ item, answer }) => listPeopleInAnswer(item, answer).map(({ personId }) => ({ item, personId })));
  const asked = named.filter(({ personId }) => personId !== FORMER_NAME_ID && !known.has(`${agencyId} ${personId}`));
  if (asked.length === 0) return;
  const ids = [...new Set(asked.map(({ personId }) => personId))];
  const itemIds = [...new Set(asked.map(({ item }) => item.id))];
  const { rows } = await withAgencyConnection(context, (client) => client.query<{ id: string }>(KNOWN, [agencyId, ids, teamId, toolKey(toolRef), itemIds]));
  const found = new Set(rows.map(({ id }) => id));
  const stranger = asked.find(({ personId }) => !found.has(personId));
  if (stranger) {
    throw refuse("invalid-answer", `“${itemName(stranger.item)}” was not saved. Choose somebody from the list.`, { itemId: stranger.item.id });
  }
  if (known.size + found.size > MOST_KNOWN) known.clear();
  for (const id of found) known.add(`${agencyId} ${id}`);
}
