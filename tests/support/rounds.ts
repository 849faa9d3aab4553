import type { RoundFacts } from "@/lib/domain/rounds/round";
import type { Side } from "@/lib/domain/rounds/shown-item";
import type { TeamContext } from "@/lib/platform/auth/context";
import { linkSecretOf, takeRateLink } from "@/lib/rounds/rate-links";
import { readDecisions, undoDecision } from "@/lib/rounds/decide";
import { type NewRound, openRound } from "@/lib/rounds/open-round";
import { type RaterSeat, seatOf } from "@/lib/rounds/own-ratings";
import { findRound, listRaters } from "@/lib/rounds/read-rounds";
import { type AgencyFixture, addToTeam, type Person, teamContext } from "./people";
import { getTool } from "./tools";

/** Two statements of Tool 9 that rounds of tests ask about. */
export const FIRST = "t9-i1-1";
export const SECOND = "t9-i1-2";

export interface TestRound {
  readonly lead: TeamContext;
  readonly roundId: string;
  readonly raters: readonly { readonly person: Person; readonly context: TeamContext; readonly seat: RaterSeat }[];
  /** Of those without an account, in the order in which they were asked: their own links' secrets. */
  readonly guests: readonly { readonly secret: string; readonly seat: RaterSeat }[];
}

interface RoundOptions extends Partial<NewRound> {
  /** How many members are asked, and on which side each counts. */
  readonly members?: number;
  readonly sides?: readonly Side[];
  readonly guests?: number;
}

/** A round of the team's lead with so many members and people without an account. */
export async function openTestRound(fixture: AgencyFixture, { members = 3, sides = [], guests = 0, ...round }: RoundOptions = {}): Promise<TestRound> {
  const lead = await teamContext(await addToTeam(fixture, "lead"), fixture.teamId, "round:open");
  const people: Person[] = [];
  for (let index = 0; index < members; index += 1) people.push(await addToTeam(fixture, "member"));
  const { roundId } = await openRound(lead, {
    tool: getTool(9),
    itemIds: [FIRST, SECOND],
    invitees: [
      ...people.map(({ userId }, index) => ({ userId, guestName: null, side: sides[index] ?? null })),
      ...Array.from({ length: guests }, (_, index) => ({ userId: null, guestName: `Guest ${index + 1}`, side: sides[members + index] ?? null })),
    ],
    untilOn: null,
    isNamed: false,
    isSplit: false,
    deputyId: null,
    followsId: null,
    ...round,
  });
  const raters = await Promise.all(
    people.map(async (person) => {
      const context = await teamContext(person, fixture.teamId, "round:rate");
      return { person, context, seat: seatOf(context, await readRound(context, roundId)) as RaterSeat };
    }),
  );
  const lines = (await listRaters(lead, roundId)).filter(({ guestName }) => guestName !== null).sort((a, b) => (a.guestName ?? "").localeCompare(b.guestName ?? ""));
  const own: { secret: string; seat: RaterSeat }[] = [];
  for (const { id } of lines) {
    const secret = await takeRateLink(linkSecretOf({ agencyId: fixture.agencyId, roundId, raterId: id }, 0));
    own.push({ secret, seat: { agencyId: fixture.agencyId, teamId: fixture.teamId, roundId, raterId: id, actorId: id, key: secret } });
  }
  return { lead, roundId, raters, guests: own };
}

/** Takes back the decision on an item that stands in a round. */
export async function undoStanding(context: TeamContext, roundId: string, itemId: string): Promise<void> {
  await undoDecision(context, roundId, { itemId, decisionId: (await readDecisions(context, roundId)).get(itemId)?.id ?? "" });
}

export async function readRound(context: TeamContext, roundId: string): Promise<RoundFacts> {
  const found = await findRound(context, roundId);
  if (!found) throw new Error("there is no such round");
  return found;
}
