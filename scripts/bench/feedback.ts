import { once } from "node:events";
import http from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { createPublicForm } from "@/tests/support/e2e-feedback";
import type { Bench } from "./bench-team";
import { SAVE_TARGET_MS } from "./saves";
import { inviteWriters, writeWhile } from "./saves-meanwhile";
import { percentile, row, type Row } from "./table";

const ANSWERS = 1_000;
/** An hour's answers in two minutes and a half. */
const EVERY_MS = 150;
const QUIET_MS = 8_000;
/** Some milliseconds more than some ten, which nobody can tell. */
const MOST_BESIDE_ALONE = 1.5;
/** So many on one network, as each has a rate of its own. */
const PER_ADDRESS = 10;

/**
 * What other teams' saves notice of a public form that a town answers: a page opened and an answer sent, each from beginning to
 * end, from many addresses. Without the proof of work, which is the senders' and would take this machine's processor.
 */
export async function measureFeedback(bench: Bench): Promise<Row[]> {
  const { app, access, team, lead } = bench;
  const { formId, code } = await createPublicForm(access, team, lead, "quota = 20000, hourly = 20000");
  const writers = await inviteWriters(bench);
  // What runs for the first time is slower.
  await writeWhile(writers, bench, answerOne(app.url, code, 0));
  await writeWhile(writers, bench, wait(QUIET_MS));
  const before = await writeWhile(writers, bench, wait(QUIET_MS));
  const answered: number[] = [];
  const beside = await writeWhile(writers, bench, answerAll(app.url, code, answered));
  const after = await writeWhile(writers, bench, wait(QUIET_MS));
  const { rows } = await access.database.query<{ n: number }>("select count(*)::int as n from feedback_answer where form_id = $1", [formId]);
  if (rows[0]?.n !== ANSWERS + 1) throw new Error(`${rows[0]?.n} answers were kept of ${ANSWERS + 1}`);
  const [alone, meanwhile] = [percentile([...before, ...after], 0.95), percentile(beside, 0.95)];
  return [
    row(`${ANSWERS} answers to a public form, ${Math.round(60_000 / EVERY_MS)} a minute: opened and sent, p95`, percentile(answered, 0.95), "ms"),
    row("  saves of other teams without, p95", alone, "ms"),
    row("  meanwhile", meanwhile, "ms", { most: SAVE_TARGET_MS }),
    row("  beside without", meanwhile / alone, "×", { most: MOST_BESIDE_ALONE }),
  ];
}

async function answerAll(origin: string, code: string, times: number[]): Promise<void> {
  const under: Promise<void>[] = [];
  for (let index = 1; index <= ANSWERS; index += 1) {
    under.push(answerOne(origin, code, index).then((ms) => void times.push(ms)));
    await wait(EVERY_MS);
  }
  await Promise.all(under);
}

/** @returns how long it took somebody, but for the writing, in milliseconds */
async function answerOne(origin: string, code: string, index: number): Promise<number> {
  const who = 1 + Math.floor(index / PER_ADDRESS);
  const localAddress = `127.0.${Math.floor(who / 250)}.${1 + (who % 250)}`;
  const began = performance.now();
  const page = await ask(`${origin}/feedback/${code}`, localAddress);
  const [, key = ""] = /name="key" value="([^"]+)"/.exec(page.text) ?? [];
  const opened = performance.now();
  await wait(Math.random() * 2_000);
  const sending = performance.now();
  const sent = await ask(`${origin}/api/feedback/${code}`, localAddress, new URLSearchParams({ key, qfind: "b", qbetter: `Answer ${index}: more people at night, and a place that is open.` }).toString());
  if (sent.status !== 200) throw new Error(`An answer was answered ${sent.status}`);
  return opened - began + (performance.now() - sending);
}

async function ask(url: string, localAddress: string, body?: string): Promise<{ readonly status: number; readonly text: string }> {
  const headers = body === undefined ? {} : { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body), Origin: "null" };
  const request = http.request(url.replace("localhost", "127.0.0.1"), { method: body === undefined ? "GET" : "POST", localAddress, agent: false, headers: { Host: new URL(url).host, ...headers } });
  request.end(body);
  const [response] = (await once(request, "response")) as [http.IncomingMessage];
  let text = "";
  for await (const part of response.setEncoding("utf8")) text += String(part);
  return { status: response.statusCode ?? 0, text };
}
