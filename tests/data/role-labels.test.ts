import { beforeEach, expect, test } from "vitest";
import { listRoleLabels, LEFT_TEAM } from "@/lib/data/role-labels";
import { createThread } from "@/lib/data/comments";
import { removeTeamMember } from "@/lib/data/members";
import { updateDisplayName, removeAgencyMember } from "@/lib/data/agency-members";
import { createTeam } from "@/lib/data/teams";
import { acceptInvitation } from "@/lib/data/invitation-acceptance";
import { createTeamInvitation } from "@/lib/data/invitations";
import { withAgency } from "@/lib/db/with-agency";
import { toolItems } from "@/lib/tools/items";
import { getTool, refTo } from "@/tests/support/tools";
import { addToTeam, agencyContext, type AgencyFixture, createAgencyFixture, teamContext } from "../support/people";

const TOOL = 8;
const itemId = toolItems(getTool(TOOL))[0]?.id ?? "";
let ours: AgencyFixture;

beforeEach(async () => {
  ours = await createAgencyFixture();
});

const labels = async () => Object.fromEntries(await listRoleLabels(await teamContext(ours.admin, ours.teamId)));

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
  expect(await labels()).toEqual({ "Avery Admin": "Agency admin", "Robin member": LEFT_TEAM });
  const partner = await addToTeam(ours, "partner", [1]);
  expect([...(await listRoleLabels(await teamContext(partner, ours.teamId))).keys()]).not.toContain("Robin member");
  await removeAgencyMember(await agencyContext(ours.admin, ours.agencyId), leaver.userId);
  expect(Object.keys(await labels())).not.toContain("Robin member");
});

test("a name that two people with different roles have had since before is said to be two people's", async () => {
  const [one, other] = [await addToTeam(ours, "lead"), await addToTeam(ours, "viewer")];
  const { agencyId, admin } = ours;
  await withAgency({ agencyId, userId: admin.userId }, (tx) =>
    tx.membership.updateMany({ where: { agencyId, userId: { in: [one.userId, other.userId] } }, data: { displayName: "Kim Lee" } }),
  );
  expect(await labels()).toMatchObject({ "Kim Lee": "Two people go by this name" });
});
