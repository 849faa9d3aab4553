import { planMeeting } from "@/lib/meetings/change-meetings";
import type { TeamContext } from "@/lib/platform/auth/context";
import { addItems, goToItem, openVote } from "@/lib/sittings/conduct";
import { startSitting } from "@/lib/sittings/lead-sitting";
import { codeOf, findSittingByCode, type FoundSitting } from "@/lib/sittings/meet-codes";
import { listSittings } from "@/lib/sittings/read-sittings";
import { readSittingState } from "@/lib/sittings/read-state";
import { findSeat, type SeatPlace, takeSeat } from "@/lib/sittings/seats";
import type { SittingFacts } from "@/lib/domain/sittings/sitting";
import type { CurrentItem, SittingState, VoteState } from "@/lib/domain/sittings/sitting-state";
import { addToTeam, type AgencyFixture, type Person, teamContext } from "./people";
import { FIRST, SECOND } from "./rounds";
import { refTo } from "./tools";

/** A text of Tool 8, which is not voted on. */
export const WRITTEN = "t8-s1-1";

export interface TestSitting {
  readonly facilitator: TeamContext;
  readonly deputy: TeamContext;
  readonly meetingId: string;
  readonly sittingId: string;
}

/** A sitting led by a member of the team, with a member as deputy, and two statements of Tool 9 on its list. */
export async function startTestSitting(fixture: AgencyFixture, items: readonly { readonly tool: ReturnType<typeof refTo>; readonly itemId: string }[] = [{ tool: refTo(9), itemId: FIRST }, { tool: refTo(9), itemId: SECOND }]): Promise<TestSitting> {
  const facilitator = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "sitting:run");
  const deputy = await teamContext(await addToTeam(fixture, "member"), fixture.teamId, "sitting:run");
  const { meetingId } = await planMeeting(facilitator, { heldOn: "2026-12-03", startsAt: "18:00", place: "Library" });
  const { sittingId } = await startSitting(facilitator, meetingId, [deputy.userId]);
  await addItems(facilitator, sittingId, items);
  return { facilitator, deputy, meetingId, sittingId };
}

export async function readSitting({ facilitator, meetingId, sittingId }: TestSitting, as: TeamContext = facilitator): Promise<SittingFacts> {
  const found = (await listSittings(as, meetingId)).find(({ id }) => id === sittingId);
  if (!found) throw new Error("there is no such sitting");
  return found;
}

export async function readState({ facilitator, sittingId }: TestSitting): Promise<SittingState> {
  const state = await readSittingState(facilitator, sittingId);
  if (!state) throw new Error("there is no such sitting");
  return state;
}

export async function readCurrent(sitting: TestSitting): Promise<CurrentItem> {
  const { item } = await readState(sitting);
  if (!item) throw new Error("nothing is on the screen");
  return item;
}

export async function readVote(sitting: TestSitting): Promise<VoteState> {
  const { vote } = await readCurrent(sitting);
  if (!vote) throw new Error("there is no vote");
  return vote;
}

export async function findByCode(sitting: TestSitting): Promise<FoundSitting> {
  const { codeNumber } = await readSitting(sitting);
  const found = await findSittingByCode(codeOf(sitting.sittingId, codeNumber), "test");
  if (!found) throw new Error("the code leads nowhere");
  return found;
}

/** Somebody without an account sits down, or several with one phone. */
export async function sitDown(sitting: TestSitting, ...names: readonly string[]): Promise<SeatPlace> {
  return seatOfKey(await takeSeat(await findByCode(sitting), { names }));
}

export async function sitDownAs(sitting: TestSitting, { userId }: Pick<Person, "userId">): Promise<SeatPlace> {
  return seatOfKey(await takeSeat(await findByCode(sitting), { userId }));
}

async function seatOfKey(key: string): Promise<SeatPlace> {
  const seat = await findSeat(key, "test");
  if (!seat) throw new Error("there is no such seat");
  return seat;
}

/** Puts an item of the list on the screen and opens a vote on it. @returns the vote's round */
export async function beginVote(sitting: TestSitting, index = 0): Promise<string> {
  const { items } = await readSitting(sitting);
  await goToItem(sitting.facilitator, sitting.sittingId, items[index]?.id ?? null, true);
  await openVote(sitting.facilitator, sitting.sittingId);
  return (await readVote(sitting)).roundId;
}
