import { beforeEach, describe, expect, test } from "vitest";
import { authorizeAgency, authorizeTeam } from "@/lib/platform/auth/authorize";
import { listOwnAgencies, getAgency, updateAgency } from "@/lib/agencies/agencies";
import {
  leaveAgency,
  listAgencyMembers,
  removeAgencyMember,
  updateAgencyMember,
} from "@/lib/people/agency-members";
import { updateDisplayName } from "@/lib/people/own-names";
import { acceptInvitation } from "@/lib/people/invitation-acceptance";
import { createAdminInvitation } from "@/lib/people/invitations";
import { leaveTeam, listTeamMembers, removeTeamMember, updateTeamMember } from "@/lib/people/members";
import { createTeam, getTeam, listTeams, renameTeam, updatePlainWords } from "@/lib/agencies/teams";
import { keysOf, TOOL_NUMBERS } from "@/tests/support/tools";
import { addToTeam, agencyContext, createAgencyFixture, createPerson, teamContext, type AgencyFixture, type Person } from "../support/people";

const LAST_ADMIN = /at least one admin/;
let ours: AgencyFixture;
let theirs: AgencyFixture;

beforeEach(async () => {
  ours = await createAgencyFixture("Riverbend Police Department");
  theirs = await createAgencyFixture("Hillcrest Fire District");
});

async function addAdmin({ admin, agencyId }: AgencyFixture): Promise<Person> {
  const person = await createPerson("Second Admin");
  const { token } = await createAdminInvitation(await agencyContext(admin, agencyId), person.email);
  await acceptInvitation(token, person);
  return person;
}

describe("an agency", () => {
  test("is made with its first team and its admin, and shows only to its people", async () => {
    expect(await listOwnAgencies(ours.admin.userId)).toEqual([
      {
        agencyId: ours.agencyId,
        name: "Riverbend Police Department",
        isAdmin: true,
        teams: [{ teamId: ours.teamId, name: "Core Implementation Team", role: "admin" }],
      },
    ]);
    expect(await listOwnAgencies((await createPerson()).userId)).toEqual([]);
  });

  test("lists to a member the teams they are in, not the others", async () => {
    await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    const member = await addToTeam(ours, "member");
    const [agency] = await listOwnAgencies(member.userId);
    expect(agency?.teams).toEqual([{ teamId: ours.teamId, name: "Core Implementation Team", role: "member" }]);
    expect((await listOwnAgencies(ours.admin.userId))[0]?.teams).toHaveLength(2);
  });

  test("two of one person stay apart, each with its role", async () => {
    const person = await addToTeam(ours, "viewer");
    const { token } = await createAdminInvitation(await agencyContext(theirs.admin, theirs.agencyId), person.email);
    await acceptInvitation(token, person);
    expect((await listOwnAgencies(person.userId)).map(({ name, isAdmin }) => [name, isAdmin])).toEqual([
      ["Hillcrest Fire District", true],
      ["Riverbend Police Department", false],
    ]);
  });

  test("is changed for itself only", async () => {
    await updateAgency(await agencyContext(ours.admin, ours.agencyId), {
      name: "Riverbend PD",
      kind: "sheriff",
      state: "KY",
      hasWritingHints: true,
    });
    expect(await getAgency(await agencyContext(ours.admin, ours.agencyId))).toMatchObject({ name: "Riverbend PD", state: "KY" });
    expect(await getAgency(await agencyContext(theirs.admin, theirs.agencyId))).toMatchObject({ name: "Hillcrest Fire District" });
  });
});

describe("an agency's notes about privacy and wording", () => {
  test("are on until an admin turns them off, for its own teams only", async () => {
    const context = await agencyContext(ours.admin, ours.agencyId);
    const shown = async (agency: AgencyFixture) =>
      (await getTeam(await teamContext(agency.admin, agency.teamId))).hasWritingHints;
    expect([await shown(ours), await shown(theirs)]).toEqual([true, true]);
    const { name, kind } = await getAgency(context);
    await updateAgency(context, { name, kind, state: "OH", hasWritingHints: false });
    expect([await shown(ours), await shown(theirs)]).toEqual([false, true]);
    expect(await getAgency(context)).toMatchObject({ hasWritingHints: false });
  });
});

describe("a team's plain words", () => {
  test("are shown until a lead turns them off, for that team only", async () => {
    const lead = await teamContext(await addToTeam(ours, "lead"), ours.teamId);
    const { teamId: otherTeam } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Night shift");
    const shown = async (agency: AgencyFixture, teamId: string) => (await getTeam(await teamContext(agency.admin, teamId))).hasPlainWords;
    expect(await shown(ours, ours.teamId)).toBe(true);
    await updatePlainWords(lead, false);
    expect([await shown(ours, ours.teamId), await shown(ours, otherTeam), await shown(theirs, theirs.teamId)]).toEqual([false, true, true]);
    await updatePlainWords(lead, true);
    expect(await shown(ours, ours.teamId)).toBe(true);
  });
});

describe("teams", () => {
  test("have names of their own within the agency; another agency's don't matter", async () => {
    const context = await agencyContext(ours.admin, ours.agencyId);
    await createTeam(context, "Night shift");
    await expect(createTeam(context, "Night shift")).rejects.toMatchObject({ fieldErrors: { name: expect.any(String) } });
    await createTeam(await agencyContext(theirs.admin, theirs.agencyId), "Night shift");
    expect((await listTeams(context)).map(({ name }) => name)).toEqual(["Core Implementation Team", "Night shift"]);
  });

  test("can be renamed, but not to a name that is taken", async () => {
    await createTeam(await agencyContext(ours.admin, ours.agencyId), "Night shift");
    const context = await teamContext(ours.admin, ours.teamId);
    await expect(renameTeam(context, "Night shift")).rejects.toMatchObject({ fieldErrors: { name: expect.any(String) } });
    await renameTeam(context, "Day shift");
    expect(await getTeam(context)).toMatchObject({ name: "Day shift", agencyName: "Riverbend Police Department" });
  });
});

describe("the people of a team", () => {
  test("are listed with admins first; addresses only to those who manage them", async () => {
    const lead = await addToTeam(ours, "lead");
    const partner = await addToTeam(ours, "partner", [2, 9]);
    const seen = await listTeamMembers(await teamContext(lead, ours.teamId));
    expect(seen.map(({ role, toolKeys, isYou }) => ({ role, toolKeys, isYou }))).toEqual([
      { role: "admin", toolKeys: [], isYou: false },
      { role: "lead", toolKeys: [], isYou: true },
      { role: "partner", toolKeys: keysOf(2, 9), isYou: false },
    ]);
    expect(seen.map(({ email }) => email)).toEqual([ours.admin.email, lead.email, partner.email]);
    const toPartner = await listTeamMembers(await teamContext(partner, ours.teamId));
    expect(toPartner.map(({ email }) => email)).toEqual([null, null, null]);
  });

  test("who are partners see of each other only the tools they share", async () => {
    await addToTeam(ours, "partner", [2, 9]);
    const other = await addToTeam(ours, "partner", [3, 9]);
    const seen = await listTeamMembers(await teamContext(other, ours.teamId));
    // Both have one name; their order is anybody's.
    expect(seen.filter(({ role }) => role === "partner").map(({ toolKeys }) => toolKeys).sort((a, b) => a.length - b.length)).toEqual([keysOf(9), keysOf(3, 9)]);
  });

  test("appear under the name they chose for the agency, not their account's", async () => {
    const partner = await addToTeam(ours, "partner");
    await updateDisplayName(await agencyContext(partner, ours.agencyId), "Sparrow");
    const names = (await listTeamMembers(await teamContext(ours.admin, ours.teamId))).map(({ displayName }) => displayName);
    expect(names).toContain("Sparrow");
    expect(names).not.toContain(partner.name);
  });

  test("don't change their own role", async () => {
    const lead = await addToTeam(ours, "lead");
    const context = await teamContext(lead, ours.teamId);
    await expect(updateTeamMember(context, { userId: lead.userId, role: "viewer", toolKeys: [] })).rejects.toThrow(/your own role/);
  });

  test("of another team or agency are out of reach", async () => {
    const stranger = await addToTeam(theirs, "member");
    const context = await teamContext(ours.admin, ours.teamId);
    await expect(updateTeamMember(context, { userId: stranger.userId, role: "viewer", toolKeys: [] })).rejects.toThrow(/not in the team/);
    await expect(removeTeamMember(context, stranger.userId)).rejects.toThrow(/not in the team/);
    expect(await teamContext(stranger, theirs.teamId)).toMatchObject({ role: "member" });
  });

  test("who lose a partner's role lose its tools, and the other way round", async () => {
    const person = await addToTeam(ours, "partner", [2]);
    const context = await teamContext(ours.admin, ours.teamId);
    await updateTeamMember(context, { userId: person.userId, role: "member", toolKeys: keysOf(2) });
    expect(await teamContext(person, ours.teamId)).toMatchObject({ role: "member", toolKeys: keysOf(...TOOL_NUMBERS) });
    await expect(updateTeamMember(context, { userId: person.userId, role: "partner", toolKeys: [] })).rejects.toThrow();
    await updateTeamMember(context, { userId: person.userId, role: "partner", toolKeys: keysOf(13) });
    expect(await teamContext(person, ours.teamId)).toMatchObject({ toolKeys: keysOf(13) });
  });
});

describe("leaving and removing", () => {
  test("the last team takes the agency with it; while another is left, it stays", async () => {
    const person = await addToTeam(ours, "member");
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    const second = { ...ours, teamId };
    const both = await addToTeam(second, "member");
    await leaveTeam(await teamContext(person, ours.teamId));
    expect(await authorizeAgency(person.userId, ours.agencyId, "agency:view")).toMatchObject({ ok: false });
    await removeTeamMember(await teamContext(ours.admin, teamId), both.userId);
    expect(await listOwnAgencies(both.userId)).toEqual([]);
  });

  test("a removed person is out of every team", async () => {
    const person = await addToTeam(ours, "lead");
    await removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), person.userId);
    expect(await authorizeTeam(person.userId, ours.teamId, "team:view")).toEqual({ ok: false, reason: "not-found" });
    await expect(removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), person.userId)).rejects.toThrow();
  });

  test("an admin is in every team and leaves by leaving the agency", async () => {
    await expect(leaveTeam(await teamContext(ours.admin, ours.teamId))).rejects.toThrow(/every team/);
  });
});

describe("the last admin", () => {
  test("can't leave, be removed or stop being one, and is told why", async () => {
    const context = await agencyContext(ours.admin, ours.agencyId);
    await expect(leaveAgency(context)).rejects.toThrow(LAST_ADMIN);
    await expect(updateAgencyMember(context, ours.admin.userId, false)).rejects.toThrow(LAST_ADMIN);
    const second = await addAdmin(ours);
    await leaveAgency(context);
    await expect(leaveAgency(await agencyContext(second, ours.agencyId))).rejects.toThrow(LAST_ADMIN);
  });

  test("stays even when two admins leave at the same moment", async () => {
    const second = await addAdmin(ours);
    const contexts = [await agencyContext(ours.admin, ours.agencyId), await agencyContext(second, ours.agencyId)];
    const results = await Promise.allSettled(contexts.map((context) => leaveAgency(context)));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("stays even when two admins take the role from each other", async () => {
    const second = await addAdmin(ours);
    const first = await agencyContext(ours.admin, ours.agencyId);
    const other = await agencyContext(second, ours.agencyId);
    await Promise.allSettled([updateAgencyMember(first, second.userId, false), updateAgencyMember(other, ours.admin.userId, false)]);
    const admins = [first, other].map(async ({ userId }) => (await authorizeAgency(userId, ours.agencyId, "agency:update")).ok);
    expect((await Promise.all(admins)).filter(Boolean)).toHaveLength(1);
  });

  test("other admins can be made and unmade", async () => {
    const member = await addToTeam(ours, "member");
    const context = await agencyContext(ours.admin, ours.agencyId);
    await updateAgencyMember(context, member.userId, true);
    expect((await listAgencyMembers(context)).filter(({ isAdmin }) => isAdmin)).toHaveLength(2);
    await updateAgencyMember(context, member.userId, false);
    expect(await teamContext(member, ours.teamId)).toMatchObject({ role: "member" });
  });

  test("of one agency has no say in another", async () => {
    const context = await agencyContext(ours.admin, ours.agencyId);
    await expect(updateAgencyMember(context, theirs.admin.userId, false)).rejects.toThrow(/not in your agency/);
    await expect(removeAgencyMember(context, theirs.admin.userId)).rejects.toThrow(/not in your agency/);
    expect(await authorizeAgency(theirs.admin.userId, theirs.agencyId, "agency:update")).toMatchObject({ ok: true });
  });
});
