import "server-only";
import { randomUUID } from "node:crypto";
import { getTeam } from "@/lib/agencies/teams";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { buildDigest, type Digest, DIGEST_VERSION } from "@/lib/domain/milestones/milestone-digest";
import { describeUpgraded, MILESTONE_LIMITS, UNKNOWN_OF_PAST } from "@/lib/domain/milestones/milestone";
import { listPersonIds, personOf, type People } from "@/lib/domain/people/person";
import { addDays, instantOf, localDay } from "@/lib/domain/reminders/local-time";
import { formatDay } from "@/lib/domain/text/due-words";
import type { TeamReading } from "@/lib/exports/document/assemble-document";
import { mainToolsOf } from "@/lib/exports/document/export-edition";
import { DEFAULT_EXPORT } from "@/lib/exports/document/export-options";
import { listPeopleInDocument } from "@/lib/exports/document/people-in-document";
import { sourceOfNow } from "@/lib/exports/read/export-source";
import { readTeam } from "@/lib/exports/read/load-export-document";
import { timeZoneOf } from "@/lib/history/time-zones";
import { FLOW } from "@/lib/links/load-trace";
import { listPeople, listPeopleByRole } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { withAgency, withAgencyConnection } from "@/lib/platform/db/with-agency";
import { loadBrief } from "@/lib/readiness/load-brief";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { sourceOfPast } from "./past-source";
import { packSnapshot, SNAPSHOT_VERSION } from "./snapshot";

export interface NewMilestone {
  readonly name: string;
  /** A day on the team's clock, "2026-05-29"; today's is the moment itself. */
  readonly day: string;
  readonly keepsNames: boolean;
}

const EVERYTHING = { ...DEFAULT_EXPORT, content: "toolkit", hasEvidence: true } as const;
const ANOTHER_LOOK = "Some answers need another look.";

/**
 * Keeps the team's work as it is, or as the history says it was at the end of a past day.
 * @throws RefusedError for a day to come or from before the team's history, and when the team has very many.
 */
export async function makeMilestone(context: TeamContext, { name, day, keepsNames }: NewMilestone): Promise<{ readonly milestoneId: string }> {
  const team = await getTeam(context);
  const zone = timeZoneOf(team.agencyState);
  const now = new Date();
  const today = localDay(now, zone);
  if (day > today) throw new RefusedError(ANOTHER_LOOK, { day: "Choose today or a day that is over." });
  const isPast = day < today;
  const reading = isPast ? await readPast(context, name, day, zone, now) : await readNow(context, name, day);
  return keepReading(context, reading, { name, day, keepsNames, isPast });
}

/** Keeps what was read under a name. @throws RefusedError when the team has very many milestones. */
export async function keepReading(
  context: TeamContext,
  reading: TeamReading,
  { name, day, keepsNames, isPast }: NewMilestone & { readonly isPast: boolean },
): Promise<{ readonly milestoneId: string }> {
  const named = [reading, personOf(context.personId), listPeopleInDocument({ ...reading, tools: reading.open.map((ref) => ({ ref })) })];
  const people = keepsNames ? onlyNamed(await listPeople(context, named), named) : null;
  const snapshot = { reading, peopleByName: people, peopleByRole: await listPeopleByRole(context, named), madeBy: personOf(context.personId) };
  const content = await packSnapshot(snapshot);
  const milestoneId = randomUUID();
  await withAgency(context, async (tx) => {
    await tx.$queryRaw`select from team where agency_id = ${context.agencyId}::uuid and id = ${context.teamId}::uuid for no key update`;
    if ((await tx.milestone.count({ where: { agencyId: context.agencyId, teamId: context.teamId } })) >= MILESTONE_LIMITS.milestones) {
      throw new RefusedError(`A team can keep ${MILESTONE_LIMITS.milestones} milestones. Write to whoever runs this workbook if you need more.`);
    }
    await tx.milestone.create({
      data: {
        agencyId: context.agencyId,
        teamId: context.teamId,
        id: milestoneId,
        name,
        asOf: new Date(reading.about.at),
        onDay: new Date(`${day}T00:00:00Z`),
        isPast,
        keepsNames,
        toolkitVersion: reading.about.toolkitVersion,
        rulesVersion: reading.about.rulesVersion,
        schemaVersion: SNAPSHOT_VERSION * 1_000 + DIGEST_VERSION,
        digest: structuredClone(digestOf(reading)) as object,
        content: new Uint8Array(content),
        madeBy: context.userId,
      },
      select: { id: true },
    });
  });
  return { milestoneId };
}

/** Of the team, only those whom it names: nobody else's name is kept. */
function onlyNamed(people: People, named: unknown): People {
  const ids = new Set(listPersonIds(named));
  return new Map([...people].filter(([id]) => ids.has(id)));
}

/** All of the team's work as it is. */
export async function readNow(context: TeamContext, name: string, onDay: string): Promise<TeamReading> {
  const [reading, { brief }] = [await readTeam(context, EVERYTHING, sourceOfNow(context)), await loadBrief(context)];
  return { ...reading, brief, about: { ...reading.about, milestone: { name, onDay, madeAfterwards: null, unknown: [] } } };
}

async function readPast(context: TeamContext, name: string, onDay: string, zone: string, now: Date): Promise<TeamReading> {
  // The last moment of the day: an hour that the clock shows twice belongs to it once.
  const at = new Date(instantOf(addDays(onDay, 1), 0, zone).getTime() - 1);
  const first = await findFirstDay(context, zone);
  if (first === null) throw new RefusedError(ANOTHER_LOOK, { day: "Your team has no history yet. Choose today." });
  if (onDay < first) throw new RefusedError(ANOTHER_LOOK, { day: `Your team’s history begins on ${formatDay(first)}. Choose that day or a later one.` });
  const source = await sourceOfPast(context, at);
  const reading = await readTeam(context, EVERYTHING, source);
  const unknown = [...UNKNOWN_OF_PAST, ...(source.upgraded.length > 0 ? [describeUpgraded(source.upgraded)] : [])];
  return { ...reading, about: { ...reading.about, milestone: { name, onDay, madeAfterwards: now.toISOString(), unknown } } };
}

/** The day on which anybody first answered something; null while nobody has. */
export async function findFirstDay({ agencyId, teamId, userId }: TeamContext, zone: string): Promise<string | null> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ first: Date | null }>(
      `select min(v.minute) as first from response r join answer_revision v on v.agency_id = r.agency_id and v.response_id = r.id
        where r.agency_id = $1 and r.team_id = $2`,
      [agencyId, teamId],
    ),
  );
  const first = rows[0]?.first ?? null;
  return first && localDay(first, zone);
}

/** What comparing reads of it. @throws RangeError for a reading without its report. */
export function digestOf({ edition, records, readiness, links }: Pick<TeamReading, "edition" | "records" | "readiness"> & { readonly links: Parameters<typeof buildDigest>[0]["links"] }): Digest {
  if (!readiness) throw new RangeError("a digest rests on the readiness report");
  return buildDigest({ tools: mainToolsOf(edition), nameElement: (element) => getElement(MAIN_TOOLKIT, element).name, flow: FLOW, records, readiness, links });
}
