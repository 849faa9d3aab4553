import { getTool } from "@/content/toolkits";
import { showPerson } from "@/lib/domain/people/person";
import { buildReceipt, type RoundReceipt } from "@/lib/domain/rounds/receipt";
import { toolName } from "@/lib/domain/tool/items";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { readDecisions } from "@/lib/rounds/decide";
import { listRounds } from "@/lib/rounds/read-rounds";

/** One rating round as an archive holds it: its receipt, and what the team decided; nothing that anybody rated. */
export interface RoundRecord extends RoundReceipt {
  readonly decisions: readonly { readonly item: string; readonly value: string | null; readonly rationale: string; readonly dissent: string; readonly by: string; readonly at: string }[];
}

/** A team's rounds, the newest first. */
export async function listRoundRecords(context: TeamContext): Promise<readonly RoundRecord[]> {
  const records: RoundRecord[] = [];
  for (const round of await listRounds(context)) {
    const decisions = [...(await readDecisions(context, round.id)).values()];
    const people = await listPeople(context, round, decisions);
    records.push({
      ...buildReceipt(round, toolName(getTool(round.tool)), people),
      decisions: decisions.map(({ itemId, value, rationale, dissent, made }) => ({ item: itemId, value, rationale, dissent, by: showPerson(people, made.by), at: made.at })),
    });
  }
  return records;
}
