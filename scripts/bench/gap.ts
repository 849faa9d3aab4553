import type { Answers, RatingValue } from "@/lib/domain/answer/answers";
import { linesToAnswers } from "@/prisma/plan-lines";
import { exampleAnswers } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { type Bench, openWriter } from "./bench-team";
import { measureScripts } from "./browser-loads";
import { insertValues } from "./goal";
import { measurePage } from "./pages";
import type { Row } from "./table";

const GAP = "t9-c4-2";
/** Each kept as an entry of its own. */
const RATINGS = 20;
const COMMENTS = 12;
const ADDED_ACTIONS = 6;
const INDICATORS = 5;
/** A value a month for two years. */
const VALUES = 24;

type Save = ReturnType<typeof openWriter>;

/** The page of a gap whose whole way was gone: rated often, talked about, a priority, an idea with ten actions, a measured goal. */
export async function measureGap({ app, access }: Bench): Promise<Row[]> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  const bench = { app, access, team, lead };
  const [priorities, ratings, plan, evaluation] = ([8, 9, 12, 13] as const).map((toolNumber) => openWriter(bench, toolNumber)) as [Save, Save, Save, Save];
  const questions = Array.from({ length: INDICATORS }, (_, index) => ({ id: `bench-${index}`, cells: { question: `Is it better? ${index}`, indicators: `Reached in time, part ${index}` } }));
  await priorities({ ...exampleAnswers(8), "t8-s3-priorities": [{ id: "bench", cells: { what: "Offer support as early as possible", status: "chosen" } }] });
  await plan({ ...exampleAnswers(12), ...actionsOfIdea(lead.userId) });
  await evaluation({ ...exampleAnswers(13), "t13-questions": questions });
  await ratings(exampleAnswers(9));
  for (let round = 0; round < RATINGS; round += 1) await ratings({ [GAP]: ((round % 5) + 1) as RatingValue });
  await insertValues(bench, { rows: INDICATORS, values: VALUES });
  await insertLinks(bench);
  await insertComments(bench);
  const page = `/teams/${team.teamId}/readiness/gaps/${GAP}`;
  return [
    await measurePage(bench, "/teams/[team]/readiness/gaps/[item], with all that became of it", page),
    await measureScripts(bench, "a gap's page", page),
  ];
}

function actionsOfIdea(ownerId: string): Answers {
  const ids = [1, 2, 3, 4].map((line) => `t12-sheet-1-step-${line}`);
  for (let index = 0; index < ADDED_ACTIONS; index += 1) ids.push(`t12-sheet-1-more/row-${index}`);
  const line = { what: "Ask the partners what they need, and write it down for everybody", lead: "Health department", owner: ownerId, due: "2026-12-15", status: "under-way" };
  return linesToAnswers(Object.fromEntries(ids.map((id) => [id, line])));
}

/** From the gap to the goal, as Tool 8, 12 and 13 show it. */
async function insertLinks({ access, team, lead }: Bench): Promise<void> {
  const ends = [
    { kind: "gap-priority", from: [9, GAP], to: [8, "t8-s3-priorities/bench"] },
    { kind: "priority-idea", from: [8, "t8-s3-priorities/bench"], to: [12, "t12-sheet-1"] },
    { kind: "idea-goal", from: [12, "t12-sheet-1"], to: [13, "t13-plan"] },
  ] as const;
  for (const { kind, from, to } of ends) {
    const places = [from, to].flatMap(([tool, target]) => [getTool(tool).ref.toolkitId, getTool(tool).ref.toolId, target]);
    await access.database.query(
      `insert into plan_link (agency_id, id, team_id, kind, from_toolkit_id, from_tool_id, from_target, to_toolkit_id, to_tool_id, to_target, made_by)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [team.agencyId, team.teamId, kind, ...places, lead.userId],
    );
  }
}

async function insertComments({ access, team, lead }: Bench): Promise<void> {
  const { toolkitId, toolId } = getTool(9).ref;
  await access.database.query(
    `with thread as (
       insert into comment_thread (agency_id, id, team_id, toolkit_id, tool_id, item_id, created_by)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, $6) returning id
     )
     insert into comment (agency_id, id, thread_id, body, created_by)
     select $1, gen_random_uuid(), id, 'We asked them again in week ' || n || '.', $6 from thread, generate_series(1, $7::int) n`,
    [team.agencyId, team.teamId, toolkitId, toolId, GAP, lead.userId, COMMENTS],
  );
}
