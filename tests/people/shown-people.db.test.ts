import { beforeEach, expect, test } from "vitest";
import { LEFT_TEAM, listPeople, listPeopleByRole } from "@/lib/people/list-people";
import { listThreads } from "@/lib/comments/comment-threads";
import { createThread } from "@/lib/comments/change-comments";
import { personOf, showPerson } from "@/lib/domain/people/person";
import { removeTeamMember } from "@/lib/people/members";
import { removeAgencyMember } from "@/lib/people/agency-members";
import { updateDisplayName } from "@/lib/people/own-names";
import { createTeam } from "@/lib/agencies/teams";
import { acceptInvitation } from "@/lib/people/invitation-acceptance";
import { createTeamInvitation } from "@/lib/people/invitations";
import { withAgency } from "@/lib/platform/db/with-agency";
import { toolItems } from "@/lib/domain/tool/items";
import { getTool, refTo } from "@/tests/support/tools";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const TOOL = 8;
const itemId = toolItems(getTool(TOOL))[0]?.id ?? "";
let ours: AgencyFixture;

beforeEach(async () => {
  ours = await createAgencyFixture();
});

/** Roles by name, as the admin sees everyone in the team and whom the data names. */
async function labels(...data: unknown[]) {
  const people = await listPeople(await teamContext(ours.admin, ours.teamId), ...data);
  return Object.fromEntries([...people.values()].map(({ name, role }) => [name, role]));
}

test("everyone in the team has their role beside their name, an admin of the agency that of an admin", async () => {
  for (const role of ["lead", "member", "partner", "viewer"] as const) await addToTeam(ours, role);
  expect(await labels()).toEqual({
    "Avery Admin": "Agency admin",
    "Robin lead": "Team lead",
    "Robin member": "Team member",
    "Robin partner": "Community partner",
    "Robin viewer": "Viewer",
  });
});

test("who wrote here and has left the team is shown as that, and whoever never was in it is not named", async () => {
  const { teamId } = await createTeam(await agencyContext(ours.admin, ours.agencyId), "Second team");
  const leaver = await addToTeam(ours, "member");
  const context = await teamContext(ours.admin, teamId);
  await acceptInvitation((await createTeamInvitation(context, { email: leaver.email, role: "lead", toolKeys: [] })).token, leaver);
  const neighbour = await addToTeam({ ...ours, teamId }, "lead");
  await updateDisplayName(await agencyContext(neighbour, ours.agencyId), "A neighbour");
  await createThread(await teamContext(leaver, ours.teamId), { toolRef: refTo(TOOL), itemId, body: "Said before leaving." });
  await removeTeamMember(await teamContext(ours.admin, ours.teamId), leaver.userId);
  const admin = await teamContext(ours.admin, ours.teamId);
  const said = await listThreads(admin, [refTo(TOOL)]);
  expect(await labels(said)).toEqual({ "Avery Admin": "Agency admin", "Robin member": LEFT_TEAM });
  expect(Object.keys(await labels())).not.toContain("Robin member");
  await removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), leaver.userId);
  const people = await listPeople(admin, said);
  expect([...people.values()].map(({ name }) => name)).not.toContain("Robin member");
  expect(showPerson(people, personOf(leaver.userId))).toBe("A former member");
});

test("two people of one name, which they have had since before names were compared, each have their own role beside it", async () => {
  const [one, other] = [await addToTeam(ours, "lead"), await addToTeam(ours, "viewer")];
  const { agencyId, admin } = ours;
  await withAgency({ agencyId, userId: admin.userId }, (tx) =>
    tx.membership.updateMany({ where: { agencyId, userId: { in: [one.userId, other.userId] } }, data: { displayName: "Kim Lee" } }),
  );
  const context = await teamContext(admin, ours.teamId);
  const people = await listPeople(context);
  expect([people.get(one.userId), people.get(other.userId)]).toEqual([{ name: "Kim Lee", role: "Team lead" }, { name: "Kim Lee", role: "Viewer" }]);
  const byRole = await listPeopleByRole(context, [personOf(one.userId), personOf(other.userId)]);
  expect([byRole.get(one.userId), byRole.get(other.userId)]).toEqual([{ name: "Team lead", role: null }, { name: "Viewer", role: null }]);
});
