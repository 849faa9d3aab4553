import { randomBytes, randomUUID } from "node:crypto";
import type { AppAccess, TestPerson, TestTeam } from "./e2e-database";

export interface TestForms {
  /** Published, with an answer that counts, one that waits and one that is held, and with entries of what was done. */
  readonly open: string;
  readonly draft: string;
}

const FORM_QUESTIONS = JSON.stringify([
  { id: "q1", kind: "choice", words: "Is help there at night?", options: [{ id: "a", label: "Yes" }, { id: "b", label: "No" }], source: null },
  { id: "q2", kind: "text", words: "What should we do better?", options: [], source: null },
]);

/** A form of a team that people have answered, and a draft. */
export async function createForms({ database }: Pick<AppAccess, "database">, { agencyId, teamId }: Pick<TestTeam, "agencyId" | "teamId">, { userId }: Pick<TestPerson, "userId">): Promise<TestForms> {
  const [open, draft] = [randomUUID(), randomUUID()];
  for (const [id, title] of [[open, "Help after an overdose"], [draft, "A form that is a draft"]] as const) {
    await database.query(
      "insert into feedback_form (agency_id, team_id, id, code, title, questions, created_by, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      [agencyId, teamId, id, id.replaceAll("-", "").toUpperCase().slice(0, 12), title, FORM_QUESTIONS, userId, id === open ? new Date() : null],
    );
  }
  for (const [state, words] of [["counted", "Nobody comes on weekends."], ["new", "The van came at the same hour."], ["held", "There is no sign."]] as const) {
    await database.query(
      `insert into feedback_answer (agency_id, team_id, form_id, id, answered_on, answers, state, held_for, code_hash)
       values ($1, $2, $3, gen_random_uuid(), '2026-11-17', $4, $5, $6, $7)`,
      [agencyId, teamId, open, JSON.stringify({ q1: "b", q2: words }), state, state === "held" ? "no-script" : null, randomBytes(32)],
    );
  }
  for (const [position, [said, isPublished]] of ([["Nobody comes on weekends.", true], ["There is no sign.", false]] as const).entries()) {
    await database.query(
      "insert into feedback_outcome (agency_id, team_id, form_id, id, said, did, standing, position, published_at, created_by) values ($1, $2, $3, gen_random_uuid(), $4, 'Two people will be hired.', 'late', $5, $6, $7)",
      [agencyId, teamId, open, said, position, isPublished ? new Date() : null, userId],
    );
  }
  return { open, draft };
}
