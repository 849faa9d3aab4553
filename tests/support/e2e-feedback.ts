import { randomBytes, randomUUID } from "node:crypto";
import { formCodeOf } from "@/lib/domain/feedback/form-code";
import { type FeedbackQuestion, OPTION_SETS, optionsOf } from "@/lib/domain/feedback/question";
import type { Standing } from "@/lib/domain/feedback/outcome";
import type { AppAccess, TestPerson, TestTeam } from "./e2e-database";

export const PUBLIC_QUESTIONS: readonly FeedbackQuestion[] = [
  { id: "qfind", kind: "choice", words: "Is it clear where to find help after an overdose?", options: optionsOf(OPTION_SETS.partly), source: null },
  { id: "qnight", kind: "choice", words: "Is help there on nights and weekends?", options: optionsOf(OPTION_SETS.sometimes), source: null },
  { id: "qbetter", kind: "text", words: "What should we do better?", options: [], source: null },
];

const OUTCOMES: readonly { readonly said: string; readonly did: string; readonly standing: Standing; readonly words: string }[] = [
  { said: "I did not know who to call.", did: "Every crew now leaves a card with one number. It is answered Monday to Friday.", standing: "done", words: "Done in July" },
  { said: "Nobody comes on weekends.", did: "Two people who have been there themselves will be hired. We wait for a contract with the county.", standing: "late", words: "Late. It should have been September." },
  { said: "We need a place that is open all night.", did: "There is no money for it this year. We asked the city council again in November.", standing: "not-now", words: "" },
];

export interface PublicTestForm {
  readonly formId: string;
  /** As it stands in the address. */
  readonly code: string;
}

/** A published form with three questions and what was done so far; `set` changes its columns. */
export async function createPublicForm({ database }: Pick<AppAccess, "database">, { agencyId, teamId }: Pick<TestTeam, "agencyId" | "teamId">, { userId }: Pick<TestPerson, "userId">, set = ""): Promise<PublicTestForm> {
  const formId = randomUUID();
  const code = formCodeOf(randomBytes(32));
  await database.query(
    `insert into feedback_form (agency_id, team_id, id, code, title, intro, questions, created_by, published_at, closes_on)
     values ($1, $2, $3, $4, 'Help after an overdose: what should be better?', '', $5, $6, now(), '2199-12-31')`,
    [agencyId, teamId, formId, code, JSON.stringify(PUBLIC_QUESTIONS), userId],
  );
  for (const [index, { said, did, standing, words }] of OUTCOMES.entries()) {
    await database.query(
      `insert into feedback_outcome (agency_id, team_id, form_id, id, said, did, standing, standing_words, position, published_at, created_by)
       values ($1, $2, $3, gen_random_uuid(), $4, $5, $6, $7, $8, now(), $9)`,
      [agencyId, teamId, formId, said, did, standing, words, index + 1, userId],
    );
  }
  if (set !== "") await database.query(`update feedback_form set ${set} where id = $1`, [formId]);
  return { formId, code };
}

export interface PublicAnswer {
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly state: string;
  readonly held_for: string | null;
}

export async function readPublicAnswers({ database }: Pick<AppAccess, "database">, { formId }: PublicTestForm): Promise<readonly PublicAnswer[]> {
  return (await database.query("select id, answers, state, held_for from feedback_answer where form_id = $1 order by id", [formId])).rows as PublicAnswer[];
}
