import { getTool } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { showPerson } from "@/lib/domain/people/person";
import { buildReceipt, type RoundReceipt } from "@/lib/domain/rounds/receipt";
import { formatRound } from "@/lib/domain/rounds/round-text";
import type { ShownItem } from "@/lib/domain/rounds/shown-item";
import { toolName } from "@/lib/domain/tool/items";
import { zoneOf } from "@/lib/history/time-zones";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { listRounds } from "@/lib/rounds/read-rounds";
import { loadRoundContent } from "@/lib/rounds/round-content";

/** One rating round as an archive holds it: its receipt, what its reveal shows to the team, and what the team decided; never who rated what. */
export interface RoundRecord extends RoundReceipt {
  /** Empty before the reveal. */
  readonly shown: readonly (Pick<ShownItem, "rated" | "dontKnow" | "dontKnowKinds" | "lateHidden" | "split"> & {
    readonly item: string;
    /** How many chose each step, by its value; null below three. */
    readonly counts: Readonly<Record<string, number>> | null;
    readonly viewsDiffer: boolean | null;
    readonly notes: readonly string[];
  })[];
  readonly decisions: readonly { readonly item: string; readonly value: string | null; readonly rationale: string; readonly dissent: string; readonly by: string; readonly at: string }[];
}

/** A team's rounds, the newest first, each as data and as the text that its page offers. */
export async function listRoundRecords(context: TeamContext): Promise<readonly { readonly record: RoundRecord; readonly text: string }[]> {
  const { name, agencyName, agencyState } = await getTeam(context);
  const records = [];
  for (const round of await listRounds(context)) {
    const items = await loadRoundContent(context, round);
    const people = await listPeople(context, round, items);
    const receipt = buildReceipt(round, toolName(getTool(round.tool)), people);
    const record: RoundRecord = {
      ...receipt,
      shown: items.map(({ id, scale, notes, shown: { rated, counts, agreement, dontKnow, dontKnowKinds, lateHidden, split } }) => ({
        item: id,
        rated,
        counts: counts && Object.fromEntries(scale.steps.map(({ value }, index) => [value, counts[index] ?? 0])),
        viewsDiffer: agreement && agreement.isFlagged,
        dontKnow,
        dontKnowKinds,
        lateHidden,
        split,
        notes,
      })),
      decisions: items.flatMap(({ id, decision }) =>
        decision ? [{ item: id, value: decision.value, rationale: decision.rationale, dissent: decision.dissent, by: showPerson(people, decision.made.by), at: decision.made.at }] : [],
      ),
    };
    records.push({ record, text: formatRound({ receipt, about: `${name}, ${agencyName}`, zone: zoneOf(agencyState), items, people }) });
  }
  return records;
}
