import { beforeEach, describe, expect, test } from "vitest";
import { createTeam } from "@/lib/agencies/teams";
import { createThread } from "@/lib/comments/change-comments";
import { addEntry, closeMeeting, moveMeeting, planMeeting, reopenMeeting, saveNotes, setEntryRemoved, setMeetingRemoved } from "@/lib/meetings/change-meetings";
import { loadAgenda, suggestMeeting } from "@/lib/meetings/load-agenda";
import { findLastMeeting, findMeeting, findNextMeeting, listMeetings, markNotes } from "@/lib/meetings/meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import type { TeamContext } from "@/lib/platform/auth/context";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { refTo } from "@/tests/support/tools";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const DAY = { heldOn: "2026-12-03", startsAt: "18:00", place: "Library" };
const TODAY = "2026-12-01";

let fixture: AgencyFixture;
let lead: TeamContext;
let partner: TeamContext;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  lead = await teamContext(fixture.admin, fixture.teamId);
  partner = await teamContext(await addToTeam(fixture, "partner", [3]), fixture.teamId);
});

const plan = async () => (await planMeeting(lead, DAY)).meetingId;

describe("meetings", () => {
  test("belong to their team: neither another agency nor another team of this one sees or changes them", async () => {
    const meetingId = await plan();
    const stranger = await createAgencyFixture("Lakeside Fire");
    const strangers = await teamContext(stranger.admin, stranger.teamId);
    const { teamId } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId), "Second team");
    for (const other of [strangers, await teamContext(fixture.admin, teamId)]) {
      expect(await findMeeting(other, meetingId)).toBeNull();
      expect(await listMeetings(other)).toEqual([]);
      await expect(moveMeeting(other, meetingId, DAY)).rejects.toThrow("could not find");
      await expect(saveNotes(other, meetingId, "Mine", markNotes(""))).rejects.toThrow("could not find");
      await expect(addEntry(other, meetingId, { kind: "point", words: "Mine" })).rejects.toThrow("could not find");
      await expect(closeMeeting(other, meetingId, [])).rejects.toThrow("could not find");
      await expect(setMeetingRemoved(other, meetingId, true)).rejects.toThrow("could not find");
    }
    expect(await findMeeting(lead, meetingId)).toMatchObject({ ...DAY, notes: "", isClosed: false, isRemoved: false });
  });

  test("notes that somebody saved meanwhile are not overwritten", async () => {
    const meetingId = await plan();
    const { mark } = await saveNotes(lead, meetingId, "First", markNotes(""));
    await expect(saveNotes(lead, meetingId, "Second", markNotes(""))).rejects.toThrow("Someone saved these notes");
    await saveNotes(lead, meetingId, "Second", mark);
    expect((await findMeeting(lead, meetingId))?.notes).toBe("Second");
  });

  test("a partner brings points and takes their own away, but writes down no decision", async () => {
    const meetingId = await plan();
    await addEntry(lead, meetingId, { kind: "point", words: "From the lead" });
    await addEntry(partner, meetingId, { kind: "to-decide", words: "Come at night too" });
    await expect(addEntry(partner, meetingId, { kind: "decision", words: "We do" })).rejects.toThrow("Ask a member");
    const [leads, own] = (await findMeeting(partner, meetingId))?.entries ?? [];
    expect([leads?.isYours, own?.isYours]).toEqual([false, true]);
    await expect(setEntryRemoved(partner, meetingId, leads?.id as string, true)).rejects.toThrow("Only who added this");
    await setEntryRemoved(partner, meetingId, own?.id as string, true);
    expect((await findMeeting(lead, meetingId))?.entries.map(({ isRemoved }) => isRemoved)).toEqual([false, true]);
    await setEntryRemoved(lead, meetingId, own?.id as string, false);
    expect((await findMeeting(lead, meetingId))?.entries.map(({ isRemoved }) => isRemoved)).toEqual([false, false]);
  });

  test("the next one is the first that is to come, open and there, and says whether a point is on its agenda already", async () => {
    const { meetingId: later } = await planMeeting(lead, { ...DAY, heldOn: "2027-01-07" });
    const next = await plan();
    await planMeeting(lead, { ...DAY, heldOn: "2026-11-05" });
    expect(await findNextMeeting(lead, TODAY, "Weekends")).toEqual({ meetingId: next, heldOn: DAY.heldOn, isOnAgenda: false });
    const { entryId } = await addEntry(lead, next, { kind: "point", words: "Weekends" });
    expect(await findNextMeeting(partner, TODAY, "Weekends")).toMatchObject({ isOnAgenda: true });
    await setEntryRemoved(lead, next, entryId, true);
    expect(await findNextMeeting(lead, TODAY, "Weekends")).toMatchObject({ isOnAgenda: false });
    await closeMeeting(lead, next, []);
    expect(await findNextMeeting(lead, TODAY, "Weekends")).toMatchObject({ meetingId: later });
    await setMeetingRemoved(lead, later, true);
    expect(await findNextMeeting(lead, TODAY, "Weekends")).toBeNull();
  });

  test("closing keeps the agenda as it is; a partner reads of it what is of their tools; opening makes it live again", async () => {
    const meetingId = await plan();
    await createThread(lead, { toolRef: refTo(3), itemId: "t3-1", body: "Which form?" } as never);
    await createThread(lead, { toolRef: refTo(9), itemId: "t9-i1-1", body: "Why 2?" } as never);
    await closeMeeting(lead, meetingId, await loadAgenda(lead, { today: TODAY, since: null }));
    expect((await findMeeting(lead, meetingId))?.agenda?.map(({ path }) => path)).toEqual(["/tools/3", "/tools/9"]);
    expect((await findMeeting(partner, meetingId))?.agenda?.map(({ path }) => path)).toEqual(["/tools/3"]);
    expect(await findLastMeeting(lead, "2027-01-01")).toBe(DAY.heldOn);
    expect(await findLastMeeting(lead, DAY.heldOn)).toBeNull();
    await expect(saveNotes(lead, meetingId, "Late", markNotes(""))).rejects.toThrow("closed");
    await expect(addEntry(lead, meetingId, { kind: "point", words: "Late" })).rejects.toThrow("closed");
    // A second press, whose first answer was lost, is no failure, and what was kept first stays.
    await closeMeeting(lead, meetingId, []);
    expect((await findMeeting(lead, meetingId))?.agenda).toHaveLength(2);
    await reopenMeeting(lead, meetingId);
    expect(await findMeeting(lead, meetingId)).toMatchObject({ agenda: null, closed: null, isClosed: false });
  });

  test("a removed meeting leaves the list, and comes back with all it had", async () => {
    const meetingId = await plan();
    await saveNotes(lead, meetingId, "Kept", markNotes(""));
    await setMeetingRemoved(lead, meetingId, true);
    expect(await listMeetings(lead)).toEqual([]);
    await expect(addEntry(lead, meetingId, { kind: "point", words: "Late" })).rejects.toThrow("removed");
    await setMeetingRemoved(lead, meetingId, false);
    expect(await findMeeting(lead, meetingId)).toMatchObject({ notes: "Kept", isRemoved: false });
  });

  test("what the agenda makes of a plan is for those who may open the plan", async () => {
    await updateAnswersAsServer(lead, refTo(12), { "t12-sheet-1-step-1-action": "Lend a car", "t12-sheet-1-step-1-due": "2026-11-01" });
    expect(await loadAgenda(lead, { today: TODAY, since: null })).toMatchObject([{ part: "overdue", words: "Lend a car" }]);
    expect(await loadAgenda(partner, { today: TODAY, since: null })).toEqual([]);
  });

  test("an action that nobody has changed for a month is on the agenda, and no longer once somebody has", async () => {
    await updateAnswersAsServer(lead, refTo(12), { "t12-sheet-1-step-1-action": "Lend a car", "t12-sheet-1-step-1-due": "2030-01-01" });
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    expect(await loadAgenda(lead, { today: inDays(29), since: null })).toEqual([]);
    expect(await loadAgenda(lead, { today: inDays(30), since: null })).toMatchObject([{ part: "stale", words: "Lend a car", detail: "No change in 30 days." }]);
    expect(await loadAgenda(partner, { today: inDays(30), since: null })).toEqual([]);
  });

  test("the day is the one where the team is: an evening meeting is not over because it is tomorrow by UTC", async () => {
    // The agency is in Ohio: seven in the evening there.
    expect(await findTeamDay(lead, new Date("2026-12-04T00:00:00Z"))).toBe(DAY.heldOn);
    expect(await findTeamDay(lead, new Date("2026-12-04T05:00:00Z"))).toBe("2026-12-04");
  });

  test("the date and place that Tool 8 says are offered, to those who may open it", async () => {
    await updateAnswersAsServer(lead, refTo(8), { "t8-s1-5-a": "2026-09-03", "t8-s1-5-b": { option: "monthly" }, "t8-s1-5-c": "Library, room 2" });
    expect(await suggestMeeting(lead, TODAY)).toEqual({ day: "2026-12-03", place: "Library, room 2" });
    expect(await suggestMeeting(partner, TODAY)).toBeNull();
    expect(await listMeetings(lead)).toEqual([]);
  });
});
