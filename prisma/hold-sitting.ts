import { castVote } from "@/lib/sittings/cast-vote";
import { addItems, endSitting, goToItem, openVote, revealVote } from "@/lib/sittings/conduct";
import { decideVote } from "@/lib/sittings/decide-item";
import { startSitting } from "@/lib/sittings/lead-sitting";
import { codeOf, findSittingByCode } from "@/lib/sittings/meet-codes";
import { listSittings } from "@/lib/sittings/read-sittings";
import { findSeat, type SeatPlace, takeSeat } from "@/lib/sittings/seats";
import { getTeamAnswers } from "@/lib/responses/team-answers";
import type { TeamContext } from "@/lib/platform/auth/context";
import { contextOf, type Person, type TeamPlace } from "./factories";
import { SAMPLE_KEEPER, SAMPLE_SITTING } from "./sample/meetings";
import type { SamplePerson } from "./sample/sample-agency";
import { sampleTool } from "./sample/sample-tool";

/** Holds the sample's meeting in meeting mode: two statements are voted on and decided, the third stays open. */
export async function holdSampleSitting(place: TeamPlace, people: Record<SamplePerson, Person>, meetingId: string): Promise<void> {
  const { deputy, tool, items, phones, rationale } = SAMPLE_SITTING;
  const keeper = await contextOf(place, people[SAMPLE_KEEPER], "sitting:run");
  const toolRef = sampleTool(tool);
  const { sittingId } = await startSitting(keeper, meetingId, [people[deputy].userId]);
  await addItems(keeper, sittingId, items.map((itemId) => ({ tool: toolRef, itemId })));
  const seats: SeatPlace[] = [];
  for (const { who, names = [] } of phones) seats.push(await sitDown(keeper, meetingId, sittingId, who ? { userId: people[who].userId } : { names }));
  // What the tool says already: it was marked complete with it.
  const { answers } = await getTeamAnswers(keeper, [toolRef]);
  const listed = (await listSittings(keeper, meetingId))[0]?.items ?? [];
  for (const [index, item] of listed.entries()) {
    await goToItem(keeper, sittingId, item.id, false);
    if (index >= 2) continue;
    await openVote(keeper, sittingId);
    const roundId = (await listSittings(keeper, meetingId))[0]?.items[index]?.roundId ?? "";
    for (const [phone, { votes }] of phones.entries()) {
      for (const [turn, values] of votes.entries()) {
        await castVote(seats[phone] as SeatPlace, { roundId, value: values[index] ?? "", turn: turn + 1, turnKey: votes.length > 1 ? `turn ${turn}` : null });
      }
    }
    await revealVote(keeper, sittingId, 0);
    await decideVote(keeper, roundId, { itemId: item.itemId, value: String(answers[item.itemId]), rationale: index === 0 ? rationale : "", dissent: "" });
  }
  await endSitting(keeper, sittingId);
}

async function sitDown(keeper: TeamContext, meetingId: string, sittingId: string, who: Parameters<typeof takeSeat>[1]): Promise<SeatPlace> {
  const [sitting] = await listSittings(keeper, meetingId);
  const found = await findSittingByCode(codeOf(sittingId, sitting?.codeNumber ?? 1), "sample");
  const seat = found && (await findSeat(await takeSeat(found, who), "sample"));
  if (!seat) throw new Error("The sample's meeting lets nobody in");
  return seat;
}
