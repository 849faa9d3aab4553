import "server-only";
import type { Digest } from "@/lib/domain/milestones/milestone-digest";
import type { MilestoneFacts } from "@/lib/domain/milestones/milestone";
import { personOf } from "@/lib/domain/people/person";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import type { Headline } from "@/lib/domain/readiness/scoring";
import type { TeamContext } from "@/lib/platform/auth/context";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { isUuid } from "@/lib/platform/db/uuid";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { instantText } from "@/lib/responses/response-facts";
import { type Snapshot, unpackSnapshot } from "./snapshot";

/** A milestone as lists show it. */
export interface MilestoneView extends MilestoneFacts {
  /** The moment it shows, ISO 8601. */
  readonly asOf: string;
  readonly made: ReportEvent;
  /** Null while it stands. */
  readonly removed: ReportEvent | null;
  readonly headline: Headline;
}

interface MilestoneRow {
  id: string;
  name: string;
  on_day: string;
  as_of: string;
  is_past: boolean;
  keeps_names: boolean;
  made_at: string;
  made_by: string;
  removed_at: string | null;
  removed_by: string | null;
  headline: Headline;
}

const COLUMNS = `
  m.id, m.name, to_char(m.on_day, 'YYYY-MM-DD') as on_day, ${instantText("m.as_of")} as as_of, m.is_past, m.keeps_names,
  ${instantText("m.made_at")} as made_at, ${shownPerson("m.agency_id", "m.made_by", "m.made_at")} as made_by,
  ${instantText("m.removed_at")} as removed_at, ${shownPerson("m.agency_id", "m.removed_by", "m.removed_at")} as removed_by, m.digest->'headline' as headline`;
const OF_TEAM = "m.agency_id = $1 and m.team_id = $2";

function toView(row: MilestoneRow): MilestoneView {
  return {
    id: row.id,
    name: row.name,
    onDay: row.on_day,
    asOf: row.as_of,
    isPast: row.is_past,
    keepsNames: row.keeps_names,
    made: { by: personOf(row.made_by), at: row.made_at },
    removed: row.removed_at === null ? null : { by: personOf(row.removed_by), at: row.removed_at },
    headline: row.headline,
  };
}

/** The team's milestones by the day they show, the latest first; removed ones too. */
export async function listMilestones({ agencyId, teamId, userId }: TeamContext): Promise<readonly MilestoneView[]> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<MilestoneRow>(`select ${COLUMNS} from milestone m where ${OF_TEAM} order by m.as_of desc, m.made_at desc`, [agencyId, teamId]),
  );
  return rows.map(toView);
}

/** One that stands; null for another team's, one that was removed, and one that never was. */
export async function findMilestone({ agencyId, teamId, userId }: TeamContext, id: string): Promise<MilestoneView | null> {
  if (!isUuid(id)) return null;
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<MilestoneRow>(`select ${COLUMNS} from milestone m where ${OF_TEAM} and m.id = $3 and m.removed_at is null`, [agencyId, teamId, id]),
  );
  return rows[0] ? toView(rows[0]) : null;
}

/** What it keeps; null as for `findMilestone`. */
export async function findSnapshot({ agencyId, teamId, userId }: TeamContext, id: string): Promise<Snapshot | null> {
  if (!isUuid(id)) return null;
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ content: Buffer }>(`select m.content from milestone m where ${OF_TEAM} and m.id = $3 and m.removed_at is null`, [agencyId, teamId, id]),
  );
  return rows[0] ? unpackSnapshot(rows[0].content) : null;
}

/** What comparing reads of these milestones, by id. */
export async function readDigests({ agencyId, teamId, userId }: TeamContext, ids: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ id: string; digest: Digest }>(`select m.id, m.digest from milestone m where ${OF_TEAM} and m.removed_at is null and m.id = any($3::uuid[])`, [agencyId, teamId, ids]),
  );
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** The areas' scores of these milestones alone, by id: for the days between the two that are compared. */
export async function readAreas({ agencyId, teamId, userId }: TeamContext, ids: readonly string[]): Promise<ReadonlyMap<string, Digest["areas"]>> {
  const { rows } = await withAgencyConnection({ agencyId, userId }, (client) =>
    client.query<{ id: string; areas: Digest["areas"] }>(`select m.id, m.digest->'areas' as areas from milestone m where ${OF_TEAM} and m.removed_at is null and m.id = any($3::uuid[])`, [agencyId, teamId, ids]),
  );
  return new Map(rows.map(({ id, areas }) => [id, areas]));
}
