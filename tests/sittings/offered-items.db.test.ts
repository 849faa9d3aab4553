import { afterAll, expect, test } from "vitest";
import { loadAgenda } from "@/lib/meetings/load-agenda";
import { closeConnections } from "@/lib/platform/db/client";
import { saveUpdate } from "@/lib/responses/save-update";
import { listOfferedItems } from "@/lib/sittings/offered-items";
import { createAgencyFixture, teamContext } from "@/tests/support/people";
import { Client } from "@/tests/support/responses";
import { refTo } from "@/tests/support/tools";

afterAll(closeConnections);

test("a gap that was rated since the last meeting is offered for the next one, by its statement", async () => {
  const fixture = await createAgencyFixture();
  const context = await teamContext(fixture.admin, fixture.teamId, "response:edit");
  const client = await Client.open(context, 9);
  const saved = await saveUpdate(context, refTo(9), client.answer("t9-i1-1", 1));
  expect(saved.ok).toBe(true);
  const agenda = await loadAgenda(context, { today: "2030-01-31", since: "2020-01-01" });
  expect(await listOfferedItems(context, agenda)).toMatchObject([{ tool: refTo(9), itemId: "t9-i1-1", why: "New gap since the last meeting" }]);
  expect(await listOfferedItems(context, await loadAgenda(context, { today: "2030-01-31", since: null }))).toEqual([]);
});
