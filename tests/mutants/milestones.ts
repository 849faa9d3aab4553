import { database, type Mutant, unit } from "./mutant";

const KEPT = database("tests/milestones/kept-for-good.db.test.ts");
const PAST = database("tests/milestones/past-days.db.test.ts");
const REASSESS = database("tests/milestones/reassess.db.test.ts");
const COMPARE = unit("tests/domain/milestones/compare.test.ts");
const MIGRATION = "prisma/migrations/20261201130000_milestones/migration.sql";

/** Faults in what a milestone keeps, in what was carried forward from one, and in what comparing says. */
export const MILESTONES_MUTANTS: readonly Mutant[] = [
  {
    name: "the running app may write a milestone anew",
    file: MIGRATION,
    find: "grant update (removed_by, removed_at) on milestone to app_rt;",
    replace: "grant update on milestone to app_rt;",
    killedBy: KEPT,
  },
  {
    name: "a milestone is made in somebody else's name",
    file: MIGRATION,
    find: "create policy written_by_the_actor on milestone as restrictive for insert to app_rt\n  with check (made_by = (select app_user_id()));",
    replace: "create policy written_by_the_actor on milestone as restrictive for insert to app_rt\n  with check (true);",
    killedBy: KEPT,
  },
  {
    name: "a milestone tells names although only roles are kept",
    file: "lib/milestones/make-milestone.ts",
    find: "const people = keepsNames ? onlyNamed",
    replace: "const people = true ? onlyNamed",
    killedBy: KEPT,
  },
  {
    name: "a past day holds what was changed after it",
    file: "lib/milestones/past-source.ts",
    find: "v.changed_at <= $3",
    replace: "v.changed_at <= $3::timestamptz + interval '1 day'",
    killedBy: PAST,
  },
  {
    name: "what was carried forward counts before anybody looked at it",
    file: "lib/responses/response-facts.ts",
    find: `"(c.looked_at is null and a.updated_at <= s.started_at)"`,
    replace: `"(c.looked_at is null and a.updated_at <= s.started_at and false)"`,
    killedBy: REASSESS,
  },
  {
    name: "an answer that was changed after the milestone is carried forward from it",
    file: "lib/milestones/reassess.ts",
    find: "const isKept = record !== undefined && !item.extension && isAnswered(item, record.answer) && Date.parse(record.at) <= Date.parse(milestone.asOf);",
    replace: "const isKept = record !== undefined && !item.extension && isAnswered(item, record.answer);",
    killedBy: REASSESS,
  },
  {
    name: "an area that moved by less than half a point is said to have moved",
    file: "lib/domain/milestones/compare-areas.ts",
    find: "const isClear = by.numerator * CLEAR_CHANGE.denominator >= CLEAR_CHANGE.numerator * denominator;",
    replace: "const isClear = by.numerator > 0;",
    killedBy: COMPARE,
  },
  {
    name: "areas whose statements were changed are compared",
    file: "lib/domain/milestones/compare-areas.ts",
    find: "const isAlike = was !== null && asksAlike(area.id, then.items, now.items);",
    replace: "const isAlike = was !== null;",
    killedBy: COMPARE,
  },
];
