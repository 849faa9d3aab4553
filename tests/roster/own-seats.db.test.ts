import { asRequest } from "../support/action-request";
import { unzipSync } from "fflate";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getArchive } from "@/app/api/agencies/[agencyId]/archive/route";
import { GET as getExport } from "@/app/api/teams/[teamId]/export/route";
import { saveOwnSeatsAction } from "@/app/teams/[teamId]/people/actions";
import { createTeam } from "@/lib/agencies/teams";
import { type SeatId, SEATS } from "@/lib/domain/toolkit/roster";
import { DEFAULT_EXPORT, exportHref } from "@/lib/exports/document/export-options";
import { removeAgencyMember, updateAgencyMember } from "@/lib/people/agency-members";
import { leaveTeam, removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { updateDisplayName } from "@/lib/people/own-names";
import type { TeamContext } from "@/lib/platform/auth/context";
import { authDb } from "@/lib/platform/db/client";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { listOwnSeats, saveOwnSeats } from "@/lib/roster/own-seats";
import { loadRosterCheck } from "@/lib/roster/roster-check";
import { markSeat } from "@/lib/roster/seat-marks";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, signInCookie, teamContext } from "../support/people";
import { keptSeats, passAMonth } from "../support/rosters";

// Next keeps what it revalidates in a scope of its own, which is not here.
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

const LIVED: SeatId = "lived-experience";
const OWNER = () => process.env.DATABASE_OWNER_URL as string;

let ours: AgencyFixture;
let person: Person;
let own: TeamContext;
let admin: TeamContext;

beforeEach(async () => {
  ours = await createAgencyFixture();
  person = await addToTeam(ours, "member");
  own = await teamContext(person, ours.teamId);
  admin = await teamContext(ours.admin, ours.teamId);
});

const kept = async () => (await keptSeats(ours.agencyId)).map(({ user_id: userId, seat }) => [userId, seat]);
/** Whatever somebody's connection is shown of the table, asked with no condition at all. */
const rowsShownTo = (context: TeamContext) => withAgencyConnection(context, async (client) => (await client.query("select user_id, seat from own_seat")).rows as { user_id: string; seat: string }[]);
const run = (context: TeamContext, sql: string, values: unknown[] = []) => withAgencyConnection(context, async (client) => (await client.query(sql, values)).rowCount);

describe("what somebody says of themselves", () => {
  test("is nothing before they say it, is read again by them, and with “rather not” there is no row of it any more", async () => {
    expect([await listOwnSeats(own), await kept()]).toEqual([[], []]);
    await saveOwnSeats(own, [LIVED, "community"]);
    expect(await listOwnSeats(own)).toEqual(["community", LIVED]);
    await saveOwnSeats(own, ["community"]);
    expect(await kept()).toEqual([[person.userId, "community"]]);
    await saveOwnSeats(own, []);
    expect([await listOwnSeats(own), await kept()]).toEqual([[], []]);
  });

  test("goes on counting from when it was said first, whatever else is chosen later; when that was is kept by the month alone", async () => {
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    await saveOwnSeats(own, [LIVED, "staff"]);
    const rows = await query<{ seat: string; ahead: boolean; day: number }>(OWNER(), "select seat, counts_from > now() as ahead, extract(day from counts_from)::int as day from own_seat where agency_id = $1 order by seat", [ours.agencyId]);
    expect(rows).toEqual([
      { seat: LIVED, ahead: false, day: 1 },
      { seat: "staff", ahead: true, day: 1 },
    ]);
    const { rows: columns } = await withAgencyConnection(own, (client) => client.query("select * from own_seat limit 1"));
    expect(Object.keys(columns[0] as object).sort()).toEqual(["agency_id", "counts_from", "seat", "team_id", "user_id"]);
  });

  test("is shown to nobody else by the database itself: no admin, lead, member, partner or viewer, nor in another agency", async () => {
    await saveOwnSeats(own, [LIVED]);
    expect(await rowsShownTo(own)).toEqual([{ user_id: person.userId, seat: LIVED }]);
    const elsewhere = await createAgencyFixture("Elsewhere");
    const others = [admin, await teamContext(elsewhere.admin, elsewhere.teamId)];
    for (const role of ["lead", "member", "partner", "viewer"] as const) others.push(await teamContext(await addToTeam(ours, role), ours.teamId));
    for (const other of others) expect(await rowsShownTo(other)).toEqual([]);
    await expect(authDb().$queryRaw`select * from own_seat`).rejects.toThrow(/permission denied/);
  });

  test("can't be said, changed or taken back for somebody else, and is never overwritten", async () => {
    await saveOwnSeats(own, [LIVED]);
    expect(await run(admin, "delete from own_seat")).toBe(0);
    await expect(run(own, "update own_seat set counts_from = '2020-01-01'")).rejects.toThrow(/permission denied/);
    const insert = "insert into own_seat (agency_id, team_id, user_id, seat, counts_from) values ($1, $2, $3, 'staff', '2020-01-01')";
    await expect(run(admin, insert, [ours.agencyId, ours.teamId, person.userId])).rejects.toThrow(/row-level security/);
    expect(await kept()).toEqual([[person.userId, LIVED]]);
  });

  test("is asked for by the look without leaving anybody in another's place", async () => {
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    const [after, shown] = await withAgencyConnection(admin, async (client) => {
      await client.query("select look_at_roster($1, $2)", [ours.agencyId, ours.teamId]);
      const { rows } = await client.query<{ id: string }>("select app_user_id() as id");
      return [rows[0]?.id, (await client.query("select * from own_seat")).rows] as const;
    });
    expect([after, shown]).toEqual([ours.admin.userId, []]);
  });

  test("stays theirs when they set their name apart", async () => {
    await saveOwnSeats(own, [LIVED]);
    await updateDisplayName(await agencyContext(person, ours.agencyId), "Another Name", "apart");
    expect(await listOwnSeats(await teamContext(person, ours.teamId))).toEqual([LIVED]);
    expect(await rowsShownTo(admin)).toEqual([]);
  });
});

describe("of whoever", () => {
  const endings: Readonly<Record<string, () => Promise<unknown>>> = {
    "is taken out of the team": () => removeTeamMember(admin, person.userId),
    "leaves it": () => leaveTeam(own),
    "may only read it from now on": () => updateTeamMember(admin, { userId: person.userId, role: "viewer", toolKeys: [] }),
    "is taken out of the agency": async () => removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), person.userId),
  };

  test.each(Object.entries(endings))("%s nothing is left, and what a teammate says stays", async (_, end) => {
    const teammate = await addToTeam(ours, "member");
    await saveOwnSeats(own, [...SEATS]);
    await saveOwnSeats(await teamContext(teammate, ours.teamId), ["staff"]);
    await end();
    expect(await kept()).toEqual([[teammate.userId, "staff"]]);
    await expect(saveOwnSeats(own, [LIVED])).rejects.toThrow();
    expect(await kept()).toEqual([[teammate.userId, "staff"]]);
  });

  test("is taken out of one team what they say in another stays", async () => {
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    await joinTeam({ ...ours, teamId }, person, "member");
    await saveOwnSeats(own, [LIVED]);
    await saveOwnSeats(await teamContext(person, teamId), ["staff"]);
    await removeTeamMember(admin, person.userId);
    expect((await keptSeats(ours.agencyId)).map((row) => [row.team_id, row.seat])).toEqual([[teamId, "staff"]]);
  });

  test("is no agency admin any more what they said in teams without a place of theirs goes, and only that", async () => {
    const second = await addToTeam(ours, "member");
    await updateAgencyMember(await agencyContext(ours.admin, ours.agencyId), second.userId, true);
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    for (const id of [ours.teamId, teamId]) await saveOwnSeats(await teamContext(second, id), ["decides"]);
    await updateAgencyMember(await agencyContext(ours.admin, ours.agencyId), second.userId, false);
    expect((await keptSeats(ours.agencyId)).map((row) => row.team_id)).toEqual([ours.teamId]);
  });

  test("comes back nothing is known any more", async () => {
    for (let more = 0; more < 4; more++) await addToTeam(ours, "member");
    await saveOwnSeats(own, [LIVED]);
    await passAMonth(ours.agencyId);
    await removeTeamMember(admin, person.userId);
    await joinTeam(ours, person, "member");
    expect(await listOwnSeats(await teamContext(person, ours.teamId))).toEqual([]);
    expect((await loadRosterCheck(admin)).lines.every(({ isSaid }) => isSaid === false)).toBe(true);
  });
});

describe("that anything was said", () => {
  const SENTINEL = "Ask Quillfeather House in May";

  beforeEach(async () => {
    for (let more = 0; more < 4; more++) await addToTeam(ours, "member");
    const cookie = await signInCookie(person);
    expect(await asRequest(cookie, () => saveOwnSeatsAction(ours.teamId, { seats: [LIVED] }))).toMatchObject({ ok: true });
    await markSeat(admin, { seat: "community", mark: "looking", words: SENTINEL });
    await passAMonth(ours.agencyId);
    expect((await loadRosterCheck(admin)).lines.some(({ isSaid }) => isSaid)).toBe(true);
    expect(await asRequest(cookie, () => saveOwnSeatsAction(ours.teamId, { seats: [] }))).toMatchObject({ ok: true });
  });

  test("is in no record of what was done, no event, and nothing kept for a second try", async () => {
    const tables = ["audit_event", "response_event", "made_once", "former_name", "job"];
    const counts = await Promise.all(tables.map(async (table) => [table, (await query(OWNER(), `select 1 from ${table} where agency_id = $1`, [ours.agencyId])).length]));
    expect(counts).toEqual(tables.map((table) => [table, 0]));
    expect(await query(OWNER(), "select 1 from account_event where user_id = $1 and action like 'roster%'", [person.userId])).toEqual([]);
  });

  test("is in no download of the team, nor in the agency's archive; nor is what the team says or is told", async () => {
    const words = [SENTINEL, LIVED, "lived experience, your own", "Somebody here says so", "roster_look", "own_seat"];
    const cookie = await signInCookie(ours.admin);
    const request = (path: string) => new Request(`http://localhost:3000${path}`, { headers: { cookie } });
    const path = exportHref(ours.teamId, { ...DEFAULT_EXPORT, format: "json", hasHistory: true, hasComments: true });
    const json = await getExport(request(path), { params: Promise.resolve({ teamId: ours.teamId }) });
    expect(json.status).toBe(200);
    const archive = await getArchive(request(`/api/agencies/${ours.agencyId}/archive`), { params: Promise.resolve({ agencyId: ours.agencyId }) });
    expect(archive.status).toBe(200);
    const files = unzipSync(new Uint8Array(await archive.arrayBuffer()));
    const texts = [await json.text(), ...Object.values(files).map((bytes) => new TextDecoder().decode(bytes))];
    expect(texts.length).toBeGreaterThan(5);
    for (const word of words) expect([word, texts.filter((text) => text.includes(word)).length]).toEqual([word, 0]);
  });
});
