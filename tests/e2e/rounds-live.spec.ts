import { createMember, createRounds } from "@/tests/support/e2e-database";
import { expectAccessible } from "./support/axe";
import { expect, test } from "./support/test";

const PHONE = { width: 390, height: 844 };
const FIRST = "t9-i1-1";

test("a round's page, its list and who rates in it stand as the round stands, and nothing typed is lost", async ({ app, leadPage: page, openBrowser, team, lead, problems }) => {
  test.slow();
  problems.expect(/\(csp\)/);
  const rounds = await createRounds(app, team, lead);
  const round = `/teams/${team.teamId}/rounds/${rounds.open}`;
  const member = await createMember(app, team, "member");
  await app.database.query("insert into round_rater (agency_id, team_id, round_id, id, user_id) values ($1, $2, $3, gen_random_uuid(), $4)", [team.agencyId, team.teamId, rounds.open, member.userId]);
  await page.goto(round);
  await expect(page.getByRole("heading", { name: "0 of 2 have finished" })).toBeVisible();
  await page.getByText("Personal link for Recovery house").click();
  await page.getByLabel("Link for Recovery house").focus();

  // Somebody without an account, and a member who looks on the list.
  const guest = await (await openBrowser(null, { viewport: PHONE, reducedMotion: "reduce" })).newPage();
  await guest.goto(`/rate/${rounds.link}`);
  await guest.getByRole("button", { name: /^Start, about/ }).click();
  const own = guest.url();
  await guest.goto(`${own}?item=${FIRST}`);
  await guest.getByRole("radio", { name: /^1 ?Strongly Disagree$/ }).check();
  await expect(guest.getByText("Saved. You can change it until the reveal.")).toBeVisible();
  const other = await (await openBrowser(member, { viewport: PHONE, reducedMotion: "reduce" })).newPage();
  await other.goto(`/teams/${team.teamId}/rounds`);
  await expect(other.getByText("0 of 2 have finished")).toBeVisible();
  const rater = await (await openBrowser(member, { viewport: PHONE, reducedMotion: "reduce" })).newPage();
  await rater.goto(`${round}/rate?item=${FIRST}`);
  await rater.getByRole("radio", { name: /^2 ?Disagree$/ }).check();
  await expect(rater.getByText("Saved. You can change it until the reveal.")).toBeVisible();

  // One finishes: the lead's page and the list say so by themselves. The link that was taken meanwhile is shown no more.
  const looker = await (await openBrowser(member)).newPage();
  await looker.goto(round);
  await looker.getByRole("button", { name: "I have finished" }).click();
  await expect(page.getByRole("heading", { name: "1 of 2 have finished" })).toBeVisible();
  await expect(other.getByText("1 of 2 have finished")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "1 of 2 have finished." })).toHaveCount(1);
  await expect(page.getByText("Personal link for Recovery house")).toHaveCount(0);

  // The reveal reaches who rates, while they type; what they type stays, the focus too.
  await rater.getByLabel(/^Note for yourself/).fill("Typed before the reveal,");
  await rater.getByLabel(/^Note for yourself/).press("End");
  await guest.getByLabel(/^Note for yourself/).fill("A guest's words");
  await page.getByRole("button", { name: "Reveal", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Reveal without/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Round 3: where we see it differently" })).toBeVisible();
  for (const phone of [rater, guest]) {
    await expect(phone.getByText("The round was revealed while you were here")).toBeVisible();
    await expect(phone.getByText(/The round was revealed, so it stands\./)).toBeVisible();
  }
  await expect(rater.getByLabel(/^Note for yourself/)).toBeFocused();
  await rater.keyboard.type(" and after it.");
  await expect(rater.getByLabel(/^Note for yourself/)).toHaveValue("Typed before the reveal, and after it.");
  await expect(guest.getByLabel(/^Note for yourself/)).toHaveValue("A guest's words");
  await expectAccessible(rater);
  await expect(looker.getByRole("heading", { level: 1, name: "Round 3: where we see it differently" })).toBeVisible();
  await expect(looker.locator(".live-line").getByText("The round was revealed.")).toBeVisible();
  await expectAccessible(looker);
  await expect(other.getByText("Revealed").first()).toBeVisible();

  // Two type a decision on one item: the later one sees the earlier, keeps their words, and says which stays.
  await page.goto(`${round}?item=${FIRST}`);
  await looker.goto(`${round}?item=${FIRST}`);
  await looker.getByLabel("Why?").fill("Mine, half typed");
  await page.getByRole("radio", { name: /^3 ?Neutral$/ }).check();
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expect(looker.getByText("Somebody recorded a decision while you were typing")).toBeVisible();
  await expect(looker.getByLabel("Why?")).toHaveValue("Mine, half typed");
  await expectAccessible(looker);
  await looker.getByRole("button", { name: "Keep theirs, drop what I typed" }).click();
  await expect(looker.getByLabel("Why?")).toHaveCount(0);

  // The close reaches who still has the rating page open.
  await page.getByRole("button", { name: "Close the round" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the round" }).click();
  for (const phone of [rater, guest]) {
    await expect(phone.getByText("The round was closed while you were here")).toBeVisible();
    await expect(phone.getByRole("radio")).toHaveCount(0);
  }
  await expect(rater.getByLabel(/^Note for yourself/)).toHaveValue("Typed before the reveal, and after it.");
  await expectAccessible(rater);
  await guest.getByRole("link", { name: "See how the round stands" }).click();
  await expect(guest.getByRole("heading", { name: "This round is closed" })).toBeVisible();
});
