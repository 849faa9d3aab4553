import { beforeEach, describe, expect, test } from "vitest";
import { createTeam } from "@/lib/agencies/teams";
import { FEWEST_PEOPLE, type SeatId, SEATS } from "@/lib/domain/toolkit/roster";
import { updateDisplayName } from "@/lib/people/own-names";
import { updateAnswersAsServer } from "@/lib/responses/responses";
import { saveOwnSeats } from "@/lib/roster/own-seats";
import { loadRosterCheck, type RosterCheck } from "@/lib/roster/roster-check";
import { seatMarkSchema } from "@/lib/roster/roster-schemas";
import { markSeat } from "@/lib/roster/seat-marks";
import type { TeamContext } from "@/lib/platform/auth/context";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, teamContext } from "../support/people";
import { passAMonth } from "../support/rosters";
import { refTo } from "../support/tools";

const LIVED: SeatId = "lived-experience";

let ours: AgencyFixture;
let people: Person[];
let admin: TeamContext;
let own: TeamContext;

/** A team of five who take part, the admin among them. */
beforeEach(async () => {
  ours = await createAgencyFixture();
  people = [await addToTeam(ours, "lead"), await addToTeam(ours, "member"), await addToTeam(ours, "member"), await addToTeam(ours, "partner", [6])];
  admin = await teamContext(ours.admin, ours.teamId);
  own = await teamContext(people[1] as Person, ours.teamId);
});

const as = (person: Person | undefined) => teamContext(person as Person, ours.teamId);
const saidIn = ({ lines }: RosterCheck) => Object.fromEntries(lines.map(({ seat, isSaid }) => [seat, isSaid]));
const told = async (context = admin) => saidIn(await loadRosterCheck(context));
const NONE = Object.fromEntries(SEATS.map((seat) => [seat, false]));
const HIDDEN = Object.fromEntries(SEATS.map((seat) => [seat, null]));

describe("the check of the roster", () => {
  test("says yes of what somebody says, from the first day of the next month on, and no when it is taken back, as late", async () => {
    await saveOwnSeats(own, [LIVED, "staff"]);
    expect(await told()).toEqual(NONE);
    await passAMonth(ours.agencyId);
    const yes = { ...NONE, [LIVED]: true, staff: true };
    expect(await told()).toEqual(yes);
    await saveOwnSeats(own, []);
    expect(await told()).toEqual(yes);
    await passAMonth(ours.agencyId);
    expect(await told()).toEqual(NONE);
  });

  test("does not follow within a month, whatever is said first or last in it", async () => {
    await told();
    await saveOwnSeats(own, [LIVED]);
    await saveOwnSeats(await as(people[0]), ["decides"]);
    expect(await told()).toEqual(NONE);
    const { lookedOn, nextLook } = await loadRosterCheck(admin);
    expect([lookedOn, nextLook]).toEqual([expect.stringMatching(/^\d{4}-\d\d-01$/), expect.stringMatching(/^\d{4}-\d\d-01$/)]);
    expect(nextLook > new Date().toISOString().slice(0, 10) && lookedOn < nextLook).toBe(true);
  });

  test("is the same for one as for several, and holds nobody's id or name, nor any number of people", async () => {
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    const one = await loadRosterCheck(admin);
    for (const person of people) await saveOwnSeats(await as(person), [LIVED]);
    await passAMonth(ours.agencyId);
    const several = await loadRosterCheck(admin);
    expect(several).toEqual(one);
    const text = JSON.stringify(one);
    for (const { userId, name } of [...people, ours.admin]) expect([text.includes(userId), text.includes(name)]).toEqual([false, false]);
    expect(Object.keys(one).sort()).toEqual(["hasLead", "isShown", "lines", "lookedOn", "nextLook"]);
    for (const line of one.lines) expect(Object.keys(line).sort()).toEqual(["isSaid", "mark", "seat"]);
  });

  test("tells everybody who may read it the same", async () => {
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    const tellings = await Promise.all([ours.admin, ...people].map(async (person) => told(await as(person))));
    expect(new Set(tellings.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(tellings[0]).toEqual({ ...NONE, [LIVED]: true });
  });

  test("says nothing of a team of fewer than five who take part; viewers don't make it larger", async () => {
    const small = await createAgencyFixture("Small Fire");
    const said = await addToTeam(small, "member");
    const others = [await addToTeam(small, "member"), await addToTeam(small, "lead")];
    for (let viewer = 0; viewer < 3; viewer++) await addToTeam(small, "viewer");
    const reader = await teamContext(small.admin, small.teamId);
    for (const person of [said, ...others]) await saveOwnSeats(await teamContext(person, small.teamId), [...SEATS]);
    await passAMonth(small.agencyId);
    const check = await loadRosterCheck(reader);
    expect([check.isShown, saidIn(check)]).toEqual([false, HIDDEN]);
    await addToTeam(small, "partner");
    expect(others.length + 3).toBe(FEWEST_PEOPLE);
    await passAMonth(small.agencyId);
    expect(saidIn(await loadRosterCheck(reader))).toEqual(Object.fromEntries(SEATS.map((seat) => [seat, true])));
  });

  test("is of one team: what somebody says in another team of the agency, or of another agency, is not in it", async () => {
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    for (const person of people) await joinTeam({ ...ours, teamId }, person, "member");
    await saveOwnSeats(await teamContext(people[1] as Person, teamId), [LIVED]);
    const elsewhere = await createAgencyFixture("Elsewhere");
    await saveOwnSeats(await teamContext(elsewhere.admin, elsewhere.teamId), ["decides"]);
    await passAMonth(ours.agencyId);
    await passAMonth(elsewhere.agencyId);
    expect(await told()).toEqual(NONE);
    expect(saidIn(await loadRosterCheck(await teamContext(ours.admin, teamId)))).toEqual({ ...NONE, [LIVED]: true });
  });

  test("stays as it is when somebody sets their name apart, and ties neither name to what is said", async () => {
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    const before = await loadRosterCheck(admin);
    await updateDisplayName(await agencyContext(people[1] as Person, ours.agencyId), "Another Name", "apart");
    expect(await loadRosterCheck(admin)).toEqual(before);
    await passAMonth(ours.agencyId);
    expect(saidIn(await loadRosterCheck(admin))).toEqual(saidIn(before));
    const { personId } = await as(people[1]);
    expect(JSON.stringify(await loadRosterCheck(admin))).not.toContain(personId);
  });

  test("names an implementation lead as Tool 8 does, to those who may open Tool 8", async () => {
    expect((await loadRosterCheck(admin)).hasLead).toBe(false);
    await updateAnswersAsServer(admin, refTo(8), { "t8-s1-1": "Captain Reyes" });
    expect((await loadRosterCheck(admin)).hasLead).toBe(true);
    expect((await loadRosterCheck(await as(people[3]))).hasLead).toBeNull();
    expect(JSON.stringify(await loadRosterCheck(admin))).not.toContain("Reyes");
  });
});

describe("what the team says of a seat", () => {
  const markOf = async (seat: SeatId) => (await loadRosterCheck(admin)).lines.find((line) => line.seat === seat)?.mark;

  test("stands on its line, is changed and taken away; the later of two stands", async () => {
    await markSeat(admin, { seat: "community", mark: "looking", words: "Ask Open Door in May" });
    expect(await markOf("community")).toEqual({ mark: "looking", words: "Ask Open Door in May" });
    await markSeat(await as(people[0]), { seat: "community", mark: "have", words: "" });
    expect(await markOf("community")).toEqual({ mark: "have", words: "" });
    await markSeat(admin, { seat: "community", mark: "none", words: "" });
    expect(await markOf("community")).toBeNull();
  });

  test("that it has somebody takes the place of what people say, so that nothing shows of who comes or goes", async () => {
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    await markSeat(admin, { seat: LIVED, mark: "have", words: "" });
    const marked = await loadRosterCheck(admin);
    await saveOwnSeats(own, []);
    await passAMonth(ours.agencyId);
    const { lines } = await loadRosterCheck(admin);
    expect(lines).toEqual(marked.lines);
    expect(lines.find(({ seat }) => seat === LIVED)?.isSaid).toBeNull();
  });

  test("holds words only while it is looking: beside “have” they could tell who it is", async () => {
    const parsed = seatMarkSchema.safeParse({ seat: LIVED, mark: "have", words: "Sam, in recovery" });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["words"]]);
    await expect(markSeat(admin, { seat: LIVED, mark: "have", words: "Sam" })).rejects.toThrow();
    expect(seatMarkSchema.safeParse({ seat: LIVED, mark: "looking", words: "x".repeat(201) }).success).toBe(false);
    expect(seatMarkSchema.safeParse({ seat: "uses-drugs", mark: "have", words: "" }).success).toBe(false);
  });
});
