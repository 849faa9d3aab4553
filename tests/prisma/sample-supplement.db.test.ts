import { afterAll, expect, test } from "vitest";
import { peerSupport } from "@/content/peer-support/peer-support-toolkit";
import { buildOverview } from "@/lib/domain/overview/build-overview";
import { listSharedChecks } from "@/lib/personal/personal-checks";
import { closeConnections } from "@/lib/platform/db/client";
import { listTeamProgress } from "@/lib/responses/responses";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { SAMPLE_SECOND_TEAM } from "@/prisma/sample/sample-agency";
import { seedSampleAgency } from "@/prisma/seed";
import { query } from "../support/database";
import { teamContext } from "../support/people";

afterAll(closeConnections);

test("the sample's Jail and Reentry Team has the supplement half filled in, with gaps to see, and one shared check", async () => {
  await seedSampleAgency();
  const [row] = await query<{ team: string; owner: string }>(
    process.env.DATABASE_OWNER_URL as string,
    "select t.id as team, m.user_id as owner from team t join membership m on m.agency_id = t.agency_id and m.is_admin where t.name = $1",
    [SAMPLE_SECOND_TEAM],
  );
  const context = await teamContext({ userId: row!.owner }, row!.team, "report:view");
  const progress = (await listTeamProgress(context)).filter(({ toolRef }) => toolRef.toolkitId === peerSupport.id).map(({ progress: own }) => own);
  expect(progress).toHaveLength(peerSupport.tools.length);
  for (const { answered, total } of progress) {
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(total);
  }
  const { answers } = await getTeamAnswers(context, peerSupport.tools.map(({ ref }) => ref));
  const { matrix, statements } = buildOverview(peerSupport.overview!, { tools: peerSupport.tools, answers });
  const states = new Set(matrix!.rows.flatMap(({ cells }) => cells.map(({ state }) => state)));
  expect([...states].sort()).toEqual(["blank", "growing", "in-place", "not-ours", "wanted"]);
  expect(statements.every(({ parts }) => parts.some(({ gaps }) => gaps.length > 0))).toBe(true);
  expect(await listSharedChecks(context, peerSupport.personal[0]!)).toHaveLength(1);
});
