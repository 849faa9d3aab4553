import "server-only";
import { FORMER_NAME, FORMER_NAME_ID } from "@/lib/domain/people/person";
import { shownPerson } from "@/lib/platform/auth/shown-person";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import type { Job, JobRef, Settle } from "@/lib/platform/jobs/job";

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

export interface RoundRow extends NoticeRow {
  round_id: string;
  number: number;
  items: number;
  until_on: string | null;
}

/** What a job's letter tells: of what it took in, whatever there is still to say. Oldest first, as are assignments. */
export interface TakenNotices {
  readonly agencyName: string;
  readonly mentions: readonly MentionRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly rounds: readonly RoundRow[];
}

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

// What was revealed or closed meanwhile needs no letter, nor does whoever has finished. Nothing of what anybody rated is read.
const ROUNDS = `
  select r.id as round_id, r.number, r.team_id, team.name as team_name, r.toolkit_id, r.tool_id, cardinality(r.item_ids) as items, r.opened_at as at,
         to_char(r.until_on, 'YYYY-MM-DD') as until_on,
         ${nameOf("opener.display_name", shownPerson("r.agency_id", "r.opened_by", "r.opened_at"))} as by
    from rating_round r
    join round_rater p on p.agency_id = r.agency_id and p.team_id = r.team_id and p.round_id = r.id and p.user_id = $3
    join team on team.agency_id = r.agency_id and team.id = r.team_id
    left join membership opener on opener.agency_id = r.agency_id and opener.user_id = r.opened_by
   where r.agency_id = $1 and r.id = any($2::uuid[]) and r.revealed_at is null and r.closed_at is null and p.finished_at is null
   order by r.until_on nulls last, r.opened_at, r.id`;

interface WhatToTake {
  readonly mentions: boolean;
  readonly assignments: boolean;
}

/**
 * Takes what waits for a person into their job's letter. An earlier try that ended anywhere took its own: then it is just
 * that, so that the letter is the same, and what came meanwhile waits for the next one.
 */
export async function takeNotices({ agencyId, userId, jobId }: JobRef, wanted: WhatToTake): Promise<TakenNotices> {
  return withAgencyConnection({ agencyId, userId }, async (client) => {
    const take = async (table: string, id: string, isWanted: boolean) => {
      const { rows } = await client.query<{ id: string }>(`select ${id} as id from ${table} where agency_id = $1 and user_id = $2 and job_id = $3`, [agencyId, userId, jobId]);
      return { isWanted, ids: rows.map((row) => row.id), table, id };
    };
    const taken = [
      await take("comment_mention", "comment_id", wanted.mentions),
      await take("assignment_notice", "assignment_id", wanted.assignments),
      await take("round_notice", "round_id", wanted.assignments),
    ] as const;
    if (taken.every(({ ids }) => ids.length === 0)) {
      for (const { isWanted, ids, table, id } of taken) {
        if (!isWanted) continue;
        const { rows } = await client.query<{ id: string }>(
          `update ${table} set job_id = $3 where agency_id = $1 and user_id = $2 and mailed_at is null and job_id is null returning ${id} as id`,
          [agencyId, userId, jobId],
        );
        ids.push(...rows.map((row) => row.id));
      }
    }
    // They may have stopped such letters since the earlier try.
    const idsOf = ({ isWanted, ids }: (typeof taken)[number]) => (isWanted ? ids : []);
    const mentions = await client.query<MentionRow>(MENTIONS, [agencyId, idsOf(taken[0])]);
    const assignments = await client.query<AssignmentRow>(ASSIGNMENTS, [agencyId, idsOf(taken[1])]);
    const rounds = await client.query<RoundRow>(ROUNDS, [agencyId, idsOf(taken[2]), userId]);
    const agency = await client.query<{ name: string }>("select name from agency where id = $1", [agencyId]);
    return { agencyName: agency.rows[0]?.name ?? "", mentions: mentions.rows, assignments: assignments.rows, rounds: rounds.rows };
  });
}

/** They are told, or there was nothing to tell. An assignment that was given another date meanwhile waits anew. */
export function settleNotices({ agencyId, userId, jobId }: Job, now: Date): Settle {
  return async (client) => {
    for (const table of ["comment_mention", "assignment_notice", "round_notice"]) {
      await client.query(`update ${table} set mailed_at = $4 where agency_id = $1 and user_id = $2 and job_id = $3`, [agencyId, userId, jobId, now]);
    }
  };
}
