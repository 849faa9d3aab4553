import "server-only";
import { createHmac } from "node:crypto";
import type { PoolClient } from "pg";
import { type FeedbackAnswers, formatHeldFor, type HeldReason } from "@/lib/domain/feedback/answer";
import { comparedText } from "@/lib/domain/feedback/hold";
import { hashSecret, secretOf } from "@/lib/platform/auth/secrets";
import { withAgencyConnection } from "@/lib/platform/db/with-agency";
import { type FormPlace, nobodyAt } from "./find-form";
import { codeOfAnswer, keyOfCode } from "./answer-code";

/** What is to be kept of an answer, and nothing else. */
export interface KeptAnswer {
  readonly answerId: string;
  /** The day where the agency is. */
  readonly answeredOn: string;
  readonly answers: FeedbackAnswers;
}

/** What is looked at when an answer comes, and not kept with it. */
export interface Coming {
  /** The network it comes from; null where nothing tells. */
  readonly network: string | null;
  readonly texts: readonly string[];
  /** Of the proof of work; null without one. */
  readonly usedKey: Buffer | null;
  /** Why nothing new is taken any more: what was sent before is found again all the same. */
  readonly refusal: NotTaken | null;
  readonly reasonsOf: (counted: Counted) => readonly HeldReason[];
}

export interface Counted {
  readonly fromOne: number;
  readonly sameText: number;
  readonly isProofNew: boolean;
}

/** Why an answer could not be taken: the form closed meanwhile, has all its answers, or all of this hour; or its page is old. */
export type NotTaken = "closed" | "full" | "hourly" | "old-page";

const NOT_TAKEN: Readonly<Record<string, NotTaken>> = { WB433: "closed", WB434: "full", WB435: "hourly" };

/** Codes of one form that may be the same, or answers kept at the same moment, one after the other; more would take a form with millions of answers. */
const TRIES = 20;

/** The same answer was being kept at the same moment; that one counts. */
class AnotherWasFirst extends Error {}

/**
 * Keeps an answer, once: sent again it is the same, with the same code. Counts who sends and what comes often under a salt of the
 * day, which is thrown away when the day is over; nothing ties a counter to the answer.
 * @returns the follow code, or why it was not taken: then nothing is kept, nor counted
 */
export async function storeAnswer(place: FormPlace, kept: KeptAnswer, coming: Coming): Promise<{ readonly code: string } | NotTaken> {
  let attempt = 0;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const code = codeOfAnswer(place.formId, kept.answerId, attempt);
    try {
      const outcome = await withAgencyConnection(nobodyAt(place), (client) => storeUnder(client, place, { ...kept, code }, coming));
      if (outcome === "kept") return { code };
      if (outcome !== "code-taken") return outcome;
      attempt += 1;
    } catch (error) {
      const refused = NOT_TAKEN[(error as { code?: string }).code ?? ""];
      if (refused) return refused;
      if (!(error instanceof AnotherWasFirst)) throw error;
    }
  }
  throw new Error("no code was free for an answer");
}

async function storeUnder(client: PoolClient, place: FormPlace, kept: KeptAnswer & { readonly code: string }, coming: Coming): Promise<"kept" | "code-taken" | NotTaken> {
  const at = [place.agencyId, place.teamId, place.formId];
  const key = keyOfCode(place.formId, kept.code);
  const codeHash = Buffer.from(hashSecret(key));
  await client.query("select set_config('app.feedback_key', $1, true)", [key]);
  const { rows } = await client.query<{ id: string }>("select id from feedback_answer where agency_id = $1 and team_id = $2 and form_id = $3 and code_hash = $4", [...at, codeHash]);
  if (rows[0]) return rows[0].id === kept.answerId ? "kept" : "code-taken";
  if (coming.refusal !== null) return coming.refusal;

  const heldFor = formatHeldFor(coming.reasonsOf(await count(client, at, coming)));
  const { rowCount } = await client.query(
    `insert into feedback_answer (agency_id, team_id, form_id, id, answered_on, answers, state, held_for, code_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [...at, kept.answerId, kept.answeredOn, JSON.stringify(kept.answers), heldFor === null ? "new" : "held", heldFor, codeHash],
  );
  if (rowCount !== 1) throw new AnotherWasFirst();
  return "kept";
}

async function count(client: PoolClient, at: readonly string[], { network, texts, usedKey }: Coming): Promise<Counted> {
  await client.query("insert into feedback_day (agency_id, team_id, form_id) values ($1, $2, $3) on conflict do nothing", [...at]);
  const { rows } = await client.query<{ day: string; salt: Buffer }>(
    `select to_char(day, 'YYYY-MM-DD') as day, salt from feedback_day
      where agency_id = $1 and team_id = $2 and form_id = $3 and day = (now() at time zone 'UTC')::date`,
    [...at],
  );
  const [today] = rows;
  if (!today) throw new Error("the day of a form is missing");
  // With a secret of the site beside the salt: the database alone tells nobody's address, not even on the day itself.
  const hashOf = (what: string, words: string) => createHmac("sha256", today.salt).update(secretOf(what, words)).digest();
  const fromOne = await countOne(client, "sender", [...at, today.day, hashOf("feedback-sender", network ?? "unknown")]);
  const compared = [...new Set(texts.flatMap((text) => comparedText(text) ?? []))].map((text) => hashOf("feedback-words", text));
  let sameText = 0;
  // In one order, so that two answers never wait for each other.
  for (const words of compared.sort(Buffer.compare)) sameText = Math.max(sameText, await countOne(client, "words", [...at, today.day, words]));
  const used = usedKey && (await client.query("insert into feedback_used (agency_id, team_id, form_id, key, expires_on) values ($1, $2, $3, $4, (now() at time zone 'UTC')::date + 2) on conflict do nothing", [...at, usedKey]));
  return { fromOne, sameText, isProofNew: used?.rowCount === 1 };
}

const COUNT = {
  sender: `insert into feedback_sender as c (agency_id, team_id, form_id, day, sender, n) values ($1, $2, $3, $4, $5, 1)
           on conflict (agency_id, team_id, form_id, day, sender) do update set n = c.n + 1 returning n`,
  words: `insert into feedback_words as c (agency_id, team_id, form_id, day, words, n) values ($1, $2, $3, $4, $5, 1)
          on conflict (agency_id, team_id, form_id, day, words) do update set n = c.n + 1 returning n`,
} as const;

async function countOne(client: PoolClient, what: keyof typeof COUNT, values: readonly unknown[]): Promise<number> {
  const { rows } = await client.query<{ n: number }>(COUNT[what], [...values]);
  return rows[0]?.n ?? 0;
}
