import { beforeEach, describe, expect, test } from "vitest";
import { updateDisplayName } from "@/lib/people/own-names";
import { hasAccount } from "@/lib/accounts/accounts";
import { acceptInvitation, acceptInvitationAsNewPerson, findInvitation, findNameToJoin } from "@/lib/people/invitation-acceptance";
import { createTeamInvitation } from "@/lib/people/invitations";
import { listTeamMembers } from "@/lib/people/members";
import { lookAlike } from "@/lib/people/name-key";
import { createTeam } from "@/lib/agencies/teams";
import { withAgency } from "@/lib/platform/db/with-agency";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, createPerson, teamContext } from "../support/people";

let ours: AgencyFixture;
let guests = 0;
const password = "gravel teapot lantern moth";

beforeEach(async () => {
  ours = await createAgencyFixture();
});

async function invite(email: string, teamId = ours.teamId): Promise<string> {
  const context = await teamContext(ours.admin, teamId, "team-member:invite");
  return (await createTeamInvitation(context, { email, role: "member", toolKeys: [] })).token;
}

const newGuest = () => `guest.${(guests += 1)}@guests.example`;
const namesNow = async () => (await listTeamMembers(await teamContext(ours.admin, ours.teamId))).map(({ displayName }) => displayName);
const rename = async (person: { userId: string }, name: string) => updateDisplayName(await agencyContext(person, ours.agencyId), name);

describe("someone new who joins", () => {
  test.each(["Avery Admin", "AVERY ADMIN", "Аvery Аdmin", "Avery\u2003Admin", "Avery Adrnin", "Áverÿ Admin"])(
    "can't go by the admin's name: %s",
    async (name) => {
      const email = newGuest();
      const token = await invite(email);
      await expect(acceptInvitationAsNewPerson(token, { name, password })).rejects.toMatchObject({
        fieldErrors: { name: expect.stringMatching(/tells you apart/) },
      });
      expect(await hasAccount(email)).toBe(false);
      expect(await findInvitation(token)).toMatchObject({ state: "open" });
      expect(await acceptInvitationAsNewPerson(token, { name: "Avery K. Admin", password })).toMatchObject({ email });
    },
  );

  test("nor by a teammate's of another team", async () => {
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    await addToTeam({ ...ours, teamId }, "lead");
    await expect(acceptInvitationAsNewPerson(await invite(newGuest()), { name: "Robin 1ead", password })).rejects.toMatchObject({
      fieldErrors: { name: expect.any(String) },
    });
  });

  test("can go by a name that only another agency has", async () => {
    const theirs = await createAgencyFixture("Hillcrest Fire District");
    await rename(theirs.admin, "Kim Novak").catch(() => undefined);
    expect(await acceptInvitationAsNewPerson(await invite(newGuest()), { name: "Kim Novak", password })).toMatchObject({ teamId: ours.teamId });
  });
});

describe("someone with an account whose name looks like a teammate's", () => {
  test("joins under one that tells them apart, and may choose another", async () => {
    const twin = await createPerson("Аvery Admin");
    const token = await invite(twin.email);
    expect(await findNameToJoin(token, twin)).toEqual({ name: "Аvery Admin (2)", isOther: true });
    await expect(acceptInvitation(token, twin, "Avery  admin")).rejects.toMatchObject({ fieldErrors: { name: expect.any(String) } });
    expect(await findInvitation(token)).toMatchObject({ state: "open" });
    await acceptInvitation(token, twin);
    expect(await namesNow()).toContain("Аvery Admin (2)");
    await rename(twin, "Avery from the court");
    expect(await namesNow()).toContain("Avery from the court");
  });

  test("many who are truly named alike all get in, each with a name of their own", async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => createPerson("Kim Lee")));
    const tokens: string[] = [];
    for (const { email } of people) tokens.push(await invite(email));
    await Promise.all(people.map((person, at) => acceptInvitation(tokens[at] ?? "", person)));
    const names = await namesNow();
    expect(names.filter((name) => name.startsWith("Kim Lee"))).toHaveLength(4);
    for (const name of names) expect(names.filter((other) => lookAlike(name, other)), name).toEqual([name]);
  });

  test("whose account's name is a role's does not join under it", async () => {
    const person = await createPerson("Agency admin");
    await acceptInvitation(await invite(person.email), person);
    expect(await namesNow()).not.toContain("Agency admin");
  });

  test("keeps the name they have in the agency when they join a second team", async () => {
    const member = await addToTeam(ours, "member");
    await rename(member, "Robin of records");
    const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
    await acceptInvitation(await invite(member.email, teamId), member);
    expect(await namesNow()).toContain("Robin of records");
  });
});

describe("changing one's name", () => {
  test("to one that looks like somebody else's is refused on its field; one's own may be written otherwise", async () => {
    const member = await addToTeam(ours, "member");
    await expect(rename(member, "Avеry Admin")).rejects.toMatchObject({ fieldErrors: { displayName: expect.stringMatching(/tells you apart/) } });
    await rename(member, "ROBIN MEMBER");
    expect(await namesNow()).toContain("ROBIN MEMBER");
  });

  test("two people who take the same name at once do not both get it", async () => {
    const [one, other] = [await addToTeam(ours, "member"), await addToTeam(ours, "viewer")];
    for (const name of ["Kim Lee", "Sam Fox", "Lou Reyes"]) {
      const results = await Promise.allSettled([rename(one, name), rename(other, name.toUpperCase())]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });

  test("people who had the same name before there was a rule can still change other things, and their name", async () => {
    const [one, other] = [await addToTeam(ours, "member"), await addToTeam(ours, "viewer")];
    const { agencyId, admin } = ours;
    await withAgency({ agencyId, userId: admin.userId }, (tx) =>
      tx.membership.updateMany({ where: { agencyId, userId: { in: [one.userId, other.userId] } }, data: { displayName: "Kim Lee" } }),
    );
    await rename(one, "Kim Lee of records");
    await rename(other, "Kim Lee");
    expect(await namesNow()).toEqual(expect.arrayContaining(["Kim Lee", "Kim Lee of records"]));
  });
});
