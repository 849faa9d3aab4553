import "server-only";
import { FORMER_NAME, FORMER_NAME_ID } from "@/lib/domain/people/person";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";

/** Longer than a letter takes: after it, whoever claimed it is gone, and somebody else may send it. */
export const CLAIMED_MINUTES = 10;

export interface Addressee {
  readonly agencyId: string;
  readonly userId: string;
}

interface NoticeRow {
  team_id: string;
  team_name: string;
  toolkit_id: string;
  tool_id: string;
  by: string | null;
  at: Date;
}

export interface MentionRow extends NoticeRow {
  comment_id: string;
  item_id: string;
}

export interface AssignmentRow extends NoticeRow {
  assignment_id: string;
  target_id: string;
  due_on: string | null;
}

/** What is about to be told in one letter. */
export interface ClaimedNotices {
  readonly agencyName: string;
  readonly commentIds: readonly string[];
  readonly assignmentIds: readonly string[];
  /** Of those, what there is still to say. Oldest first, as are assignments. */
  readonly mentions: readonly MentionRow[];
  readonly assignments: readonly AssignmentRow[];
}

const FREE = `mailed_at is null and (claimed_at is null or claimed_at <= $3::timestamptz - make_interval(mins => ${CLAIMED_MINUTES}))`;

/** A letter says no more of who it was than a page does. */
function nameOf(name: string, shown: string): string {
  return `case when ${shown} = '${FORMER_NAME_ID}' then '${FORMER_NAME}' else ${name} end`;
}

const MENTIONS = `
  select c.id as comment_id, t.team_id, team.name as team_name, t.toolkit_id, t.tool_id, t.item_id, c.created_at as at,
         ${nameOf("author.display_name", shownPerson("c.agency_id", "c.created_by", "c.created_at"))} as by
    from comment c
    join comment_thread t on t.agency_id = c.agency_id and t.id = c.thread_id
    join team on team.agency_id = t.agency_id and team.id = t.team_id
    left join membership author on author.agency_id = c.agency_id and author.user_id = c.created_by
   where c.agency_id = $1 and c.id = any($2::uuid[]) and c.deleted_at is null
   order by c.created_at, c.id`;

// What was handed back or is complete meanwhile needs no letter.
const ASSIGNMENTS = `
  select a.id as assignment_id, a.team_id, team.name as team_name, a.toolkit_id, a.tool_id, a.target_id, a.created_at as at,
         to_char(a.due_on, 'YYYY-MM-DD') as due_on,
         ${nameOf("giver.display_name", shownPerson("a.agency_id", "a.assigned_by", "a.created_at"))} as by
    from assignment a
    join team on team.agency_id = a.agency_id and team.id = a.team_id
    left join membership giver on giver.agency_id = a.agency_id and giver.user_id = a.assigned_by
    left join response r
      on r.agency_id = a.agency_id and r.team_id = a.team_id and r.toolkit_id = a.toolkit_id and r.tool_id = a.tool_id
   where a.agency_id = $1 and a.id = any($2::uuid[]) and a.handed_back_at is null and r.completed_at is null
   order by a.due_on nulls last, a.created_at, a.id`;

/** Claims what waits, and commits: whoever else asks now finds nothing to send, until the claim runs out. */
export async function claimNotices(
  { agencyId, userId }: Addressee,
  now: Date,
  wanted: { readonly mentions: boolean; readonly assignments: boolean },
): Promise<ClaimedNotices> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const claim = async (table: string, id: string, isWanted: boolean) => {
      if (!isWanted) return [];
      const { rows } = await client.query<{ id: string }>(
        `update ${table} set claimed_at = $3 where agency_id = $1 and user_id = $2 and ${FREE} returning ${id} as id`,
        [agencyId, userId, now],
      );
      return rows.map(({ id: claimed }) => claimed);
    };
    const commentIds = await claim("comment_mention", "comment_id", wanted.mentions);
    const assignmentIds = await claim("assignment_notice", "assignment_id", wanted.assignments);
    const mentions = await client.query<MentionRow>(MENTIONS, [agencyId, commentIds]);
    const assignments = await client.query<AssignmentRow>(ASSIGNMENTS, [agencyId, assignmentIds]);
    const agency = await client.query<{ name: string }>("select name from agency where id = $1", [agencyId]);
    return { agencyName: agency.rows[0]?.name ?? "", commentIds, assignmentIds, mentions: mentions.rows, assignments: assignments.rows };
  });
}

/** They are told, or there was nothing to tell. */
export async function settleNotices(addressee: Addressee, claimed: ClaimedNotices, now: Date): Promise<void> {
  await change(addressee, claimed, "mailed_at = $4", now);
}

/** Somebody may try again. */
export async function releaseNotices(addressee: Addressee, claimed: ClaimedNotices): Promise<void> {
  await change(addressee, claimed, "claimed_at = $4", null);
}

async function change({ agencyId, userId }: Addressee, { commentIds, assignmentIds }: ClaimedNotices, set: string, at: Date | null): Promise<void> {
  await withAgencyConnection({ agencyId, userId }, async (client) => {
    const where = (id: string) => `where agency_id = $1 and user_id = $2 and ${id} = any($3::uuid[])`;
    await client.query(`update comment_mention set ${set} ${where("comment_id")}`, [agencyId, userId, commentIds, at]);
    await client.query(`update assignment_notice set ${set} ${where("assignment_id")}`, [agencyId, userId, assignmentIds, at]);
  });
}
