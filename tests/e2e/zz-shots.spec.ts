import { createMember } from "@/tests/support/e2e-database";
import { saveAnswers } from "@/tests/support/e2e-answers";
import { test } from "./support/test";
import { toolPath } from "./support/tool-page";
for (const width of [390, 1280]) for (const colorScheme of ["light", "dark"] as const)
  test(`shot ${width} ${colorScheme}`, async ({ app, team, lead, openBrowser }) => {
    const admin = await createMember(app, team, "admin");
    await saveAnswers({ appUrl: app.url, person: lead, teamId: team.teamId, toolNumber: 8 }, { "t8-s1-1": "We meet on Mondays." }).catch((e) => console.log(String(e)));
    const page = await (await openBrowser(admin, { viewport: { width, height: 900 }, colorScheme })).newPage();
    await page.goto(`${toolPath(team, 8)}/history`);
    await page.getByRole("button", { name: "Make room" }).click();
    await page.screenshot({ path: `/tmp/room-${width}-${colorScheme}-ask.png` });
    await page.getByRole("button", { name: "Make room now" }).click();
    await page.getByText(/Room was made/).waitFor();
    await page.screenshot({ path: `/tmp/room-${width}-${colorScheme}.png`, fullPage: true });
  });
