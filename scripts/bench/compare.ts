import { randomUUID } from "node:crypto";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import type { RatingValue } from "@/lib/domain/answer/answers";
import { buildDigest, type Digest, DIGEST_VERSION } from "@/lib/domain/milestones/milestone-digest";
import { personOf } from "@/lib/domain/people/person";
import type { AnswerRecords } from "@/lib/domain/readiness/assessed-items";
import { buildReadiness } from "@/lib/domain/readiness/readiness";
import { getElement } from "@/lib/domain/toolkit/toolkit";
import { toolItems } from "@/lib/domain/tool/items";
import { exampleAnswers } from "@/tests/support/e2e-answers";
import { createMember, createTestTeam } from "@/tests/support/e2e-database";
import { getTool } from "@/tests/support/tools";
import { type Bench, openWriter } from "./bench-team";
import { measurePage } from "./pages";
import type { Row } from "./table";

const MILESTONES = 20;
const TOOLS = [2, 3, 4, 5, 9, 12] as const;

/** What changed since the first of twenty milestones, and their list. */
export async function measureCompare({ app, access }: Bench): Promise<Row[]> {
  const team = await createTestTeam(access, "Bench");
  const lead = await createMember(access, team, "lead");
  const bench = { app, access, team, lead };
  for (const number of TOOLS) await openWriter(bench, number)(exampleAnswers(number));
  for (let month = 0; month < MILESTONES; month += 1) await insertMilestone(bench, month);
  const page = `/teams/${team.teamId}/milestones`;
  return [
    await measurePage(bench, `/teams/[team]/milestones, with ${MILESTONES}`, page),
    await measurePage(bench, `/teams/[team]/milestones/compare, over ${MILESTONES}`, `${page}/compare`),
  ];
}

/** A month's answers: every rating given, none as the month before. */
function digestOf(month: number): Digest {
  const event = { by: personOf(randomUUID()), at: "2026-01-01T12:00:00.000Z" };
  const ratings = toolItems(getTool(9)).flatMap((item, index) => (item.kind === "rating" ? [[item.id, (((index + month) % 5) + 1) as RatingValue] as const] : []));
  const given = { ...Object.assign({}, ...TOOLS.map(exampleAnswers)), ...Object.fromEntries(ratings) } as Record<string, AnswerRecords[string]["answer"]>;
  const records: AnswerRecords = Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, { answer, ...event }]));
  const { planFlow: flow } = MAIN_TOOLKIT;
  if (!flow) throw new Error("the toolkit has no plan");
  const readiness = buildReadiness({ ...MAIN_TOOLKIT, answers: records, flagged: new Set() });
  return buildDigest({ tools: MAIN_TOOLKIT.tools, nameElement: (id) => getElement(MAIN_TOOLKIT, id).name, flow, records, readiness, links: [] });
}

/** Comparing reads the digest alone, so that what exports read is left out. */
async function insertMilestone({ access, team, lead }: Bench, month: number): Promise<void> {
  await access.database.query(
    `insert into milestone (agency_id, team_id, id, name, as_of, on_day, is_past, keeps_names, toolkit_version, rules_version, schema_version, digest, content, made_by)
     values ($1, $2, gen_random_uuid(), $3, now() - make_interval(months => $4::int), (now() - make_interval(months => $4::int))::date, false, false, '1', '1', $5, $6, '\\x00', $7)`,
    [team.agencyId, team.teamId, `Month ${month}`, MILESTONES - month, 1_000 + DIGEST_VERSION, JSON.stringify(digestOf(month)), lead.userId],
  );
}
