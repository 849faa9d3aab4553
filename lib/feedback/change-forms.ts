import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { FORM_LIMITS, type FormWords, isDayOver } from "@/lib/domain/feedback/form";
import { FORM_CODE_LENGTH, formCodeOf } from "@/lib/domain/feedback/form-code";
import type { FeedbackQuestion } from "@/lib/domain/feedback/question";
import type { TeamContext } from "@/lib/platform/auth/context";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { FORM_GONE, MOVED_ON, refuseField } from "./feedback-errors";
import { findToolWords } from "./offered-questions";
import { findTeamDay } from "@/lib/meetings/team-day";
import { findForm, type TeamForm } from "./team-forms";

const WITHDRAWN = "This form was withdrawn. Make another one to ask again.";
const ASKED = "Somebody has answered. The questions can’t be changed any more. Make another form to ask something else.";

/** What a page sent as a question's source is looked up again: the words beside it are the tool's own. */
function requireSources(context: TeamContext, questions: readonly FeedbackQuestion[]): readonly FeedbackQuestion[] {
  return questions.map((question) => {
    if (question.source === null) return question;
    const words = findToolWords(context, question.source);
    if (words === null) throw refuseField("questions", "One of the questions comes from a tool that is not there, or not open to you. Load the page again.");
    return { ...question, source: { ...question.source, words } };
  });
}

/** @throws RefusedError for a day that is over. */
async function requireDay(context: TeamContext, closesOn: string | null): Promise<void> {
  if (isDayOver({ closesOn }, await findTeamDay(context, new Date()))) throw refuseField("closesOn", "Choose today or a later day.");
}

/** Makes a draft. Nobody outside of the team sees it until it is published. @throws RefusedError naming what is wrong. */
export async function createForm(context: TeamContext, words: FormWords): Promise<{ readonly formId: string }> {
  const { agencyId, teamId, userId } = context;
  const questions = requireSources(context, words.questions);
  await requireDay(context, words.closesOn);
  const formId = randomUUID();
  await withAgency(context, async (tx) => {
    await tx.$queryRaw`select from team where agency_id = ${agencyId}::uuid and id = ${teamId}::uuid for no key update`;
    const [row] = await tx.$queryRaw<{ count: number }[]>`select count(*)::int as count from feedback_form where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid`;
    if ((row?.count ?? 0) >= FORM_LIMITS.forms) throw new RefusedError(`A team can keep ${FORM_LIMITS.forms} forms. Delete a draft, or write to whoever runs this workbook if you need more.`);
    await tx.$executeRaw`
      insert into feedback_form (agency_id, team_id, id, code, title, intro, questions, created_by, closes_on, quota)
      values (${agencyId}::uuid, ${teamId}::uuid, ${formId}::uuid, ${formCodeOf(randomBytes(2 * FORM_CODE_LENGTH))}, ${words.title}, ${words.intro},
              ${JSON.stringify(questions)}::jsonb, ${userId}::uuid, ${words.closesOn}::date, ${words.quota})`;
  });
  return { formId };
}

/** Does something with a form as it is, which nobody else changes meanwhile. @throws RefusedError when it is gone. */
async function withForm<T>(context: TeamContext, formId: string, work: (tx: Tx, form: TeamForm) => Promise<T>): Promise<T> {
  return withAgency(context, async (tx) => {
    await tx.$queryRaw`select from feedback_form where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and id = ${formId}::uuid for no key update`;
    const form = await findForm(context, formId);
    if (!form) throw new RefusedError(FORM_GONE);
    if (form.state === "withdrawn") throw new RefusedError(WITHDRAWN);
    return work(tx, form);
  });
}

/**
 * Changes what a form says and how long it runs. Its questions stand from the first answer on: what people answered would be
 * read beside words that they never saw.
 * @throws RefusedError naming what is wrong.
 */
export async function changeForm(context: TeamContext, formId: string, words: FormWords): Promise<void> {
  const { agencyId, teamId } = context;
  const questions = requireSources(context, words.questions);
  await withForm(context, formId, async (tx, form) => {
    if (words.closesOn !== form.closesOn) await requireDay(context, words.closesOn);
    if (form.taken > 0 && !isDeepStrictEqual(questions, form.questions)) throw refuseField("questions", ASKED);
    if (words.quota < form.taken) throw refuseField("quota", `It has taken ${form.taken} answers already.`);
    // Questions that stand are not written again: the database refuses that once somebody has answered.
    await tx.$executeRaw`
      update feedback_form set title = ${words.title}, intro = ${words.intro}, closes_on = ${words.closesOn}::date, quota = ${words.quota}
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${formId}::uuid`;
    if (form.taken === 0) {
      await tx.$executeRaw`update feedback_form set questions = ${JSON.stringify(questions)}::jsonb where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and id = ${formId}::uuid`;
    }
  });
}

/** What is done with a form's address. */
export const FORM_ACTS = ["publish", "close", "reopen", "withdraw"] as const;
export type FormAct = (typeof FORM_ACTS)[number];

const FROM: Readonly<Record<FormAct, readonly TeamForm["state"][]>> = { publish: ["draft"], close: ["open"], reopen: ["closed"], withdraw: ["open", "closed"] };

/**
 * Publishes a form, closes it, opens it again or withdraws it for good. What is so already stays so.
 * @throws RefusedError where the form is in no state for that, and for one whose last day is over.
 */
export async function moveForm(context: TeamContext, formId: string, act: FormAct): Promise<void> {
  const { agencyId, teamId, userId } = context;
  await withForm(context, formId, async (tx, form) => {
    const isDone = (act === "publish" || act === "reopen") && form.state === "open" ? true : act === "close" && form.state === "closed";
    if (isDone) return;
    if (!FROM[act].includes(form.state)) throw new RefusedError(MOVED_ON);
    const isOpened = act === "publish" || act === "reopen";
    if (isOpened && isDayOver(form, await findTeamDay(context, new Date()))) throw new RefusedError("Its last day is over. Give it a later day first, under “Change”.");
    const where = { agencyId, teamId, formId };
    if (act === "publish") await tx.$executeRaw`update feedback_form set published_at = now() where agency_id = ${where.agencyId}::uuid and team_id = ${where.teamId}::uuid and id = ${where.formId}::uuid`;
    if (act === "close") await tx.$executeRaw`update feedback_form set closed_at = now(), closed_by = ${userId}::uuid where agency_id = ${where.agencyId}::uuid and team_id = ${where.teamId}::uuid and id = ${where.formId}::uuid`;
    if (act === "reopen") await tx.$executeRaw`update feedback_form set closed_at = null, closed_by = null where agency_id = ${where.agencyId}::uuid and team_id = ${where.teamId}::uuid and id = ${where.formId}::uuid`;
    if (act === "withdraw") await tx.$executeRaw`update feedback_form set withdrawn_at = now(), withdrawn_by = ${userId}::uuid where agency_id = ${where.agencyId}::uuid and team_id = ${where.teamId}::uuid and id = ${where.formId}::uuid`;
  });
}

/** Deletes a draft, which nobody outside of the team has seen. @throws RefusedError for one that was published. */
export async function deleteDraft(context: TeamContext, formId: string): Promise<void> {
  await withForm(context, formId, async (tx, form) => {
    if (form.state !== "draft") throw new RefusedError("This form was published. Withdraw it instead: its address then says so.");
    await tx.$executeRaw`delete from feedback_form where agency_id = ${context.agencyId}::uuid and team_id = ${context.teamId}::uuid and id = ${formId}::uuid`;
  });
}
