import { database, migrationOf, type Mutant } from "./mutant";

const BLINDNESS = database("tests/rounds/blindness.db.test.ts");
const RULES = database("tests/rounds/rounds.db.test.ts");
const LINKS = database("tests/rounds/links-again.db.test.ts");
/** Where the policies of the rounds stand. */
const POLICIES = migrationOf("round_counts");

/** Faults in what keeps a round blind, and in when and to whom it shows what. */
export const ROUNDS_MUTANTS: readonly Mutant[] = [
  {
    name: "everybody of the agency reads what anybody rated, before the reveal",
    file: POLICIES,
    find: "create policy of_its_rater on round_rating as restrictive to app_rt\n  using (is_own_rating(agency_id, team_id, round_id, rater_id))",
    replace: "create policy of_its_rater on round_rating as restrictive to app_rt\n  using (true)",
    killedBy: BLINDNESS,
  },
  {
    name: "private notes are everybody's",
    file: POLICIES,
    find: "create policy of_its_rater on round_note as restrictive to app_rt\n  using (is_own_rating(agency_id, team_id, round_id, rater_id))",
    replace: "create policy of_its_rater on round_note as restrictive to app_rt\n  using (true)",
    killedBy: BLINDNESS,
  },
  {
    name: "what one or two chose is shown",
    file: migrationOf("bounded_counts"),
    find: "(not c.is_dk and s.rated >= 3)",
    replace: "(not c.is_dk and s.rated >= 1)",
    killedBy: RULES,
  },
  {
    name: "the tie between people and their ratings outlives the close",
    file: migrationOf("move_round"),
    find: "      delete from public.round_rating a where a.agency_id = new.agency_id and a.team_id = new.team_id and a.round_id = new.id;\n",
    replace: "",
    killedBy: BLINDNESS,
  },
  {
    name: "anybody of the agency reveals and closes, deputy or not",
    file: POLICIES,
    find: "using (deputy_id = (select app_user_id()) or leads_team(agency_id, team_id));",
    replace: "using (true);",
    killedBy: RULES,
  },
  {
    name: "a round is revealed with people missing, without a second press",
    file: migrationOf("move_round"),
    find: "    if new.missing_at_reveal is distinct from missing and",
    replace: "    new.missing_at_reveal := missing;\n    if false and",
    killedBy: RULES,
  },
  {
    name: "one or two late ratings join the dots",
    file: migrationOf("move_round"),
    find: "from late l where l.alike >= 3",
    replace: "from late l where l.alike >= 1",
    killedBy: RULES,
  },
  {
    name: "what was rated before the reveal is changed after it",
    file: migrationOf("guard_round_answer"),
    find: "    if tg_op <> 'INSERT' and found.revealed_at is not null and not old.is_late then",
    replace: "    if false then",
    killedBy: RULES,
  },
  {
    name: "names are shown of a round that was opened as unnamed",
    file: migrationOf("round_names"),
    find: "r.revealed_at is not null and r.is_named\n",
    replace: "r.revealed_at is not null\n",
    killedBy: RULES,
  },
  {
    name: "a link that is given again leads to what was rated with the lost one",
    file: migrationOf("guard_rater"),
    find: "  delete from public.round_rating a where a.agency_id = old.agency_id and a.team_id = old.team_id and a.round_id = old.round_id and a.rater_id = old.id;\n",
    replace: "",
    killedBy: LINKS,
  },
  {
    name: "a rating that waited while its link was given again is kept for whoever has the new one",
    file: migrationOf("guard_round_answer"),
    find: "  if own is null then",
    replace: "  if false then",
    killedBy: LINKS,
  },
];
