import { chromium, type Page } from "@playwright/test";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { CHECKOUT, startApp } from "@/tests/support/e2e-app";
import { openDatabase } from "@/tests/support/e2e-database";
import { ADDRESSES, buildStage, type PageAddress, pathOf } from "@/tests/e2e/support/pages";
import { requireBrowser } from "../lib/browser.mjs";
import { openSample } from "./open-sample";

// npm run pictures [-- WORD …]: every page, or those whose address holds one of the words, at three widths, light, dark and in
// forced colours, into test-results/pictures. To be looked at, one by one.

const FOLDER = path.join(CHECKOUT, "test-results/pictures");
const WIDTHS = [390, 1280, 1920] as const;
const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
} as const;
/** Longer ones lose nothing that the eye could judge at this size. */
const TALLEST = 16_000;

async function takeAll(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const [look, media] of Object.entries(LOOKS)) {
      await page.emulateMedia({ ...media, reducedMotion: "reduce" });
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.screenshot({
        path: path.join(FOLDER, `${name}-${width}-${look}.png`),
        ...(height > TALLEST ? { clip: { x: 0, y: 0, width, height: TALLEST } } : {}),
        fullPage: true,
      });
    }
  }
}

const nameOf = ({ name }: PageAddress) => name.replace(/^\/$/, "start").replace(/[[\]]/g, "").replace(/^\//, "").replaceAll("/", "_");

const words = process.argv.slice(2);
const wanted = ADDRESSES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const executablePath = await requireBrowser(CHECKOUT);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const app = await startApp({ name: "pictures" });
const database = openDatabase(app.databaseUrl);
const browser = await chromium.launch({ args: ["--no-sandbox"], executablePath });
try {
  const stage = await buildStage({ url: app.url, database, secret: app.secret });
  const sample = await openSample(browser, app);
  const stranger = await (await browser.newContext({ baseURL: app.url })).newPage();
  for (const address of wanted) {
    const isSigned = address.entry.as !== "nobody";
    const page = isSigned ? sample.page : stranger;
    await page.goto(pathOf(address, isSigned ? { ...stage, team: { ...stage.team, ...sample.ids } } : stage), { waitUntil: "networkidle" });
    await takeAll(page, nameOf(address));
    console.log(nameOf(address));
  }
  await sample.close();
} finally {
  await browser.close();
  await database.end();
  await app.stop();
}
console.log(`\nPictures are in ${path.relative(CHECKOUT, FOLDER)}.`);
