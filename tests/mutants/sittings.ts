import { database, migrationOf, type Mutant } from "./mutant";

const VOTES = database("tests/sittings/votes.db.test.ts");
const SEATS = database("tests/sittings/seats.db.test.ts");
/** Where the policies of sittings stand. */
const POLICIES = migrationOf("is_live_seat");

/** Faults in who leads a meeting, who votes in it, and how often a vote counts. */
export const SITTINGS_MUTANTS: readonly Mutant[] = [
  {
    name: "whoever is present takes a meeting over",
    file: POLICIES,
    find: "using (facilitator_id = (select app_user_id()) or (select app_user_id()) = any(deputy_ids) or leads_team(agency_id, team_id));",
    replace: "using (true);",
    killedBy: SEATS,
  },
  {
    name: "whoever sits there opens a vote",
    file: POLICIES,
    find: "and case when sitting_id is null then leads_team(agency_id, team_id) else runs_sitting(agency_id, team_id, sitting_id) end);",
    replace: "and case when sitting_id is null then leads_team(agency_id, team_id) else true end);",
    killedBy: VOTES,
  },
  {
    name: "the votes of a seat that is taken away stay",
    file: migrationOf("guard_seat"),
    find: "    perform public.drop_votes_of(new.agency_id, new.team_id, new.id);\n",
    replace: "",
    killedBy: SEATS,
  },
  {
    name: "a phone that is somebody else's changes a seat",
    file: POLICIES,
    find: "  using (key_hash = (select app_seat_key()) or user_id = (select app_user_id()) or runs_sitting(agency_id, team_id, sitting_id));",
    replace: "  using (true);",
    killedBy: SEATS,
  },
  {
    name: "a vote that is on its way outlives its seat",
    file: migrationOf("hold_seat"),
    find: " and t.id = new.seat_id for share;",
    replace: " and t.id = new.seat_id;",
    killedBy: SEATS,
  },
  {
    name: "whoever comes after the reveal votes late",
    file: migrationOf("hold_seat"),
    find: " and (r.revealed_at is null or t.names_at[round_rater.turn] < r.revealed_at)",
    replace: "",
    killedBy: VOTES,
  },
  {
    name: "who voted is kept after the close",
    file: migrationOf("move_round"),
    find: "      delete from public.round_rater r where r.agency_id = new.agency_id and r.team_id = new.team_id and r.round_id = new.id and r.seat_id is not null;\n",
    replace: "",
    killedBy: VOTES,
  },
  {
    name: "a member who left the team votes on",
    file: POLICIES,
    find: "           or exists (select from public.team_member p where",
    replace: "           or true or exists (select from public.team_member p where",
    killedBy: SEATS,
  },
  {
    name: "a shared phone remembers whoever had it before",
    file: "lib/sittings/cast-vote.ts",
    find: `JSON.stringify(["ballot", turnKey ?? key, key, roundId])`,
    replace: `JSON.stringify(["ballot", key, key, roundId])`,
    killedBy: VOTES,
  },
  {
    name: "a turn on a shared phone is had twice",
    file: "lib/sittings/cast-vote.ts",
    find: "if (!rater || Buffer.compare(rater.token_hash, token) !== 0) throw",
    replace: "if (!rater) throw",
    killedBy: VOTES,
  },
  {
    name: "a code lets people in for days",
    file: "lib/sittings/meet-codes.ts",
    find: "is_joinable and started_at > now() - make_interval(hours => $2::int) as is_joinable",
    replace: "is_joinable and $2::int > 0 as is_joinable",
    killedBy: SEATS,
  },
];
