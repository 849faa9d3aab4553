import { getTool } from "@/content/toolkits";
import type { Invitee } from "@/lib/domain/rounds/round";
import { ratableItems } from "@/lib/domain/rounds/round";
import { recordDecision } from "@/lib/rounds/decide";
import { revealRound } from "@/lib/rounds/move-round";
import { openRound } from "@/lib/rounds/open-round";
import { type RaterSeat, saveOwnNote, saveRating, seatOf, setFinished, setOwnNoteShown } from "@/lib/rounds/own-ratings";
import { linkSecretOf, takeRateLink } from "@/lib/rounds/rate-links";
import { findRound, listRaters } from "@/lib/rounds/read-rounds";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { SAMPLE_DECIDED, SAMPLE_FOLLOW_UP, SAMPLE_OPEN_ROUND, SAMPLE_OPENED_BY, SAMPLE_RATERS, SAMPLE_ROUND_ITEMS, type SampleRater } from "./sample/rounds";
import type { SamplePerson } from "./sample/sample-agency";
import { dayFromNow } from "./sample/sample-day";
import { sampleTool } from "./sample/sample-tool";

type People = Record<SamplePerson, Person>;

const ASSESSMENT = 9;

/** Opens the sample team's rounds: one is revealed and waits for decisions, one that asks the same again can be compared with it, one is open. */
export async function holdSampleRounds(place: TeamPlace, people: People): Promise<void> {
  const first = await holdFirst(place, people);
  await askAgain(place, people, first);
  await openAnother(place, people);
}

/** The first round's items and people once more. */
async function askAgain(place: TeamPlace, people: People, followsId: string): Promise<void> {
  const opener = await contextOf(place, people[SAMPLE_OPENED_BY], "round:open");
  const roundId = await rateAlone(place, people, { raters: SAMPLE_RATERS.map(({ who, side }, index) => ({ who, side, values: SAMPLE_FOLLOW_UP[index] ?? [] })), untilOn: dayFromNow(-1), followsId });
  await revealRound(opener, roundId, 0);
}

const inviteeOf = (people: People, { who, side }: Pick<SampleRater, "who" | "side">): Invitee =>
  typeof who === "string" ? { userId: people[who].userId, guestName: null, side } : { userId: null, guestName: who.guest, side };

async function memberSeat(place: TeamPlace, person: Person, roundId: string): Promise<RaterSeat> {
  const context = await contextOf(place, person, "round:rate");
  const round = await findRound(context, roundId);
  const seat = round && seatOf(context, round);
  if (!seat) throw new Error("The sample asks somebody who is not asked");
  return seat;
}

interface RatedAlone {
  readonly raters: readonly SampleRater[];
  readonly untilOn: string;
  readonly followsId: string | null;
}

/** Opens a round about the sample's items, in which everyone rates and finishes. @param seats takes each rater's place. @returns the round's id */
async function rateAlone(place: TeamPlace, people: People, { raters, untilOn, followsId }: RatedAlone, seats = new Map<SampleRater, RaterSeat>()): Promise<string> {
  const opener = await contextOf(place, people[SAMPLE_OPENED_BY], "round:open");
  const toolRef = sampleTool(ASSESSMENT);
  const { roundId } = await openRound(opener, {
    tool: getTool(toolRef),
    itemIds: SAMPLE_ROUND_ITEMS,
    invitees: raters.map((rater) => inviteeOf(people, rater)),
    untilOn,
    isNamed: false,
    isSplit: true,
    deputyId: people.peer.userId,
    followsId,
  });
  const guests = await listRaters(opener, roundId);
  for (const rater of raters) {
    const { who, values, note } = rater;
    const seat = typeof who === "string" ? await memberSeat(place, people[who], roundId) : await guestSeat(place, roundId, guests.find(({ guestName }) => guestName === who.guest)?.id ?? "");
    seats.set(rater, seat);
    for (const [index, value] of values.entries()) await saveRating(seat, toolRef, SAMPLE_ROUND_ITEMS[index] ?? "", value);
    if (note) await saveOwnNote(seat, SAMPLE_ROUND_ITEMS[note.item] ?? "", note.words);
    await setFinished(seat, true);
  }
  return roundId;
}

async function holdFirst(place: TeamPlace, people: People): Promise<string> {
  const opener = await contextOf(place, people[SAMPLE_OPENED_BY], "round:open");
  const toolRef = sampleTool(ASSESSMENT);
  const seats = new Map<SampleRater, RaterSeat>();
  const roundId = await rateAlone(place, people, { raters: SAMPLE_RATERS, untilOn: dayFromNow(-2), followsId: null }, seats);
  await revealRound(opener, roundId, 0);
  for (const [{ note }, seat] of seats) if (note?.isShown) await setOwnNoteShown(seat, SAMPLE_ROUND_ITEMS[note.item] ?? "", true);
  // What the tool says already: it was marked complete with it.
  const { answers } = await getTeamAnswers(opener, [toolRef]);
  const { item: itemId, rationale, dissent } = SAMPLE_DECIDED;
  await recordDecision(opener, roundId, { itemId, value: String(answers[itemId]), rationale, dissent });
  return roundId;
}

async function guestSeat({ agencyId, teamId }: TeamPlace, roundId: string, raterId: string): Promise<RaterSeat> {
  const key = await takeRateLink(linkSecretOf({ agencyId, roundId, raterId }, 0));
  return { agencyId, teamId, roundId, raterId, actorId: raterId, key };
}

async function openAnother(place: TeamPlace, people: People): Promise<void> {
  const { tool, inDays, asked, guests, finished, begun, values } = SAMPLE_OPEN_ROUND;
  const opener = await contextOf(place, people[SAMPLE_OPENED_BY], "round:open");
  const toolRef = sampleTool(tool);
  const items = ratableItems(getTool(toolRef)).map(({ id }) => id);
  const { roundId } = await openRound(opener, {
    tool: getTool(toolRef),
    itemIds: items,
    invitees: [...asked.map((who) => inviteeOf(people, { who, side: "safety" })), ...guests.map((guest) => inviteeOf(people, { who: { guest }, side: "community" }))],
    untilOn: dayFromNow(inDays),
    isNamed: false,
    isSplit: false,
    deputyId: null,
    followsId: null,
  });
  const rates = async (who: SamplePerson, count: number) => {
    const seat = await memberSeat(place, people[who], roundId);
    for (const [index, item] of items.slice(0, count).entries()) await saveRating(seat, toolRef, item, values[index % values.length] ?? "");
    return seat;
  };
  await rates(begun, 3);
  await setFinished(await rates(finished, items.length), true);
}
