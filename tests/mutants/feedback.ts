import { database, migrationOf, type Mutant } from "./mutant";

const ANSWERS = database("tests/feedback/public-answers.db.test.ts");
const ACCESS = database("tests/feedback/feedback-access.db.test.ts");
const STORED = database("tests/feedback/stored-bytes.db.test.ts");
const MIGRATION = migrationOf("count_feedback_answer");

/** Faults in what the community answers: what is taken and held, who reads it, and what is kept of whoever sent it. */
export const FEEDBACK_MUTANTS: readonly Mutant[] = [
  {
    name: "an answer is read by anybody in a request without a person",
    file: MIGRATION,
    find: "create policy read_by_team_or_sender on feedback_answer as restrictive for select to app_rt\n  using (code_hash = (select app_feedback_key()) or team_id = any((select feedback_teams())::uuid[]));",
    replace: "create policy read_by_team_or_sender on feedback_answer as restrictive for select to app_rt\n  using (true);",
    killedBy: ACCESS,
  },
  {
    name: "partners and viewers read answers",
    file: MIGRATION,
    find: "and p.role in ('lead', 'member')",
    replace: "",
    killedBy: ACCESS,
  },
  {
    name: "a public form takes more answers than its quota",
    file: MIGRATION,
    find: "  if found.taken > found.quota then",
    replace: "  if false then",
    killedBy: ANSWERS,
  },
  {
    name: "a public form takes any number of answers in an hour",
    file: MIGRATION,
    find: "  if in_hour > found.hourly then",
    replace: "  if false then",
    killedBy: ANSWERS,
  },
  {
    name: "senders are counted under a hash that stays the same",
    file: "lib/feedback/store-answer.ts",
    find: 'createHmac("sha256", today.salt)',
    replace: 'createHmac("sha256", "salt")',
    killedBy: STORED,
  },
  {
    name: "what counted senders stays after its day",
    file: "lib/feedback/throw-away.ts",
    find: 'await client.query("delete from feedback_day where agency_id = $1 and team_id = $2 and form_id = $3 and day < (now() at time zone \'UTC\')::date", at);',
    replace: "",
    killedBy: STORED,
  },
  {
    name: "the key of one public form sends to another",
    file: "lib/feedback/page-key.ts",
    find: 'secretOf("feedback-page", formId, answerId, String(madeAt))',
    replace: 'secretOf("feedback-page", answerId, String(madeAt))',
    killedBy: ANSWERS,
  },
  {
    name: "one proof of work is good for every answer",
    file: "lib/feedback/proof-of-work.ts",
    find: " || challenge.data.parameters.data.answer !== answerId",
    replace: "",
    killedBy: ANSWERS,
  },
  {
    name: "a public form that is sent again makes another answer",
    file: "lib/feedback/take-answer.ts",
    find: "const kept = { answerId: key.answerId,",
    replace: "const kept = { answerId: newFormKey(now).answerId,",
    killedBy: ANSWERS,
  },
  {
    name: "another site's page sends answers",
    file: "app/api/feedback/public-page.ts",
    find: 'if (request.method === "POST" && isFromElsewhere(request)) return ELSEWHERE();',
    replace: "",
    killedBy: ANSWERS,
  },
];
