import "server-only";
import type { EarlierValue, Indicator, IndicatorValue } from "@/lib/domain/indicators/indicator";
import { compareMeasured } from "@/lib/domain/indicators/measured-on";
import type { TeamContext } from "@/lib/platform/auth/context";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

/** Values are never changed, only replaced or taken away, so that what stood at a moment can be told. */
function valueAsOf(value: IndicatorValue, at: number): IndicatorValue | null {
  const isBy = (when: string) => Date.parse(when) <= at;
  if (value.removed && isBy(value.removed.at)) return null;
  if (isBy(value.entered.at)) return { ...value, removed: null };
  const index = value.earlier.findIndex(({ entered }) => isBy(entered.at));
  const before: EarlierValue | undefined = value.earlier[index];
  // What it was before it was put right; where that was from is the source named since.
  return before ? { ...value, ...before, earlier: value.earlier.slice(index + 1), removed: null } : null;
}

/** The indicators with the values that stood at a moment; those that nobody had said anything of yet are left out. */
export async function indicatorsAsOf(context: TeamContext, measured: readonly Indicator[], at: Date): Promise<readonly Indicator[]> {
  const { rows } = await withAgencyConnection(context, (client) =>
    client.query<{ id: string }>("select id from indicator where agency_id = $1 and team_id = $2 and set_at <= $3", [context.agencyId, context.teamId, at]),
  );
  const known = new Set(rows.map(({ id }) => id));
  return measured.flatMap((indicator) => {
    const values = [...indicator.values, ...indicator.removedValues]
      .flatMap((value) => valueAsOf(value, at.getTime()) ?? [])
      .sort((a, b) => compareMeasured(a.on, b.on));
    return values.length > 0 || known.has(indicator.id) ? [{ ...indicator, values, removedValues: [] }] : [];
  });
}
