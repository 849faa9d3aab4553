import { AsyncLocalStorage } from "node:async_hooks";
import { beforeEach, describe, expect, test } from "vitest";
import { authorizeAgency, authorizeTeam } from "@/lib/platform/auth/authorize";
import type { TeamRole } from "@/lib/platform/auth/permissions";
import { leaveAgency, removeAgencyMember, updateAgencyMember } from "@/lib/people/agency-members";
import { acceptInvitation, findInvitation } from "@/lib/people/invitation-acceptance";
import { createAdminInvitation, createTeamInvitation, renewInvitation } from "@/lib/people/invitations";
import { leaveTeam, removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { createTeam } from "@/lib/agencies/teams";
import { withAgency } from "@/lib/platform/db/with-agency";
import { keysOf } from "@/tests/support/tools";
import { query } from "../support/database";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, type Person, teamContext } from "../support/people";

/** Whoever was taken out, or given less, does not come back by a letter they still have. */

const DEAD = /no longer works/;
let ours: AgencyFixture;
let secondTeamId: string;

beforeEach(async () => {
  ours = await createAgencyFixture();
  secondTeamId = (await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team")).teamId;
});

const adminOf = () => agencyContext(ours.admin, ours.agencyId);
const inviteAdmin = async ({ email }: Person) => createAdminInvitation(await adminOf(), email);
const invite = async ({ email }: Person, teamId: string, role: TeamRole = "lead") =>
  createTeamInvitation(await teamContext(ours.admin, teamId), { email, role, toolKeys: role === "partner" ? keysOf(1) : [] });

async function makeAdmin(person: Person): Promise<void> {
  await acceptInvitation((await inviteAdmin(person)).token, person);
}

async function expectDead(token: string, person: Person): Promise<void> {
  expect(await findInvitation(token)).toMatchObject({ state: "revoked" });
  await expect(acceptInvitation(token, person)).rejects.toThrow(DEAD);
}

async function expectOut(person: Person): Promise<void> {
  expect(await authorizeAgency(person.userId, ours.agencyId, "agency:view")).toMatchObject({ ok: false });
  expect(await authorizeTeam(person.userId, ours.teamId, "team:view")).toMatchObject({ ok: false });
}

describe("whoever leaves the agency has no open invitation to it any more", () => {
  const ways: [string, (person: Person) => Promise<void>][] = [
    ["removed from the agency", async ({ userId }) => removeAgencyMember(await adminOf(), userId)],
    ["left the agency", async (person) => leaveAgency(await agencyContext(person, ours.agencyId))],
    ["removed from their only team", async ({ userId }) => removeTeamMember(await teamContext(ours.admin, ours.teamId), userId)],
    ["left their only team", async (person) => leaveTeam(await teamContext(person, ours.teamId))],
  ];

  test.each(ways)("%s: neither to be its admin nor to any of its teams", async (_, out) => {
    const person = await addToTeam(ours, "member");
    const [toAdmin, toTeam] = [await inviteAdmin(person), await invite(person, secondTeamId)];
    await out(person);
    await expectDead(toAdmin.token, person);
    await expectDead(toTeam.token, person);
    await expectOut(person);
  });

  test.each(ways)("%s: and none of those that they sent works", async (_, out) => {
    const person = await addToTeam(ours, "lead");
    const guest = await addToTeam(await createAgencyFixture(), "viewer");
    const context = await teamContext(person, ours.teamId);
    const { token } = await createTeamInvitation(context, { email: guest.email, role: "lead", toolKeys: [] });
    await out(person);
    await expectDead(token, guest);
  });

  test("an invitation that was sent again ends too", async () => {
    const person = await addToTeam(ours, "member");
    const { invitationId } = await inviteAdmin(person);
    const { token } = await renewInvitation(await adminOf(), invitationId);
    await removeAgencyMember(await adminOf(), person.userId);
    await expectDead(token, person);
    await expect(renewInvitation(await adminOf(), invitationId)).rejects.toThrow(/not open/);
  });

  test("other people's invitations, and other agencies' to the same person, stay open", async () => {
    const theirs = await createAgencyFixture("Hillcrest Fire District");
    const [person, other] = [await addToTeam(ours, "member"), await addToTeam(theirs, "member")];
    const elsewhere = await createTeamInvitation(await teamContext(theirs.admin, theirs.teamId), { email: person.email, role: "member", toolKeys: [] });
    const forOther = await invite(other, ours.teamId);
    await removeAgencyMember(await adminOf(), person.userId);
    expect(await findInvitation(elsewhere.token)).toMatchObject({ state: "open" });
    expect(await findInvitation(forOther.token)).toMatchObject({ state: "open" });
  });

  test("someone who is invited anew can come back", async () => {
    const person = await addToTeam(ours, "member");
    await removeAgencyMember(await adminOf(), person.userId);
    await acceptInvitation((await invite(person, ours.teamId, "viewer")).token, person);
    expect(await teamContext(person, ours.teamId)).toMatchObject({ role: "viewer" });
  });
});

describe("whoever leaves one of several teams", () => {
  test.each<[string, (person: Person) => Promise<void>]>([
    ["removed", async ({ userId }) => removeTeamMember(await teamContext(ours.admin, ours.teamId), userId)],
    ["by themselves", async (person) => leaveTeam(await teamContext(person, ours.teamId))],
  ])("%s: does not come back as agency admin, and keeps invitations to other teams", async (_, out) => {
    const { teamId: thirdTeamId } = await createTeam(await adminOf(), "Third team");
    const person = await addToTeam(ours, "member");
    await acceptInvitation((await invite(person, secondTeamId, "viewer")).token, person);
    const [toAdmin, toThird] = [await inviteAdmin(person), await invite(person, thirdTeamId, "viewer")];
    await out(person);
    await expectDead(toAdmin.token, person);
    expect(await findInvitation(toThird.token)).toMatchObject({ state: "open" });
    expect(await teamContext(person, secondTeamId)).toMatchObject({ role: "viewer" });
  });
});

describe("whoever is given less", () => {
  test("is no admin again by an older invitation, nor lead of a team", async () => {
    const person = await addToTeam(ours, "member");
    const toTeam = await invite(person, secondTeamId);
    await makeAdmin(person);
    await updateAgencyMember(await adminOf(), person.userId, false);
    await expectDead(toTeam.token, person);
  });

  test("a lead who becomes a viewer is not made an admin by an older invitation", async () => {
    const person = await addToTeam(ours, "lead");
    const toAdmin = await inviteAdmin(person);
    await updateTeamMember(await teamContext(ours.admin, ours.teamId), { userId: person.userId, role: "viewer", toolKeys: [] });
    await expectDead(toAdmin.token, person);
  });

  test("whoever is given more, or the same, keeps what was offered", async () => {
    const person = await addToTeam(ours, "viewer");
    const toAdmin = await inviteAdmin(person);
    for (const role of ["member", "member", "lead"] as const) {
      await updateTeamMember(await teamContext(ours.admin, ours.teamId), { userId: person.userId, role, toolKeys: [] });
    }
    expect(await findInvitation(toAdmin.token)).toMatchObject({ state: "open" });
  });
});

async function waitUntilSomebodyWaits(): Promise<void> {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = $1";
  await expect.poll(() => query(process.env.DATABASE_OWNER_URL ?? "", waiting, ["Lock"])).toHaveLength(1);
}

describe("at the same moment", () => {
  test("accepting and being removed: whichever comes first, the person is out", async () => {
    for (let round = 0; round < 8; round++) {
      const person = await addToTeam(ours, "member");
      const [toAdmin, toTeam] = [await inviteAdmin(person), await invite(person, secondTeamId)];
      const context = await adminOf();
      const accept = [acceptInvitation(toAdmin.token, person), acceptInvitation(toTeam.token, person)];
      const remove = removeAgencyMember(context, person.userId);
      await Promise.allSettled([...accept, remove]);
      await remove;
      await expectOut(person);
    }
  });

  test("an invitation that is being made while they are removed does not outlive it", async () => {
    const person = await addToTeam(ours, "member");
    const context = await adminOf();
    const { agencyId, admin } = ours;
    const apart = AsyncLocalStorage.snapshot();
    let removal = Promise.resolve();
    let token = "";
    await withAgency({ agencyId, userId: admin.userId }, async () => {
      token = (await createAdminInvitation(context, person.email)).token;
      // In a transaction of its own, which waits for this one.
      removal = apart(() => removeAgencyMember(context, person.userId));
      await waitUntilSomebodyWaits();
    });
    await removal;
    await expectDead(token, person);
  });
});
