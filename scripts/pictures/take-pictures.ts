import { type Browser, chromium, type Page } from "@playwright/test";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type { Pool } from "pg";
import { MAIN_TOOLKIT } from "@/content/toolkits";
import { ADDRESSES, buildStage, type PageAddress, pathOf, type Stage } from "@/tests/e2e/support/pages";
import { CHECKOUT, startApp } from "@/tests/support/e2e-app";
import { openDatabase } from "@/tests/support/e2e-database";
import { requireBrowser } from "../lib/browser.mjs";
import { openSample, type Sample } from "@/tests/support/open-sample";

// npm run pictures [-- WORD … WIDTH … LOOK …]: every page, or those whose address holds one of the words, at three widths (390,
// 1280, 1920), light, dark and in forced colours, into test-results/pictures. To be looked at, one by one.

const FOLDER = path.join(CHECKOUT, "test-results/pictures");
const WIDTHS = [390, 1280, 1920] as const;
const LOOKS = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
} as const;
/** Longer ones lose nothing that the eye could judge at this size. */
const TALLEST = 16_000;
/** So many are taken beside each other: one draws while the other is written to disk. */
const AT_ONCE = 2;
const READY_MS = 20_000;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly isSigned: boolean;
}

const asked = process.argv.slice(2);
const widths = WIDTHS.filter((width) => asked.includes(String(width)));
const looks = Object.entries(LOOKS).filter(([look]) => asked.includes(look));
const words = asked.filter((word) => !WIDTHS.map(String).includes(word) && !(word in LOOKS));

const MAIN_SLUGS = new Set(MAIN_TOOLKIT.tools.map(({ slug }) => slug));

/** Whether a page of a team is there only where something was added to the first toolkit. */
function isOfSupplement({ pattern, parameters: { check, toolkit, number } }: PageAddress): boolean {
  if (!pattern.startsWith("/teams/")) return false;
  return check !== undefined || toolkit !== undefined || (number !== undefined && !MAIN_SLUGS.has(String(number)));
}

const nameOf = ({ name }: PageAddress) => name.replace(/^\/$/, "start").replace(/[[\]]/g, "").replace(/^\//, "").replaceAll("/", "_");

/** The meeting, the rounds and the form of the sample's team, which its pages are about. */
async function findSampleStage(database: Pool, { teamId }: Sample["ids"]): Promise<Pick<Stage, "meetingId" | "rounds" | "forms">> {
  const idOf = async (sql: string) => String((await database.query<{ id: string }>(sql, [teamId])).rows[0]?.id);
  return {
    meetingId: await idOf("select id from meeting where team_id = $1 order by held_on limit 1"),
    rounds: {
      revealed: await idOf("select id from rating_round where team_id = $1 and sitting_id is null and revealed_at is not null order by number limit 1"),
      open: await idOf("select id from rating_round where team_id = $1 and sitting_id is null and revealed_at is null order by number limit 1"),
      link: "",
    },
    // The sample has no draft.
    forms: { open: await idOf("select id from feedback_form where team_id = $1"), draft: await idOf("select id from feedback_form where team_id = $1") },
  };
}

/** Pages of teams are of the sample agency, whose tools hold answers as real ones do. */
function listPictures(stage: Stage, { ids: { supplementTeamId, ...ids } }: Sample, own: Pick<Stage, "meetingId" | "rounds" | "forms">): readonly Picture[] {
  const sample: Stage = { ...stage, ...own, team: { ...stage.team, ...ids } };
  const supplement: Stage = { ...sample, team: { ...sample.team, teamId: supplementTeamId } };
  const all = ADDRESSES.map((address) => {
    const isSigned = address.entry.as !== "nobody";
    const place = isOfSupplement(address) ? supplement : isSigned ? sample : stage;
    return { name: nameOf(address), path: pathOf(address, place), isSigned };
  });
  const more = ["", "/tools", "/readiness"].map((page) => ({ name: `teams_teamId${page.replace("/", "_")}_with-supplement`, path: `/teams/${supplementTeamId}${page}`, isSigned: true }));
  return [...all, ...more].filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
}

/** @throws when it is not the page that was asked for. */
async function open(page: Page, { path: address }: Picture): Promise<void> {
  const status = (await page.goto(address, { waitUntil: "load" }))?.status();
  if (status !== 200) throw new Error(`answered ${status}`);
  await page.evaluate(() => document.fonts.ready);
  // Buttons that need scripts can be pressed once these are there, and a long tool is theirs.
  await page.waitForFunction(
    () => ![...document.querySelectorAll("main :is(button:disabled, [aria-busy='true'], .tool-steps:not([data-alive]))")].some((element) => element.checkVisibility()),
    undefined,
    { timeout: READY_MS },
  );
  const title = await page.getByRole("heading", { level: 1 }).first().innerText();
  if (/did not load|page not found/i.test(title)) throw new Error(`shows “${title}”`);
}

async function takeAll(page: Page, name: string): Promise<void> {
  for (const width of widths.length > 0 ? widths : WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    for (const [look, media] of looks.length > 0 ? looks : Object.entries(LOOKS)) {
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

/** One after another, with a page each for whoever is signed in and for a stranger. @returns what went wrong. */
async function takeFrom(queue: Picture[], browser: Browser, url: string, sample: Sample): Promise<string[]> {
  const signed = await sample.page.context().newPage();
  const stranger = await (await browser.newContext({ baseURL: url })).newPage();
  const failures: string[] = [];
  for (let picture = queue.shift(); picture; picture = queue.shift()) {
    const page = picture.isSigned ? signed : stranger;
    try {
      await open(page, picture);
      await takeAll(page, picture.name);
      console.log(picture.name);
    } catch (error) {
      failures.push(`${picture.name} (${picture.path}): ${error instanceof Error ? error.message : String(error)}`);
      console.error(failures.at(-1));
    }
  }
  return failures;
}

const executablePath = await requireBrowser(CHECKOUT);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const app = await startApp({ name: "pictures" });
const database = openDatabase(app.databaseUrl);
const browser = await chromium.launch({ args: ["--no-sandbox"], executablePath });
try {
  const stage = await buildStage({ url: app.url, database, secret: app.secret });
  const sample = await openSample(browser, app);
  const queue = [...listPictures(stage, sample, await findSampleStage(database, sample.ids))];
  const failures = (await Promise.all(Array.from({ length: AT_ONCE }, () => takeFrom(queue, browser, app.url, sample)))).flat();
  if (failures.length > 0) {
    console.error(`\n${failures.length} pages could not be taken:\n${failures.join("\n")}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await database.end();
  await app.stop();
}
console.log(`\nPictures are in ${path.relative(CHECKOUT, FOLDER)}.`);
