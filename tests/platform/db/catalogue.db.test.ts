import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTenancyProblems, IDENTITY_TABLES, listTables } from "@/tests/support/catalogue";

const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(() => client.connect());
afterAll(() => client.end());

/** What the catalogue check says of the database with `sql` run in it; the change is rolled back. */
async function problemsAfter(sql: string): Promise<string[]> {
  await client.query("begin");
  try {
    await client.query(sql);
    return await findTenancyProblems(client);
  } finally {
    await client.query("rollback");
  }
}

const AGENCY_TABLES = [
  "agency",
  "answer",
  "answer_import",
  "answer_revision",
  "assignment",
  "assignment_notice",
  "audit_event",
  "carried_answer",
  "comment",
  "comment_mention",
  "comment_thread",
  "evidence_content",
  "evidence_file",
  "feedback_answer",
  "feedback_day",
  "feedback_form",
  "feedback_outcome",
  "feedback_outcome_answer",
  "feedback_quote",
  "feedback_sender",
  "feedback_used",
  "feedback_words",
  "former_name",
  "indicator",
  "indicator_value",
  "invitation",
  "job",
  "made_once",
  "meeting",
  "meeting_entry",
  "membership",
  "milestone",
  "overdue_told",
  "own_seat",
  "persona",
  "personal_check",
  "plan_link",
  "rating_round",
  "reassessment",
  "response",
  "response_event",
  "response_update",
  "response_upgrade",
  "response_writer",
  "roster_look",
  "round_count",
  "round_decision",
  "round_note",
  "round_notice",
  "round_rater",
  "round_rating",
  "round_shown_note",
  "round_split",
  "seat_mark",
  "sitting",
  "sitting_item",
  "sitting_seat",
  "team",
  "team_member",
  "team_toolkit",
  "tool_review",
  "tool_seen",
];

test("the database keeps every rule of tenancy", async () => {
  expect(await findTenancyProblems(client)).toEqual([]);
});

test("every table is either an agency's or on the list of identity tables", async () => {
  expect(await listTables(client)).toEqual([...AGENCY_TABLES, ...IDENTITY_TABLES].sort());
});

describe.each(AGENCY_TABLES)("the check notices when %s", (table) => {
  test("loses its policy", async () => {
    expect(await problemsAfter(`drop policy agency_own on ${table}`)).toEqual([`${table}: has no policy for app_rt`]);
  });

  test("has row level security switched off", async () => {
    expect(await problemsAfter(`alter table ${table} disable row level security`)).toEqual([
      `${table}: row level security is off`,
    ]);
  });

  test("no longer binds its owner", async () => {
    expect(await problemsAfter(`alter table ${table} no force row level security`)).toEqual([
      `${table}: row level security is not forced`,
    ]);
  });

  test("lets every row through a second policy", async () => {
    expect(await problemsAfter(`create policy wide on ${table} to app_rt using (true)`)).toEqual([
      `${table}: has another policy, wide`,
    ]);
  });

  test("checks reads but not writes", async () => {
    expect(await problemsAfter(`alter policy agency_own on ${table} with check (true)`)).toEqual([
      `${table}: has no policy for app_rt`,
    ]);
  });
});

describe("the check notices", () => {
  const mutants: readonly (readonly [name: string, sql: string, problem: string])[] = [
    [
      "a new table without an agency",
      "create table note (id uuid primary key)",
      "note: has no required agency column",
    ],
    [
      "a foreign key that leaves the agency out",
      "create unique index team_id on team (id); alter table response add constraint bare foreign key (team_id) references team (id)",
      "response: bare does not carry the agency",
    ],
    [
      "a primary key that begins with something else",
      "alter table tool_review drop constraint tool_review_pkey; alter table tool_review add primary key (team_id, agency_id)",
      "tool_review: its primary key does not begin with the agency",
    ],
    [
      "a name that is unique across agencies",
      "create unique index team_name on team (name)",
      "team: team_name is unique across agencies",
    ],
    ["a role that bypasses row level security", "alter role app_rt bypassrls", "app_rt: has more rights than it may have"],
    ["a role inside a mightier one", "grant pg_read_all_data to app_auth", "app_auth: has more rights than it may have"],
    ["a table that app_rt owns", "alter table tool_review owner to app_rt", "app_rt: owns something"],
    [
      "a function with its owner's rights",
      "create function peek() returns bigint language sql stable security definer as 'select count(*) from answer'",
      "peek: runs with its owner's rights",
    ],
    [
      "a policy function that is asked for every row",
      "alter function app_agency_id() volatile",
      "app_agency_id: is volatile, so policies ask it for every row",
    ],
    ["a view with its owner's eyes", "create view all_answers as select * from answer", "all_answers: is a view that sees every agency"],
    ["an audit row that can be changed", "grant update on audit_event to app_rt", "audit_event: app_rt may UPDATE it"],
    ["one changeable column of it", "grant update (outcome) on audit_event to app_rt", "audit_event: app_rt may UPDATE it"],
    ["an event that can be changed", "grant update on response_event to app_rt", "response_event: app_rt may UPDATE it"],
    ["an event that can be deleted", "grant delete on response_event to app_rt", "response_event: app_rt may DELETE it"],
    ["a sign-in record that can be deleted", "grant delete on account_event to app_auth", "account_event: app_auth may DELETE it"],
    ["passwords readable by app_rt", "grant select (password_hash) on user_account to app_rt", "user_account: app_rt may SELECT"],
    ["an agency's data writable by app_auth", "grant update on membership to app_auth", "membership: app_auth may UPDATE"],
    ["a table open to every role", "grant select on answer to public", "answer: is open to every role"],
    ["a schema open for new tables", "grant create on schema public to app_rt", "app_rt: may create things in the schema public"],
  ];

  test.each(mutants)("%s", async (_name, sql, problem) => {
    expect(await problemsAfter(sql)).toContain(problem);
  });
});
