import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { readSeatKey } from "@/lib/platform/auth/seat-cookie";
import { findCookie, readSessionId, sessionCookieName } from "@/lib/platform/auth/session-cookie";
import { env } from "@/lib/platform/env";
import { addressOf } from "@/lib/platform/http/client-address";
import { DATA_HEADERS } from "@/lib/platform/http/data-headers";
import { networkOf } from "@/lib/platform/http/network.mjs";
import { Refusals } from "@/lib/platform/http/refusals";
import { ToldToWait } from "@/lib/platform/http/told-to-wait";
import { type Rate, RATES } from "@/lib/platform/rates/rates";
import { FULL, takeRate, type TooMany } from "@/lib/platform/rates/take-rate";
import { FairQueue, type Limits } from "@/lib/platform/turns/fair-queue";
import { comesAgainAfter, waitPage } from "./wait-page";

/** Lets a request through to `answer` when its turn comes, or answers that there were too many. */
export type Gate = (request: IncomingMessage, response: ServerResponse, answer: () => void) => void;

/**
 * At once as many as keep both processors and the database busy. Of one session few: a page takes this process some 30 ms,
 * and whoever asks for something small meanwhile waits for all that are under way. Somebody who sends a thousand requests
 * has them wait here, or refused, where they cost nearly nothing.
 */
const LIMITS = {
  atOnce: 24,
  atOnceOfGroup: 18,
  atOnceOfMember: 2,
  // No page asks for as many at once; a script that does is served when others leave time.
  crowd: { waiting: 20, atOnce: 1, afterOthers: 20 },
  waiting: 4_000,
  waitingOfGroup: 1_500,
  waitingOfMember: 100,
} satisfies Limits;
/** Files of the build take a moment each, and a page asks for dozens, which makes nobody a crowd. */
const LIMITS_OF_FIXED: Limits = { atOnce: 24, atOnceOfGroup: 18, atOnceOfMember: 6, waiting: 4_000, waitingOfGroup: 1_500, waitingOfMember: 100 };
/**
 * Saves and where people are take a moment each, too. They have a line of their own: a save does not wait for its writer's
 * pages and downloads. A page sends one at a time; of whoever sends very many at once a few wait, with what others leave.
 */
const LIMITS_OF_SMALL: Limits = { ...LIMITS_OF_FIXED, crowd: LIMITS.crowd };
/**
 * A request under way for so long, while this process has time, waits for something itself: a download's line, a stream's
 * news, a slow network. It gives up its place, and keeps nobody else's.
 */
const PLACE_KEPT_MS = 300;
const LOOK_EVERY_MS = 50;
/** Also when the process never has time. */
const PLACE_KEPT_AT_MOST_MS = 5_000;
/** Above this share of its time the process is the one that others wait for. */
const BUSY = 0.7;

const UNTRUSTED_PROXY =
  "Requests name an address in X-Forwarded-For, which is not believed. If a proxy is in front of the app, set TRUSTED_PROXIES: until then everybody behind it counts as one address.";

/** Load balancers ask this, also in an attack. */
const HEALTH = "/api/health";
/** Have a rate of their own. */
const SAVES = /^\/api\/teams\/[^/?]+\/tools\/[^/?]+\/updates$/;
const FIXED = "/_next/static/";
/** Answered without Next. */
const SMALL = /^\/api\/teams\/[^/?]+\/tools\/[^/?]+\/(?:updates|presence)$/;

const holder = globalThis as typeof globalThis & { workbookGate?: Gate };

/**
 * Offers the server (scripts/lib/app-server.mjs) a gate in front of everything: each address has its turn, and in it each
 * session, before anything is asked of the database or of Next.
 */
export function offerGate(): void {
  holder.workbookGate = createGate();
}

export function createGate(limits: Limits = LIMITS, rate: Rate = RATES.request): Gate {
  const inside: Inside = {
    queue: new FairQueue(limits),
    queueOfSmall: new FairQueue(LIMITS_OF_SMALL),
    queueOfFixed: new FairQueue(LIMITS_OF_FIXED),
    rate,
    refusals: new Refusals(),
    told: new ToldToWait(),
    isBusy: watchLoop(),
  };
  let isWarned = false;
  return (request, response, answer) => {
    // Asked here, because Next adds the header by itself.
    if (!isWarned && env().TRUSTED_PROXIES === 0 && request.headers["x-forwarded-for"]) {
      isWarned = true;
      console.warn(UNTRUSTED_PROXY);
    }
    if (request.url?.split("?")[0] === HEALTH) answer();
    else admit(inside, request, response, answer).catch((error: unknown) => fail(request, response, error));
  };
}

interface Inside {
  readonly queue: FairQueue;
  readonly queueOfSmall: FairQueue;
  readonly queueOfFixed: FairQueue;
  readonly rate: Rate;
  readonly refusals: Refusals;
  readonly told: ToldToWait;
  readonly isBusy: () => boolean;
}

/** Whether the process was busy in the last moments. */
function watchLoop(): () => boolean {
  let before = performance.eventLoopUtilization();
  let utilization = 0;
  setInterval(() => {
    const now = performance.eventLoopUtilization();
    ({ utilization } = performance.eventLoopUtilization(now, before));
    before = now;
  }, PLACE_KEPT_MS / 2).unref();
  return () => utilization > BUSY;
}

async function admit(inside: Inside, request: IncomingMessage, response: ServerResponse, answer: () => void): Promise<void> {
  const { rate, told, isBusy } = inside;
  const headers = { get: (name: string) => request.headers[name]?.toString() ?? null };
  const address = addressOf(headers);
  const network = address === null ? "" : networkOf(address);
  // Only a session's cookie that we made: made-up ones would each have a turn of their own.
  const cookies = headers.get("cookie");
  // So has a phone with a seat in a meeting: a room full of them comes from one address.
  const sid = (await readSessionId(findCookie(cookies, sessionCookieName()))) ?? readSeatKey(cookies, null);
  const { method, url = "" } = request;
  const isFixed = url.startsWith(FIXED);
  const isSmall = method === "POST" && SMALL.test(url);
  const refuseSoon = (tooMany: TooMany) => inside.refusals.add(sid ?? network, () => refuse(request, response, tooMany));
  const isCounted = !isFixed && !(method === "POST" && SAVES.test(url));
  const tooMany = isCounted ? await takeRate(rate, { person: sid ?? network, agencyId: null }) : null;
  if (tooMany) return refuseSoon(tooMany);
  const what = `${sid ?? network} ${method} ${url.split("?")[0]}`;
  if (told.msLeft(what, Date.now()) > 0) return refuseSoon(FULL);
  const queue = isFixed ? inside.queueOfFixed : isSmall ? inside.queueOfSmall : inside.queue;
  const turn = { group: network, member: sid ?? "" };
  let leave: () => void;
  try {
    leave = queue.tryEnter(turn) ?? (await queue.enter(turn));
  } catch {
    return refuseSoon(FULL);
  }
  // Whoever hung up meanwhile wants no answer any more.
  if (response.destroyed) return leave();
  const since = performance.now();
  const timer = setInterval(() => {
    const keptMs = performance.now() - since;
    const isWaiting = keptMs >= PLACE_KEPT_MS && (!isBusy() || keptMs >= PLACE_KEPT_AT_MOST_MS);
    if (!isWaiting && !isStream(response)) return;
    clearInterval(timer);
    leave();
  }, LOOK_EVERY_MS);
  response.once("close", () => {
    clearInterval(timer);
    leave();
  });
  response.once("finish", () => {
    if (response.statusCode === 429) told.note(what, Number(response.getHeader("retry-after") ?? 0) * 1_000, Date.now());
  });
  answer();
}

/** News come when there are any: it takes no time in between. */
function isStream(response: ServerResponse): boolean {
  return response.headersSent && String(response.getHeader("content-type")).startsWith("text/event-stream");
}

/** A page that comes again by itself for who looks at one, data for who asked with a script of ours. */
function refuse(request: IncomingMessage, response: ServerResponse, { message, retryAfterSeconds }: TooMany): void {
  const isPage = request.headers.accept?.includes("text/html") ?? false;
  for (const { key, value } of DATA_HEADERS) response.setHeader(key, value);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", isPage ? "text/html; charset=utf-8" : "application/json");
  response.setHeader("Retry-After", String(retryAfterSeconds));
  const againAfter = comesAgainAfter(request.method, retryAfterSeconds);
  if (isPage && againAfter !== null) response.setHeader("Refresh", String(againAfter));
  response.statusCode = 429;
  const words = Buffer.from(isPage ? waitPage(message, againAfter) : JSON.stringify({ error: "too-many", message }));
  response.setHeader("Content-Length", words.byteLength);
  response.end(words);
}

function fail({ method, url }: IncomingMessage, response: ServerResponse, error: unknown): void {
  console.error(`${method} ${url} failed:`, error);
  response.destroy();
}
