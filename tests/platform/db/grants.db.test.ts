import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getTool, refTo } from "@/tests/support/tools";
import type { TeamContext } from "@/lib/platform/auth/context";
import { createThread } from "@/lib/comments/change-comments";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { closeConnections } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { toolItems } from "@/lib/domain/tool/items";
import { query } from "../../support/database";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "../../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const client = new pg.Client({ connectionString: OWNER });
beforeAll(() => client.connect());
afterAll(() => client.end());

/** Everything the running roles may do: verbs on the whole table, and the columns that may be changed. */
const GRANTS: Readonly<Record<"app_rt" | "app_auth", Readonly<Record<string, string>>>> = {
  app_rt: {
    agency: "SELECT INSERT UPDATE(exporters has_writing_hints kind name shows_history_names state)",
    answer: "SELECT INSERT UPDATE(updated_at updated_by value) DELETE",
    answer_import: "SELECT INSERT UPDATE(content created_at report) DELETE",
    answer_revision: "SELECT INSERT UPDATE(after changed_at stands_apart)",
    assignment: "SELECT INSERT UPDATE(accepted_at due_on hand_back_note handed_back_at target_id) DELETE",
    assignment_notice: "SELECT INSERT UPDATE(created_at job_id mailed_at)",
    audit_event: "SELECT INSERT",
    carried_answer: "SELECT INSERT UPDATE(looked_at looked_by)",
    comment: "SELECT INSERT UPDATE(body deleted_at edited_at may_name_people)",
    comment_mention: "SELECT INSERT UPDATE(job_id mailed_at)",
    comment_thread: "SELECT INSERT UPDATE(item_id resolved_at resolved_by)",
    evidence_content: "SELECT INSERT",
    evidence_file: "SELECT INSERT UPDATE(item_id) DELETE",
    feedback_answer: "SELECT INSERT(agency_id answered_on answers code_hash form_id held_for id state team_id) UPDATE(answers looked_at looked_by state)",
    feedback_day: "SELECT INSERT(agency_id form_id team_id) DELETE",
    feedback_form:
      "SELECT INSERT(agency_id closes_on code created_by hourly id intro questions quota team_id title) UPDATE(closed_at closed_by closes_on hourly intro published_at questions quota title withdrawn_at withdrawn_by) DELETE",
    feedback_outcome:
      "SELECT INSERT(action_id agency_id created_by did form_id id position published_at said standing standing_words team_id) UPDATE(action_id did position published_at said standing standing_words updated_at updated_by) DELETE",
    feedback_outcome_answer: "SELECT INSERT DELETE",
    feedback_quote: "SELECT INSERT(agency_id answer_id brought_by form_id id item_id question_id row_id team_id tool_id toolkit_id words) DELETE",
    feedback_sender: "SELECT INSERT UPDATE(n)",
    feedback_used: "SELECT INSERT DELETE",
    feedback_words: "SELECT INSERT UPDATE(n)",
    former_name: "SELECT INSERT",
    indicator: "SELECT INSERT UPDATE(direction item_id set_at set_by target target_on unit unit_words)",
    indicator_value: "SELECT INSERT UPDATE(removed_at removed_by replaced_by)",
    invitation: "SELECT INSERT UPDATE(accepted_at expires_at invited_by is_link_shown revoked_at token_hash)",
    job: "SELECT INSERT UPDATE(attempts claimed_until done_at due_at given_up_at handed_over_at last_error) DELETE",
    made_once: "SELECT INSERT UPDATE(content_hash made reply) DELETE",
    meeting: "SELECT INSERT UPDATE(agenda closed_at closed_by held_on notes place removed_at starts_at)",
    meeting_entry: "SELECT INSERT UPDATE(removed_at)",
    membership: "SELECT INSERT UPDATE(display_name is_admin) DELETE",
    milestone:
      "SELECT INSERT(agency_id as_of content digest id is_past keeps_names made_by name on_day rules_version schema_version team_id toolkit_version) UPDATE(removed_at removed_by)",
    overdue_told: "SELECT INSERT DELETE",
    own_seat: "SELECT INSERT DELETE",
    persona: "SELECT INSERT UPDATE(id since)",
    personal_check: "SELECT INSERT UPDATE(answers changed_at shared_at tool_version) DELETE",
    plan_link: "SELECT INSERT UPDATE(decided_at decided_by removed_at removed_by words)",
    rating_round:
      "SELECT INSERT(agency_id asked deputy_id follows_id id is_named is_split item_ids number opened_by sitting_id team_id tool_id tool_version toolkit_id until_on) UPDATE(closed_at missing_at_reveal revealed_at)",
    reassessment: "SELECT INSERT(agency_id id milestone_id started_by team_id) UPDATE(stopped_at stopped_by)",
    response:
      "SELECT INSERT UPDATE(answered_count completed_at completed_by last_edited_at last_edited_by last_seq locked_at locked_by size_bytes snapshot snapshot_seq tool_version)",
    response_event: "SELECT INSERT(agency_id detail kind team_id tool_id toolkit_id user_id)",
    response_update: "SELECT INSERT",
    response_upgrade: "SELECT INSERT",
    response_writer: "SELECT INSERT",
    roster_look: "SELECT INSERT UPDATE(is_shown looked_on seats)",
    seat_mark: "SELECT INSERT UPDATE(mark words) DELETE",
    round_decision: "SELECT INSERT UPDATE(undone_at undone_by)",
    round_notice: "SELECT INSERT UPDATE(job_id mailed_at)",
    round_note: "SELECT INSERT UPDATE(is_shown words) DELETE",
    round_rater: "SELECT INSERT(agency_id expires_at guest_name id round_id seat_id side team_id token_hash turn user_id) UPDATE(expires_at finished_at key_hash link_number token_hash)",
    round_rating: "SELECT INSERT UPDATE(value) DELETE",
    sitting:
      "SELECT INSERT(agency_id code_hash code_number deputy_ids facilitator_id id meeting_id started_by team_id) UPDATE(code_hash code_number current_id deputy_ids ended_at ended_by facilitator_id is_joinable timer_ends_at)",
    sitting_item: "SELECT INSERT(agency_id id item_id position row_id sitting_id team_id tool_id toolkit_id) UPDATE(outcome position round_id row_id settled_at) DELETE",
    sitting_seat: "SELECT INSERT(agency_id id key_hash names sitting_id team_id user_id) UPDATE(key_hash names removed_at removed_by)",
    team: "SELECT INSERT UPDATE(brief has_plain_words hides_history_names name)",
    team_member: "SELECT INSERT UPDATE(role tool_keys) DELETE",
    team_toolkit: "SELECT INSERT UPDATE(added_at added_by put_away_at)",
    tool_review: "SELECT INSERT DELETE",
    tool_seen: "SELECT INSERT UPDATE(last_item looked seen_at)",
  },
  app_auth: {
    account_event: "SELECT INSERT",
    account_token: "SELECT INSERT UPDATE(expires_at used_at) DELETE",
    agency: "SELECT",
    answer: "SELECT(agency_id item_id response_id updated_at)",
    carried_answer: "SELECT(agency_id item_id looked_at reassessment_id team_id tool_id toolkit_id)",
    assignment: "SELECT(accepted_at agency_id assignee_id due_on handed_back_at id target_id team_id tool_id toolkit_id)",
    assignment_notice: "SELECT",
    calendar_feed: "SELECT INSERT UPDATE(made_at read_at token_hash) DELETE",
    comment_mention: "SELECT",
    feedback_day: "SELECT(agency_id day form_id team_id)",
    feedback_form: "SELECT(agency_id code id team_id)",
    feedback_used: "SELECT(agency_id expires_on form_id team_id)",
    invitation: "SELECT",
    job: "SELECT",
    membership: "SELECT",
    outbox_mail: "SELECT INSERT",
    persona: "SELECT",
    rating_round: "SELECT(agency_id closed_at id number revealed_at team_id tool_id toolkit_id until_on)",
    reassessment: "SELECT(agency_id id started_at stopped_at team_id)",
    reminder_choice: "SELECT INSERT UPDATE(hour pace tells_overdue tells_today tells_week time_zone weekday)",
    response: "SELECT(agency_id answered_count completed_at id last_edited_at team_id tool_id toolkit_id)",
    round_notice: "SELECT",
    round_rater: "SELECT(agency_id expires_at finished_at id key_hash round_id team_id token_hash user_id)",
    session: "SELECT INSERT UPDATE(expires_at last_seen_at revoked_at) DELETE",
    sitting: "SELECT(agency_id code_hash ended_at facilitator_id id is_joinable meeting_id started_at team_id)",
    sitting_seat: "SELECT(agency_id id key_hash removed_at sitting_id team_id)",
    stop_link: "SELECT INSERT UPDATE(expires_at stopped) DELETE",
    team: "SELECT",
    team_member: "SELECT",
    team_toolkit: "SELECT",
    throttle: "SELECT INSERT UPDATE(attempts window_start) DELETE",
    user_account: "SELECT INSERT UPDATE(back_in_at disabled_at mail_assignments mail_mentions name password_hash)",
  },
};

/** What `role` may do, as in `GRANTS`; a verb on some columns names them. */
async function grantsOf(role: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ table: string; verb: string; columns: string | null }>(
    `select c.relname as table, v.verb,
            case when has_table_privilege($1, c.oid, v.verb) then null
                 else (select string_agg(a.attname, ' ' order by a.attname) from pg_attribute a
                        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          and has_column_privilege($1, c.oid, a.attnum, v.verb)) end as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace,
            unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) with ordinality v(verb, place)
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')
        and (has_table_privilege($1, c.oid, v.verb)
             or (v.verb in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege($1, c.oid, v.verb)))
      order by c.relname, v.place`,
    [role],
  );
  const grants: Record<string, string> = {};
  for (const { table, verb, columns } of rows) {
    grants[table] = [...(grants[table] ? [grants[table]] : []), columns === null ? verb : `${verb}(${columns})`].join(" ");
  }
  return grants;
}

test.each(["app_rt", "app_auth"] as const)("%s may do what the list says and nothing else", async (role) => {
  expect(await grantsOf(role)).toEqual(GRANTS[role]);
});

test("every restrictive policy is one the list knows", async () => {
  const { rows } = await client.query(
    "select tablename || ': ' || policyname || ', ' || cmd as policy from pg_policies where permissive = 'RESTRICTIVE' order by 1",
  );
  expect(rows.map(({ policy }) => policy)).toEqual([
    "answer_revision: grows_within_its_minute, UPDATE",
    "answer_revision: written_now, INSERT",
    "audit_event: written_by_the_actor, INSERT",
    "comment: changed_by_its_author, UPDATE",
    "comment: written_by_the_actor, INSERT",
    "feedback_answer: looked_at_by_the_team, UPDATE",
    "feedback_answer: read_by_team_or_sender, SELECT",
    "feedback_answer: sent_with_its_code, INSERT",
    "feedback_form: a_draft_is_deleted_by_a_lead, DELETE",
    "feedback_form: changed_by_a_lead, UPDATE",
    "feedback_form: made_by_a_lead, INSERT",
    "feedback_outcome: changed_by_the_team, UPDATE",
    "feedback_outcome: published_or_of_the_agency, SELECT",
    "feedback_outcome: taken_away_by_the_team, DELETE",
    "feedback_outcome: written_by_the_team, INSERT",
    "feedback_outcome_answer: linked_by_the_team, INSERT",
    "feedback_outcome_answer: of_a_read_answer, SELECT",
    "feedback_outcome_answer: taken_away_by_the_team, DELETE",
    "feedback_quote: brought_by_the_actor, INSERT",
    "feedback_quote: of_a_read_answer, SELECT",
    "feedback_quote: taken_away_by_the_team, DELETE",
    "indicator_value: written_by_the_actor, INSERT",
    "made_once: changed_by_the_actor, UPDATE",
    "made_once: written_by_the_actor, INSERT",
    "milestone: written_by_the_actor, INSERT",
    "own_seat: of_the_actor, ALL",
    "persona: changed_by_the_actor, UPDATE",
    "persona: written_by_the_actor, INSERT",
    "personal_check: changed_by_its_person, UPDATE",
    "personal_check: deleted_by_its_person, DELETE",
    "personal_check: read_by_its_person, SELECT",
    "personal_check: written_by_its_person, INSERT",
    "rating_round: moved_by_lead_or_deputy, UPDATE",
    "rating_round: opened_by_a_lead, INSERT",
    "reassessment: written_by_the_actor, INSERT",
    "response_event: written_by_the_actor, INSERT",
    "response_update: written_by_the_actor, INSERT",
    "response_upgrade: written_by_the_workbook, INSERT",
    "response_writer: written_by_the_actor, INSERT",
    "round_decision: decided_by_the_actor, INSERT",
    "round_note: of_its_rater, ALL",
    "round_rater: asked_at_the_opening, INSERT",
    "round_rater: changed_by_rater_or_lead, UPDATE",
    "round_rating: of_its_rater, ALL",
    "sitting: led_by_a_stored_role, UPDATE",
    "sitting: started_by_the_actor, INSERT",
    "sitting_item: changed_by_who_runs_it, UPDATE",
    "sitting_item: put_by_who_runs_it, INSERT",
    "sitting_item: taken_by_who_runs_it, DELETE",
    "sitting_seat: changed_by_its_people, UPDATE",
    "sitting_seat: taken_by_whoever_joins, INSERT",
    "tool_seen: of_the_actor, ALL",
  ]);
});

describe("as the running role, with the agency and the person set,", () => {
  const TOOL = 1;
  const item = toolItems(getTool(TOOL)).find(({ kind }) => kind === "text")?.id as string;
  const DENIED = "permission denied";
  const POLICY = "violates row-level security policy";
  let fixture: AgencyFixture;
  let context: TeamContext;

  beforeEach(async () => {
    fixture = await createAgencyFixture();
    context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
    await updateAnswersAsServer(context, refTo(TOOL), { [item]: "First words." });
  });
  afterAll(closeConnections);

  /** @returns how many rows it touched. */
  const run = (sql: string, values: unknown[] = [], as = context) =>
    withAgencyConnection(as, async (runtime) => (await runtime.query(sql, values)).rowCount);
  const history = () => query(OWNER, "select * from answer_revision where agency_id = $1 order by minute", [fixture.agencyId]);
  const later = (interval: string) =>
    query(OWNER, `update answer_revision set minute = minute - $2::interval, changed_at = changed_at - $2::interval where agency_id = $1`, [fixture.agencyId, interval]);

  test.each([
    ["what an answer was before", `update answer_revision set before = '"Forged."'`],
    ["whose change it was", "update answer_revision set user_id = gen_random_uuid()"],
    ["when it was", "update answer_revision set minute = minute - interval '1 day'"],
    ["a saved update", "update response_update set update = '\\x00'"],
    ["who an audit row names", "update audit_event set user_id = gen_random_uuid()"],
    ["who an event names", "update response_event set user_id = gen_random_uuid()"],
    ["what an event was", "update response_event set kind = 'unlocked'"],
    ["when an event was", "insert into response_event (agency_id, team_id, toolkit_id, tool_id, user_id, kind, detail, at) select agency_id, team_id, 'ps-cope', 'tool-1', app_user_id(), 'completed', '{}', now() from response"],
    ["who wrote a comment", "update comment set created_by = gen_random_uuid()"],
    ["when an agency was made", "update agency set created_at = now()"],
    ["a stored file", "update evidence_content set bytes = '\\x00'"],
  ])("nobody can change %s", async (_what, sql) => {
    await expect(run(sql)).rejects.toThrow(DENIED);
  });

  test("nobody can put a conversation beside another item", async () => {
    await createThread(context, { toolRef: refTo(TOOL), itemId: item, body: "Here." });
    await expect(run("update comment_thread set item_id = 'elsewhere'")).rejects.toThrow("only a new version of the tool");
  });

  test.each(["answer_revision", "response_update", "response_event", "audit_event", "comment", "comment_thread", "response", "evidence_content", "agency", "team"])(
    "nobody can delete from %s",
    async (table) => {
      await expect(run(`delete from ${table}`)).rejects.toThrow(DENIED);
      await expect(run(`truncate ${table}`)).rejects.toThrow(DENIED);
    },
  );

  test("an entry of an earlier minute can't be changed, one of this minute can, by its own writer", async () => {
    const member = await addToTeam(fixture, "member");
    const other = await teamContext(member, fixture.teamId, "response:edit");
    const change = `update answer_revision set after = '"Changed."', changed_at = statement_timestamp()`;
    await later("1 minute");
    const before = await history();
    expect(await run(change)).toBe(0);
    expect(await history()).toEqual(before);
    await updateAnswersAsServer(context, refTo(TOOL), { [item]: "Second words." });
    expect(await run(change, [], other)).toBe(0);
    expect(await run(change)).toBe(1);
    await expect(run(`update answer_revision set after = '"Changed."', changed_at = now() - interval '1 hour'`)).rejects.toThrow(POLICY);
  });

  test.each([
    ["in someone else's name", "gen_random_uuid()", "date_trunc('minute', now())", "now()"],
    ["for an earlier minute", "app_user_id()", "date_trunc('minute', now()) - interval '1 minute'", "now()"],
    ["for a later minute", "app_user_id()", "date_trunc('minute', now()) + interval '1 minute'", "now()"],
    ["as if it were old", "app_user_id()", "date_trunc('minute', now())", "now() - interval '1 hour'"],
  ])("nobody can add history %s", async (_how, user, minute, changedAt) => {
    const insert = `insert into answer_revision (agency_id, response_id, item_id, user_id, minute, before, after, changed_at)
      select agency_id, id, 'forged', ${user}, ${minute}, null, '"Forged."', ${changedAt} from response`;
    await expect(run(insert)).rejects.toThrow(POLICY);
  });

  test("nobody can write an update, an event, an audit row or a comment in someone else's name, or change their comment", async () => {
    const threadId = await createThread(context, { toolRef: refTo(TOOL), itemId: item, body: "Mine." });
    const member = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "response:edit");
    await expect(
      run("insert into response_update (agency_id, response_id, seq, update, user_id) select agency_id, id, 99, '\\x', gen_random_uuid() from response"),
    ).rejects.toThrow(POLICY);
    await expect(
      run("insert into response_event (agency_id, team_id, toolkit_id, tool_id, user_id, kind, detail) select agency_id, team_id, toolkit_id, tool_id, gen_random_uuid(), 'completed', '{}' from response"),
    ).rejects.toThrow(POLICY);
    await expect(
      run("insert into audit_event (agency_id, user_id, action, outcome) values ($1, gen_random_uuid(), 'a', 'done')", [fixture.agencyId]),
    ).rejects.toThrow(POLICY);
    await expect(
      run("insert into comment (agency_id, id, thread_id, body, created_by) values ($1, gen_random_uuid(), $2, 'Forged.', gen_random_uuid())", [fixture.agencyId, threadId]),
    ).rejects.toThrow(POLICY);
    expect(await run("update comment set body = 'Forged.'", [], member)).toBe(0);
    expect(await run("update comment set body = 'Mine still.'")).toBe(1);
  });
});
