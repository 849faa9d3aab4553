import { afterAll, expect, test } from "vitest";
import { compareRounds, measureVoiceGap } from "@/lib/domain/rounds/compare-rounds";
import { closeConnections } from "@/lib/platform/db/client";
import { listEarlierRounds, listRounds } from "@/lib/rounds/read-rounds";
import { loadShownRound } from "@/lib/rounds/shown-round";
import { SAMPLE_TEAM } from "@/prisma/sample/sample-agency";
import { seedSampleAgency } from "@/prisma/seed";
import { query } from "../support/database";
import { teamContext } from "../support/people";

afterAll(closeConnections);

test("the sample's rounds are numbered from 1; one asks the first again, and views came closer", async () => {
  await seedSampleAgency();
  const [row] = await query<{ team: string; owner: string }>(
    process.env.DATABASE_OWNER_URL as string,
    "select t.id as team, m.user_id as owner from team t join membership m on m.agency_id = t.agency_id and m.is_admin where t.name = $1",
    [SAMPLE_TEAM],
  );
  const context = await teamContext({ userId: row!.owner }, row!.team, "round:view");
  const rounds = await listRounds(context);
  expect(rounds.map(({ number, state }) => [number, state])).toEqual([[3, "open"], [2, "revealed"], [1, "revealed"]]);
  const chain = await listEarlierRounds(context, rounds[1]!);
  expect(chain.map(({ number }) => number)).toEqual([1, 2]);
  const [before, now] = await Promise.all(chain.map(async (round) => (await loadShownRound(context, round))!.items));
  expect(compareRounds(before!, now!)).toMatchObject({ apart: 0, notShown: 0 });
  expect(compareRounds(before!, now!).closer).toBeGreaterThan(0);
  expect(measureVoiceGap(now!.values()).mean).not.toBeNull();
});
