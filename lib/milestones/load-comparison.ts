import "server-only";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { getTeam } from "@/lib/agencies/teams";
import { type ComparedDay, type Comparison, compareDays, type SeriesDay } from "@/lib/domain/milestones/comparison";
import type { Digest } from "@/lib/domain/milestones/milestone-digest";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { RULES_VERSION } from "@/lib/domain/readiness/rules";
import { localDay } from "@/lib/domain/reminders/local-time";
import { currentEdition } from "@/lib/exports/document/export-edition";
import { timeZoneOf } from "@/lib/history/time-zones";
import { listLinks } from "@/lib/links/read-links";
import type { TeamContext } from "@/lib/platform/auth/context";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { listFlaggedItems } from "@/lib/rounds/open-disagreements";
import { digestOf } from "./make-milestone";
import { listMilestones, type MilestoneView, readAreas, readDigests } from "./read-milestones";

/** Days that an area is drawn over, beside the two that are compared: more would not be told apart on a phone. */
const MOST_BETWEEN = 18;

export interface LoadedComparison {
  readonly comparison: Comparison;
  /** Every milestone that stands, the latest day first: what can be chosen. */
  readonly milestones: readonly MilestoneView[];
}

const dayOf = ({ id, name, onDay }: MilestoneView): ComparedDay => ({ id, name, onDay });

/**
 * What changed from one milestone to another, or to now.
 * @param thenId null for the first that the team keeps
 * @param untilId null for now
 * @returns null when the team has no such milestones. Chosen the wrong way round, the earlier day is the first all the same.
 */
export async function loadComparison(context: TeamContext, thenId: string | null, untilId: string | null): Promise<LoadedComparison | null> {
  const milestones = (await listMilestones(context)).filter(({ removed }) => !removed);
  const chosen = [thenId ?? milestones.at(-1)?.id, ...(untilId === null ? [] : [untilId])].map((id) => milestones.find((one) => one.id === id));
  if (chosen.some((one) => one === undefined)) return null;
  const [then, until] = (chosen as MilestoneView[]).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  if (!then) return null;
  const between = milestones.filter(({ asOf, id }) => asOf > then.asOf && (!until || (asOf < until.asOf && id !== until.id))).slice(0, MOST_BETWEEN).reverse();
  const [digests, areas, now] = await Promise.all([
    readDigests(context, [then.id, ...(until ? [until.id] : [])]),
    readAreas(context, between.map(({ id }) => id)),
    until ? null : readNow(context),
  ]);
  const digest = digests.get(then.id);
  const last = until ? { ...dayOf(until), digest: digests.get(until.id) } : now;
  if (!digest || !last?.digest) return null;
  const series: SeriesDay[] = [
    { ...dayOf(then), areas: digest.areas },
    ...between.map((one) => ({ ...dayOf(one), areas: areas.get(one.id) ?? [] })),
    { id: last.id, name: last.name, onDay: last.onDay, areas: last.digest.areas },
  ];
  const comparison = compareDays({ then: { ...dayOf(then), digest }, now: { ...last, digest: last.digest }, series, rulesVersion: String(RULES_VERSION) });
  return { comparison, milestones };
}

async function readNow(context: TeamContext): Promise<ComparedDay & { readonly digest: Digest }> {
  const [{ records }, links, team, flagged] = await Promise.all([
    getTeamAnswers(context, MAIN_TOOLKIT.tools.map(({ ref }) => ref)),
    listLinks(context),
    getTeam(context),
    listFlaggedItems(context),
  ]);
  const readiness = buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged });
  const digest = digestOf({ edition: currentEdition(), records, readiness, links: links.filter(({ removed }) => !removed) });
  return { id: null, name: "Now", onDay: localDay(new Date(), timeZoneOf(team.agencyState)), digest };
}
