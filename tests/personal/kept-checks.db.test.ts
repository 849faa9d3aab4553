import { asRequest } from "../support/action-request";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { deleteOwnCheckAction, saveOwnCheckAction, shareOwnCheckAction, unshareOwnCheckAction } from "@/app/teams/[teamId]/personal/actions";
import { GET } from "@/app/api/teams/[teamId]/personal/[check]/route";
import { PEER_SUPPORT } from "@/content/peer-support/named";
import { supervisorCheck } from "@/content/peer-support/worksheets/7-supervision";
import { addToolkit, putAwayToolkit } from "@/lib/agencies/team-toolkits";
import { createTeam } from "@/lib/agencies/teams";
import { listKeptChecks } from "@/lib/personal/kept-checks";
import { getOwnCheck, listSharedChecks, saveOwnCheck, shareOwnCheck } from "@/lib/personal/personal-checks";
import { closeConnections } from "@/lib/platform/db/client";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, joinTeam, type Person, signInCookie, teamContext } from "../support/people";

const OWNER = process.env.DATABASE_OWNER_URL as string;
const WORDS = "I want to share power.";
const CHECK = supervisorCheck.slug;

let fixture: AgencyFixture;
let otherTeam: string;
let supervisor: Person;
let cookie: string;

const inAgency = () => agencyContext(supervisor, fixture.agencyId);
const here = () => ({ teamId: fixture.teamId, check: CHECK });
const unshare = (place = here(), as = cookie) => asRequest(as, () => unshareOwnCheckAction(fixture.agencyId, place));
const remove = (place = here(), as = cookie) => asRequest(as, () => deleteOwnCheckAction(fixture.agencyId, place));
const rows = () => query<{ team_id: string; is_shared: boolean }>(OWNER, "select team_id, shared_at is not null as is_shared from personal_check where agency_id = $1 order by team_id", [fixture.agencyId]);
const sharedIn = async (teamId: string) => (await rows()).find(({ team_id: id }) => id === teamId)?.is_shared;

beforeEach(async () => {
  fixture = await createAgencyFixture();
  ({ teamId: otherTeam } = await createTeam(await agencyContext(fixture.admin, fixture.agencyId), "Second team"));
  supervisor = await addToTeam(fixture, "member");
  await joinTeam({ ...fixture, teamId: otherTeam }, supervisor, "member");
  cookie = await signInCookie(supervisor);
  for (const teamId of [fixture.teamId, otherTeam]) {
    await addToolkit(await teamContext(fixture.admin, teamId, "team:update"), PEER_SUPPORT);
    const own = await teamContext(supervisor, teamId, "response:edit");
    await saveOwnCheck(own, supervisorCheck, [{ item: "ps1-next-words", value: WORDS }]);
    await shareOwnCheck(own, supervisorCheck);
  }
});
afterAll(closeConnections);

/** What can become of a person who shares a check. */
const turns = {
  "may only read the team": () => query(OWNER, "update team_member set role = 'viewer' where team_id = $1 and user_id = $2", [fixture.teamId, supervisor.userId]),
  "is in a team that put the supplement away": async () => putAwayToolkit(await teamContext(fixture.admin, fixture.teamId, "team:update"), PEER_SUPPORT),
  "left the team": () => query(OWNER, "delete from team_member where team_id = $1 and user_id = $2", [fixture.teamId, supervisor.userId]),
  "fills in as before": async () => undefined,
} as const;

describe.each(Object.entries(turns))("whoever %s", (_, turn) => {
  beforeEach(async () => {
    await turn();
  });

  test("can still take their own check back, and the one in another team of the agency stays as it is", async () => {
    expect(await unshare()).toMatchObject({ ok: true });
    expect([await sharedIn(fixture.teamId), await sharedIn(otherTeam)]).toEqual([false, true]);
  });

  test("can still delete it for good, and nothing else", async () => {
    expect(await remove()).toMatchObject({ ok: true });
    expect((await rows()).map(({ team_id: id }) => id)).toEqual([otherTeam]);
    expect(await remove()).toMatchObject({ ok: false, message: expect.stringMatching(/no check there/) });
  });

  test("finds it in their list", async () => {
    const found = await listKeptChecks(await inAgency());
    expect(found.map(({ teamId, isShared }) => [teamId, isShared]).toSorted()).toEqual([[fixture.teamId, true], [otherTeam, true]].toSorted());
  });
});

test("the list names no team that its person has left, and is empty for everybody else, an agency admin too", async () => {
  await turns["left the team"]();
  const names = new Map((await listKeptChecks(await inAgency())).map(({ teamId, teamName }) => [teamId, teamName]));
  expect([names.get(fixture.teamId), names.get(otherTeam)]).toEqual([null, "Second team"]);
  expect(await listKeptChecks(await agencyContext(fixture.admin, fixture.agencyId))).toEqual([]);
});

test("nobody takes back or deletes somebody else's, and nobody of another agency reaches in", async () => {
  const admin = await signInCookie(fixture.admin);
  expect(await unshare(here(), admin)).toMatchObject({ ok: false });
  expect(await remove(here(), admin)).toMatchObject({ ok: false });
  const elsewhere = await createAgencyFixture("Elsewhere");
  const stranger = await signInCookie(elsewhere.admin);
  expect(await asRequest(stranger, () => deleteOwnCheckAction(elsewhere.agencyId, here()))).toMatchObject({ ok: false });
  expect(await remove(here(), stranger)).toMatchObject({ ok: false });
  expect((await rows()).map(({ is_shared: isShared }) => isShared)).toEqual([true, true]);
});

test("a viewer fills in and shares nothing, and what they shared as a member is shown to nobody", async () => {
  await turns["may only read the team"]();
  const admin = await teamContext(fixture.admin, fixture.teamId, "response:view");
  expect(await listSharedChecks(admin, supervisorCheck)).toEqual([]);
  const acts: (() => Promise<{ ok: boolean }>)[] = [
    () => saveOwnCheckAction(fixture.teamId, { check: CHECK, answers: [], basedOn: null }),
    () => shareOwnCheckAction(fixture.teamId, { check: CHECK }),
  ];
  for (const act of acts) {
    expect(await asRequest(cookie, act)).toMatchObject({ ok: false });
  }
  expect((await getOwnCheck(await teamContext(supervisor, fixture.teamId, "team:view"), supervisorCheck)).answers).toMatchObject({ "ps1-next-words": WORDS });
});

test("after the supplement was put away nothing is saved or shared any more", async () => {
  await turns["is in a team that put the supplement away"]();
  expect(await asRequest(cookie, () => saveOwnCheckAction(fixture.teamId, { check: CHECK, answers: [], basedOn: null }))).toMatchObject({ ok: false, message: expect.stringMatching(/put this supplement away/) });
  expect(await asRequest(cookie, () => shareOwnCheckAction(fixture.teamId, { check: CHECK }))).toMatchObject({ ok: false, message: expect.stringMatching(/put this supplement away/) });
});

describe("the text file of a check", () => {
  const ask = (as: string, check: string = CHECK, teamId = fixture.teamId) =>
    GET(new Request(`http://localhost:3000/api/teams/${teamId}/personal/${check}`, { headers: { cookie: as } }), { params: Promise.resolve({ teamId, check }) });

  test("is for its person alone, whatever became of their role or the supplement, shared or not", async () => {
    for (const turn of [turns["may only read the team"], turns["is in a team that put the supplement away"]]) {
      await turn();
      const answer = await ask(cookie);
      expect([answer.status, answer.headers.get("content-disposition")]).toEqual([200, expect.stringMatching(/Own Check, \d{4}-\d\d-\d\d\.txt/)]);
      expect(await answer.text()).toContain(WORDS);
    }
    const admin = await ask(await signInCookie(fixture.admin));
    expect(admin.status).toBe(404);
    expect(await admin.text()).not.toContain(WORDS);
    expect((await ask(cookie, "no-such-check")).status).toBe(404);
    expect((await ask("")).status).toBe(401);
  });
});
