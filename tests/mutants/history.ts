import { database, migrationOf, type Mutant } from "./mutant";

/** Faults in what the database lets the running app do to the history of answers. */
export const HISTORY_MUTANTS: readonly Mutant[] = [
  {
    name: "the running role may delete history",
    file: "prisma/migrations/20261130107000_history_is_kept/migration.sql",
    find: "grant update (after, changed_at) on answer_revision to app_rt;",
    replace: "grant update (after, changed_at), delete on answer_revision to app_rt;",
    killedBy: database("tests/platform/db/grants.db.test.ts"),
  },
  {
    name: "the running role may rewrite what an answer was before",
    file: "prisma/migrations/20261130107000_history_is_kept/migration.sql",
    find: "grant update (after, changed_at) on answer_revision to app_rt;",
    replace: "grant update (before, after, changed_at) on answer_revision to app_rt;",
    killedBy: database("tests/platform/db/grants.db.test.ts"),
  },
  {
    name: "history of earlier minutes can be changed",
    file: "prisma/migrations/20261130107000_history_is_kept/migration.sql",
    find: "  using (user_id = (select app_user_id())\n         and date_trunc('minute', minute) = date_trunc('minute', statement_timestamp()))",
    replace: "  using (user_id = (select app_user_id()))",
    killedBy: database("tests/platform/db/grants.db.test.ts"),
  },
  {
    name: "an entry of the history grows past a teammate's",
    file: migrationOf("save_response"),
    find: "and v.minute >= this_minute",
    replace: "and v.minute >= this_minute and v.user_id = actor",
    killedBy: database("tests/history/history-chain.db.test.ts"),
  },
  {
    name: "the running role may delete what happened to a tool",
    file: "prisma/migrations/20261130120500_response_events/migration.sql",
    find: "grant select on response_event to app_rt;",
    replace: "grant select, delete on response_event to app_rt;",
    killedBy: database("tests/platform/db/grants.db.test.ts"),
  },
  {
    name: "the running role may choose when something happened",
    file: "prisma/migrations/20261130120500_response_events/migration.sql",
    find: "grant insert (agency_id, team_id, tool_number, user_id, kind, detail) on response_event to app_rt;",
    replace: "grant insert on response_event to app_rt;",
    killedBy: database("tests/platform/db/grants.db.test.ts"),
  },
  {
    name: "an answer that is brought back is saved apart from the event that says so",
    file: "lib/responses/save-update.ts",
    find: "return withAgencyConnection(context, both, { isJoined: true });",
    replace: "return withAgencyConnection(context, both);",
    killedBy: database("tests/events/response-events.db.test.ts"),
  },
  {
    name: "the migration does not see the audit log, which row level security hides from the owner too",
    file: "prisma/migrations/20261130120500_response_events/migration.sql",
    find: "alter table audit_event no force row level security;",
    replace: "",
    killedBy: database("tests/prisma/migrate-events.db.test.ts"),
  },
];
