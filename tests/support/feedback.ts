import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { randomUUID } from "node:crypto";
import { POST as answer } from "@/app/api/feedback/[code]/route";
import { POST as follow } from "@/app/api/feedback/[code]/follow/route";
import { GET as open } from "@/app/feedback/[code]/route";
import { FORM_CODE_LENGTH } from "@/lib/domain/feedback/form-code";
import { type FeedbackQuestion, OPTION_SETS, optionsOf } from "@/lib/domain/feedback/question";
import type { FormPlace } from "@/lib/feedback/find-form";
import { newFormKey, writeFormKey } from "@/lib/feedback/page-key";
import { writeChallenge } from "@/lib/feedback/proof-of-work";
import { query } from "./database";
import type { AgencyFixture } from "./people";

const OWNER = () => process.env.DATABASE_OWNER_URL as string;
const ORIGIN = "http://localhost:3000";

export const CHOICE: FeedbackQuestion = { id: "qfind", kind: "choice", words: "Is it clear where to find help after an overdose?", options: optionsOf(OPTION_SETS.partly), source: null };
export const WORDS: FeedbackQuestion = { id: "qbetter", kind: "text", words: "What should we do better?", options: [], source: null };

export interface TestForm extends FormPlace {
  readonly code: string;
}

/** A published form, of these settings where others than the usual are wanted; past row level security. */
export async function createTestForm(
  fixture: Pick<AgencyFixture, "agencyId" | "teamId" | "admin">,
  { questions = [CHOICE, WORDS], quota = 1_000, hourly = 200, isPublished = true }: { readonly questions?: readonly FeedbackQuestion[]; readonly quota?: number; readonly hourly?: number; readonly isPublished?: boolean } = {},
): Promise<TestForm> {
  const { agencyId, teamId, admin } = fixture;
  const formId = randomUUID();
  const code = randomUUID().replaceAll("-", "").toUpperCase().replace(/[^2-9CDF]/g, "7").slice(0, FORM_CODE_LENGTH);
  await query(
    OWNER(),
    `insert into feedback_form (agency_id, team_id, id, code, title, intro, questions, created_by, published_at, quota, hourly)
     values ($1, $2, $3, $4, 'Help after an overdose: what should be better?', 'Tell us.', $5, $6, $7, $8, $9)`,
    [agencyId, teamId, formId, code, JSON.stringify(questions), admin.userId, isPublished ? new Date() : null, quota, hourly],
  );
  return { agencyId, teamId, formId, code };
}

/** Changes columns of a form as nobody in the app could. */
export async function setForm({ formId }: FormPlace, set: string, values: readonly unknown[] = []): Promise<void> {
  await query(OWNER(), `update feedback_form set ${set} where id = $1`, [formId, ...values]);
}

let addresses = 0;

/** An address that nobody had before. */
export function newAddress(): string {
  addresses += 1;
  return `198.${18 + Math.floor(addresses / 65_536)}.${Math.floor(addresses / 256) % 256}.${addresses % 256}`;
}

/** As the server around the app names the connection. */
function headersOf(from: string, more: Readonly<Record<string, string>>): Headers {
  const holder = globalThis as { workbookConnectionMark?: string };
  holder.workbookConnectionMark ??= "a mark of the tests";
  return new Headers({ "x-workbook-connection": `${holder.workbookConnectionMark} ${from}`, host: "localhost:3000", ...more });
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function read(response: Response): Promise<Answered> {
  return { status: response.status, text: await response.text(), headers: response.headers };
}

export async function openForm(code: string, from = newAddress()): Promise<Answered> {
  return read(await open(new Request(`${ORIGIN}/feedback/${code}`, { headers: headersOf(from, {}) }), { params: Promise.resolve({ code }) }));
}

const BY_FORM = { "content-type": "application/x-www-form-urlencoded", origin: "null" };

export async function post(code: string, fields: Readonly<Record<string, string>> | string, { from = newAddress(), headers = BY_FORM }: { readonly from?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Answered> {
  const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
  return read(await answer(new Request(`${ORIGIN}/api/feedback/${code}`, { method: "POST", headers: headersOf(from, headers), body }), { params: Promise.resolve({ code }) }));
}

export async function look(code: string, followCode: string, from = newAddress()): Promise<Answered> {
  const body = new URLSearchParams({ code: followCode }).toString();
  return read(await follow(new Request(`${ORIGIN}/api/feedback/${code}/follow`, { method: "POST", headers: headersOf(from, BY_FORM), body }), { params: Promise.resolve({ code }) }));
}

/** The hidden fields of a page. */
export function hiddenFields(page: string): { readonly key: string; readonly challenge: string } {
  const valueOf = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll("&quot;", '"') ?? "";
  return { key: valueOf("key"), challenge: valueOf("challenge") };
}

/** Does the work of a page as its script does. */
export async function solve(challenge: string): Promise<string> {
  const solution = await solveChallenge({ challenge: JSON.parse(challenge), deriveKey });
  if (!solution) throw new Error("the challenge has no solution");
  return JSON.stringify({ counter: solution.counter, derivedKey: solution.derivedKey });
}

/** What a page that was opened a while ago carries, its work done as its script does it. */
export async function pageFields({ formId }: FormPlace, agoMs = 10_000): Promise<{ readonly key: string; readonly challenge: string; readonly proof: string }> {
  const key = newFormKey(Date.now() - agoMs);
  const challenge = await writeChallenge(key);
  return { key: writeFormKey(formId, key), challenge, proof: await solve(challenge) };
}

/** "RIVER 47 OAK" out of a page that thanks. */
export function codeIn(page: string): string {
  const code = /<p class="big">([A-Z]+ \d\d [A-Z]+)<\/p>/.exec(page)?.[1];
  if (code === undefined) throw new Error(`no code in: ${page.slice(0, 2_000)}`);
  return code;
}

export interface StoredAnswer {
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly state: string;
  readonly held_for: string | null;
}

/** What the database holds, past row level security. */
export async function storedAnswers({ formId }: FormPlace): Promise<StoredAnswer[]> {
  return query(OWNER(), "select id, answers, state, held_for from feedback_answer where form_id = $1 order by id", [formId]) as unknown as Promise<StoredAnswer[]>;
}

export async function takenOf({ formId }: FormPlace): Promise<number> {
  const [row] = (await query(OWNER(), "select taken from feedback_form where id = $1", [formId])) as unknown as { taken: number }[];
  return row?.taken ?? -1;
}
