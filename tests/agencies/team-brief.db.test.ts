import { afterAll, beforeEach, expect, test } from "vitest";
import { getBriefWords, markBriefWords, saveBriefWords } from "@/lib/agencies/team-brief";
import { type BriefWords, NO_BRIEF_WORDS } from "@/lib/domain/readiness/brief";
import type { TeamContext } from "@/lib/platform/auth/context";
import { closeConnections } from "@/lib/platform/db/client";
import { addToTeam, createAgencyFixture, teamContext } from "../support/people";

let admin: TeamContext;
let lead: TeamContext;
beforeEach(async () => {
  const fixture = await createAgencyFixture();
  admin = await teamContext(fixture.admin, fixture.teamId, "team:update");
  lead = await teamContext(await addToTeam(fixture, "lead"), fixture.teamId, "team:update");
});
afterAll(closeConnections);

const NOTHING = markBriefWords(null);
const asks = (words: string): BriefWords => ({ ...NO_BRIEF_WORDS, priorities: [{ itemId: "t9-i1-1", why: "It is first." }], asks: words });

test("what somebody saved meanwhile is not overwritten by a page that was opened before, and its writer is told", async () => {
  const { mark } = await saveBriefWords(lead, asks("Come at night too."), NOTHING);
  await expect(saveBriefWords(admin, asks("Bring water."), NOTHING)).rejects.toThrow("Someone saved this brief since");
  expect(await getBriefWords(admin)).toEqual(asks("Come at night too."));
  await saveBriefWords(admin, asks("Come at night too. Bring water."), mark);
  expect(await getBriefWords(lead)).toEqual(asks("Come at night too. Bring water."));
});

test("the same words sent again because the answer was lost are saved, and marked alike", async () => {
  const first = await saveBriefWords(lead, asks("Come at night too."), NOTHING);
  expect(await saveBriefWords(lead, asks("Come at night too."), NOTHING)).toEqual(first);
  expect(markBriefWords(await getBriefWords(lead))).toBe(first.mark);
});

test("of two who save at once one does, and the other is told", async () => {
  const saved = await Promise.allSettled([saveBriefWords(lead, asks("One."), NOTHING), saveBriefWords(admin, asks("Two."), NOTHING)]);
  expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
