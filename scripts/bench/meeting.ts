import { once } from "node:events";
import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import type { SittingState } from "@/lib/domain/sittings/sitting-state";
import { PROTOCOL_PARAMETER, PROTOCOL_VERSION } from "@/lib/sync/protocol";
import { createMeeting, createMember, createTestTeam } from "@/tests/support/e2e-database";
import { findChromium } from "../lib/browser.mjs";
import { type Bench, cookieHeader } from "./bench-team";
import { buildWriter, postOnce, SAVE_TARGET_MS } from "./saves";
import { percentile, row, type Row } from "./table";

const PHONES = 200;
const VOTES = 3;
/** A room reads a statement and makes up its mind within so many milliseconds. */
const DECIDES_WITHIN_MS = 10_000;
const COUNTED_TARGET_MS = 200;
const REVEAL_TARGET_MS = 500;
const DEADLINE_MS = 30_000;

/** How a sitting stood, and when that was heard. */
interface Heard {
  readonly at: number;
  readonly state: SittingState;
}

interface Follower {
  readonly request: http.ClientRequest;
  readonly heard: Heard[];
}

/** 200 phones in one meeting: how soon a vote is counted on the screen and a reveal is on every phone, and what another team's saves notice. */
export async function measureMeeting(bench: Bench): Promise<Row[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath ? { executablePath } : {}) });
  try {
    const { app, access } = bench;
    const team = await createTestTeam(access, "Meeting");
    const lead = await createMember(access, team, "lead");
    const meeting = `/teams/${team.teamId}/meetings/${await createMeeting(access, team, lead)}`;
    const context = await browser.newContext({ baseURL: app.url, viewport: { width: 1920, height: 1080 } });
    await context.addCookies([{ ...lead.cookie, url: app.url, httpOnly: true, sameSite: "Lax" }]);
    const page = await context.newPage();
    const code = await begin(page, meeting);
    const phones: { cookie: string; follower: Follower }[] = [];
    for (let index = 0; index < PHONES; index += 1) {
      const cookie = await join(app.url, code, `Phone ${index + 1}`);
      phones.push({ cookie, follower: await follow(`${app.url}/api/meet/${code}`, cookie) });
    }
    const screen = await follow(`${app.url}/api${meeting}`, cookieHeader(lead));
    const elsewhere = await createTestTeam(access, "Elsewhere");
    const writer = buildWriter(app.url, await createMember(access, elsewhere, "member"), elsewhere.teamId, 9);
    const counted: number[] = [];
    const revealed: number[] = [];
    const saves: number[] = [];
    const rounds = new Set<string>();
    let isOver = false;
    const saving = (async () => {
      while (!isOver) {
        const { began, done } = await postOnce(writer, app.url);
        saves.push(done - began);
        await wait(50);
      }
    })();
    try {
      for (let vote = 0; vote < VOTES; vote += 1) {
        await isOffered(page, "Vote");
        await page.keyboard.press("v");
        // Another vote on the same statement is asked about first.
        if (vote > 0) {
          await isOffered(page, "Yes, vote again");
          await page.keyboard.press("v");
        }
        const roundId = await until(screen, ({ item }) => (item?.phase === "voting" && item.vote && !rounds.has(item.vote.roundId) ? item.vote.roundId : null));
        rounds.add(roundId);
        const sent = await Promise.all(phones.map(({ cookie }) => voteSoon(app.url, code, cookie, roundId)));
        await until(screen, ({ item }) => (item?.vote?.roundId === roundId && item.vote.voted === PHONES ? true : null));
        counted.push(...timesUntilCounted(screen, roundId, sent));
        await isOffered(page, "Reveal");
        const pressed = performance.now();
        await page.keyboard.press("r");
        for (const { follower } of phones) {
          const at = await until(follower, ({ item }, when) => (item?.vote?.roundId === roundId && item.vote.shown ? when : null));
          revealed.push(at - pressed);
        }
      }
    } finally {
      isOver = true;
      await saving;
      for (const { follower } of phones) follower.request.destroy();
      screen.request.destroy();
    }
    return [
      row(`${PHONES} phones in a meeting: a vote is counted on the screen, p50`, percentile(counted, 0.5), "ms"),
      row("  p95", percentile(counted, 0.95), "ms", { most: COUNTED_TARGET_MS }),
      row("  a reveal is on every phone, from the key pressed, p50", percentile(revealed, 0.5), "ms"),
      row("  p95", percentile(revealed, 0.95), "ms", { most: REVEAL_TARGET_MS }),
      row("  saves of another team meanwhile, p95", percentile(saves, 0.95), "ms", { most: SAVE_TARGET_MS }),
    ];
  } finally {
    await browser.close();
  }
}

/** Starts meeting mode with one statement on the screen. @returns the code */
async function begin(page: Page, meeting: string): Promise<string> {
  await page.goto(`${meeting}/mode`);
  await page.getByRole("button", { name: "Start meeting mode" }).click();
  await page.getByText("Nobody has joined yet.").waitFor();
  await page.goto(`${meeting}/mode?tool=9`);
  await page.getByRole("group", { name: /^Tool 9: / }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Put on the list" }).last().click();
  await page.getByRole("button", { name: /^Take off/ }).waitFor();
  await page.goto(`${meeting}/screen`);
  const code = ((await page.locator(".screen-code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "Vote", exact: true }).waitFor();
  return code;
}

/** A key does what the screen offers just now. */
const isOffered = (page: Page, label: string) => page.locator(".screen-key", { hasText: label }).first().waitFor();

async function post(url: string, { cookie = "", type, body }: { readonly cookie?: string; readonly type: string; readonly body: string }): Promise<http.IncomingMessage> {
  const request = http.request(url, { method: "POST", headers: { "Content-Type": type, "Content-Length": Buffer.byteLength(body), Origin: new URL(url).origin, ...(cookie ? { Cookie: cookie } : {}) } });
  request.end(body);
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  response.resume();
  await once(response, "end");
  return response;
}

/** As a browser does it without a script: the form goes once more with the cookie that it was asked to keep. */
async function join(origin: string, code: string, name: string): Promise<string> {
  const form = { type: "application/x-www-form-urlencoded", body: `name=${encodeURIComponent(name)}` };
  const cookieOf = ({ headers }: http.IncomingMessage) => headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const tried = await post(`${origin}/api/meet/${code}/join`, form);
  const response = await post(new URL(tried.headers.location ?? "", origin).href, { ...form, cookie: cookieOf(tried) });
  const cookie = cookieOf(response);
  if (tried.statusCode !== 307 || response.statusCode !== 303 || cookie === "") throw new Error(`Joining answered ${tried.statusCode}, then ${response.statusCode}`);
  return cookie;
}

/** @returns when the vote was sent */
async function voteSoon(origin: string, code: string, cookie: string, roundId: string): Promise<number> {
  await wait(Math.random() * DECIDES_WITHIN_MS);
  const sentAt = performance.now();
  const response = await post(`${origin}/api/meet/${code}/vote`, { cookie, type: "application/json", body: JSON.stringify({ round: roundId, value: String(1 + Math.floor(Math.random() * 5)) }) });
  if (response.statusCode !== 200) throw new Error(`A vote answered ${response.statusCode}`);
  return sentAt;
}

async function follow(topicUrl: string, cookie: string): Promise<Follower> {
  const request = http.get(`${topicUrl}/events?tab=bench&${PROTOCOL_PARAMETER}=${PROTOCOL_VERSION}`, { agent: false, headers: { Cookie: cookie } });
  request.on("error", () => undefined); // It is cut at the end.
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`A stream answered ${response.statusCode}`);
  const heard: Heard[] = [];
  let text = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    const at = performance.now();
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      const data = event.includes("event: state") ? /^data: (.*)$/m.exec(event)?.[1] : undefined;
      if (data) heard.push({ at, state: (JSON.parse(data) as { state: SittingState }).state });
    }
  });
  const follower = { request, heard };
  await until(follower, () => true);
  return follower;
}

/** The first of what was heard that says it. */
async function until<T>({ heard }: Follower, find: (state: SittingState, at: number) => T | null): Promise<T> {
  const deadline = performance.now() + DEADLINE_MS;
  for (;;) {
    for (const { state, at } of heard) {
      const found = find(state, at);
      if (found !== null) return found;
    }
    if (performance.now() > deadline) throw new Error("A screen was not told in time");
    await wait(5);
  }
}

/** From the sending of each vote to the first time that the screen counts as many. */
function timesUntilCounted({ heard }: Follower, roundId: string, sent: readonly number[]): number[] {
  const counts = heard.flatMap(({ at, state: { item } }) => (item?.vote?.roundId === roundId && !item.vote.shown ? [{ at, voted: item.vote.voted }] : []));
  return sent.toSorted((a, b) => a - b).map((at, index) => (counts.find(({ voted }) => voted > index)?.at ?? Number.POSITIVE_INFINITY) - at);
}
