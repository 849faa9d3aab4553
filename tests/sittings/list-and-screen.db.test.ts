import { afterAll, beforeEach, expect, test } from "vitest";
import { closeConnections } from "@/lib/platform/db/client";
import { goToItem, moveItem, takeItemOff } from "@/lib/sittings/conduct";
import { takeSeatAway } from "@/lib/sittings/seats";
import { loadSittingRecords } from "@/lib/sittings/sitting-record";
import { mayWatchScreen } from "@/lib/sittings/watch-screen";
import { addToTeam, type AgencyFixture, createAgencyFixture, teamContext } from "@/tests/support/people";
import { FIRST, SECOND } from "@/tests/support/rounds";
import { readCurrent, readSitting, readState, sitDownAs, startTestSitting, type TestSitting, WRITTEN } from "@/tests/support/sittings";
import { refTo } from "@/tests/support/tools";

let fixture: AgencyFixture;
let sitting: TestSitting;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  sitting = await startTestSitting(fixture, [
    { tool: refTo(9), itemId: FIRST },
    { tool: refTo(9), itemId: SECOND },
    { tool: refTo(8), itemId: WRITTEN },
  ]);
});
afterAll(closeConnections);

const order = async () => (await readSitting(sitting)).items.map(({ itemId }) => itemId);
const idOf = async (item: string) => (await readSitting(sitting)).items.find(({ itemId }) => itemId === item)?.id ?? "";

test("items change places on the list, and the screen goes by the new order; at either end they stay", async () => {
  const { facilitator, deputy, sittingId } = sitting;
  const { mark } = await readState(sitting);
  await moveItem(facilitator, sittingId, await idOf(WRITTEN), "up");
  expect(await order()).toEqual([FIRST, WRITTEN, SECOND]);
  expect((await readState(sitting)).mark).not.toBe(mark);
  await moveItem(facilitator, sittingId, await idOf(FIRST), "up");
  await moveItem(facilitator, sittingId, await idOf(SECOND), "down");
  expect(await order()).toEqual([FIRST, WRITTEN, SECOND]);
  await moveItem(facilitator, sittingId, await idOf(FIRST), "down");
  expect(await order()).toEqual([WRITTEN, FIRST, SECOND]);
  await goToItem(facilitator, sittingId, await idOf(FIRST), false);
  expect(await readState(sitting)).toMatchObject({ place: 2, count: 3 });
  await expect(moveItem(deputy, sittingId, await idOf(FIRST), "up")).rejects.toThrow("Somebody else leads");
  const gone = await idOf(WRITTEN);
  await takeItemOff(facilitator, sittingId, gone);
  await expect(moveItem(facilitator, sittingId, gone, "up")).rejects.toThrow("not on the list any more");
});

test("a partner watches the big screen with a seat in the meeting, and no longer than they have it", async () => {
  const partner = await addToTeam(fixture, "partner");
  const context = await teamContext(partner, fixture.teamId, "meeting:view");
  expect(await mayWatchScreen(context, sitting.sittingId)).toBe(false);
  const seat = await sitDownAs(sitting, partner);
  expect(await mayWatchScreen(context, sitting.sittingId)).toBe(true);
  await takeSeatAway(sitting.facilitator, sitting.sittingId, seat.seatId);
  expect(await mayWatchScreen(context, sitting.sittingId)).toBe(false);
  for (const role of ["viewer", "member", "lead"] as const) {
    expect(await mayWatchScreen(await teamContext(await addToTeam(fixture, role), fixture.teamId, "meeting:view"), sitting.sittingId)).toBe(true);
  }
});

test("the screen and the record name an item's tool once", async () => {
  const checklist = await startTestSitting(fixture, [{ tool: refTo(4), itemId: "t4-1" }]);
  const listed = (await readSitting(checklist)).items[0];
  await goToItem(checklist.facilitator, checklist.sittingId, listed?.id ?? null, false);
  const { place } = await readCurrent(checklist);
  expect(place).toMatch(/^Tool 4, item 1 · /);
  const [record] = await loadSittingRecords(checklist.facilitator, checklist.meetingId);
  expect(record?.items[0]?.place).toBe(place);
});
