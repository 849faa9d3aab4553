import { chromium } from "@playwright/test";
const base = process.env.BASE!;
const browser = await chromium.launch({ args: ["--no-sandbox"], executablePath: process.env.CHROMIUM_PATH! });
const context = await browser.newContext({ baseURL: base });
const page = await context.newPage();
page.on("console", (m) => m.type() === "error" && console.log("console", m.text().slice(0, 300)));
page.on("pageerror", (e) => console.log("pageerror", e.message.slice(0, 300)));
await page.goto("/sign-in");
await page.getByRole("button", { name: "Open the sample agency" }).click();
await page.waitForURL(/\/(agencies|teams)/);
await page.goto("/agencies");
const href = await page.locator('main a[href^="/teams/"]').first().getAttribute("href");
const team = href!.split("?")[0]!;
console.log(team);
const shots: [string, string, number, number, boolean][] = [
  ["tool9-first-1280", `${team}/tools/9`, 1280, 800, false],
  ["tool9-1280", `${team}/tools/9`, 1280, 800, false],
  ["tool9-390", `${team}/tools/9`, 390, 844, false],
  ["tool9-390-full", `${team}/tools/9`, 390, 844, true],
  ["tool8-390", `${team}/tools/8`, 390, 844, false],
  ["tool8-1280", `${team}/tools/8`, 1280, 800, true],
  ["tool3-1280", `${team}/tools/3`, 1280, 800, false],
  ["tool12-1280", `${team}/tools/12`, 1280, 800, false],
  ["tool1-390", `${team}/tools/1`, 390, 844, false],
  ["readiness-1280", `${team}/readiness`, 1280, 800, true],
  ["readiness-390", `${team}/readiness`, 390, 844, true],
  ["brief-1280", `${team}/readiness/brief`, 1280, 800, true],
  ["home-1280", `${team}`, 1280, 800, true],
];
for (const [name, path, width, height, fullPage] of shots) {
  await page.setViewportSize({ width, height });
  try {
    if (!name.includes("first")) await page.goto(path);
    await page.goto(path, { waitUntil: "networkidle" });
    await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage });
    const m = await page.evaluate(() => {
      const items = [...document.querySelectorAll("main .item, main .grid-table td")].filter((e) => (e as HTMLElement).checkVisibility());
      return { first: items[0] ? Math.round(items[0].getBoundingClientRect().top + scrollY) : null, height: document.documentElement.scrollHeight, bar: document.querySelector(".tool-bar")?.getBoundingClientRect().height };
    });
    console.log(name, JSON.stringify(m));
  } catch (e) { console.log(name, String(e).slice(0, 200)); }
}
await page.emulateMedia({ colorScheme: "dark" });
await page.setViewportSize({ width: 1280, height: 800 });
await page.goto(`${team}/tools/9`, { waitUntil: "networkidle" });
await page.locator('[data-item-panel="t9-i1-1"]').click();
await page.screenshot({ path: `/tmp/shots/tool9-menu-dark.png` });
await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
await page.goto(`${team}/readiness`);
await page.screenshot({ path: `/tmp/shots/readiness-forced.png` });
await browser.close();
