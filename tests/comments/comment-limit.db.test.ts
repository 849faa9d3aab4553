import { expect, test } from "vitest";
import { COMMENTS_PER_PERSON, createThread } from "@/lib/comments/change-comments";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, refTo } from "@/tests/support/tools";
import { query } from "../support/database";
import { addToTeam, createAgencyFixture, teamContext } from "../support/people";

test("a person writes so many comments in an hour and no more, whatever their teammates write", async () => {
  const TOOL = 1;
  const itemId = toolItems(getTool(TOOL))[0]?.id as string;
  const fixture = await createAgencyFixture();
  const context = await teamContext(fixture.admin, fixture.teamId);
  const write = (body: string, as = context) => createThread(as, { toolRef: refTo(TOOL), itemId, body });
  await write("First.");
  const owner = process.env.DATABASE_OWNER_URL as string;
  await query(owner, "update throttle set attempts = $1 where key like 'comment:person:%'", [COMMENTS_PER_PERSON.limit - 1]);
  await write("The last one.");
  await expect(write("One more.")).rejects.toThrow(/many comments in the last hour/);
  await write("Mine.", await teamContext(await addToTeam(fixture, "member"), fixture.teamId));
  expect(await query(owner, "select from comment where agency_id = $1", [fixture.agencyId])).toHaveLength(3);
});
