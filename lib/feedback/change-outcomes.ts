import "server-only";
import { randomUUID } from "node:crypto";
import { OUTCOME_LIMITS, type OutcomeWords } from "@/lib/domain/feedback/outcome";
import { listPlannedActions } from "@/lib/plan/load-plan";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { RefusedError } from "@/lib/platform/auth/refused-error";
import { type Tx, withAgency } from "@/lib/platform/db/with-agency";
import { FORM_GONE, OUTCOME_GONE, refuseField } from "./feedback-errors";
import { findForm } from "./team-forms";
import { listOutcomes, type TeamOutcome } from "./team-outcomes";

export interface OutcomeKey {
  readonly formId: string;
  readonly outcomeId: string;
}

export interface NewOutcome extends OutcomeWords {
  readonly actionId: string | null;
}

/** Does something with a form's entries as they are, one after the other. @throws RefusedError when the form is gone. */
async function withOutcomes<T>(context: TeamContext, formId: string, work: (tx: Tx, outcomes: readonly TeamOutcome[]) => Promise<T>): Promise<T> {
  return withAgency(context, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`feedback_outcome ${formId}`}, 0))`;
    if (!(await findForm(context, formId))) throw new RefusedError(FORM_GONE);
    return work(tx, await listOutcomes(context, formId));
  });
}

/** @throws RefusedError for an action that the plan has not, unless it stood there before. */
async function requireAction(context: TeamContext, actionId: string | null, before: string | null): Promise<void> {
  if (actionId === null || actionId === before) return;
  const actions = await listPlannedActions(context);
  if (!actions.some(({ id }) => id === actionId)) throw refuseField("actionId", "This action is not in the plan any more. Choose another.");
}

async function tie(tx: Tx, { agencyId, teamId }: TeamContext, { formId, outcomeId }: OutcomeKey, answerIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`delete from feedback_outcome_answer where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and form_id = ${formId}::uuid and outcome_id = ${outcomeId}::uuid`;
  // Those of this form that can be seen; others are not told about.
  await tx.$executeRaw`
    insert into feedback_outcome_answer (agency_id, team_id, form_id, outcome_id, answer_id)
    select a.agency_id, a.team_id, a.form_id, ${outcomeId}::uuid, a.id from feedback_answer a
     where a.agency_id = ${agencyId}::uuid and a.team_id = ${teamId}::uuid and a.form_id = ${formId}::uuid and a.id = any(${[...new Set(answerIds)]}::uuid[]) and a.state = 'counted'`;
}

/** Writes an entry after the others; the public does not see it yet. @throws RefusedError when a form has very many. */
export async function addOutcome(context: TeamContext, formId: string, { said, did, standing, standingWords, answerIds, actionId }: NewOutcome): Promise<{ readonly outcomeId: string }> {
  const outcomeId = randomUUID();
  await withOutcomes(context, formId, async (tx, outcomes) => {
    if (outcomes.length >= OUTCOME_LIMITS.outcomes) throw new RefusedError(`A form can have ${OUTCOME_LIMITS.outcomes} entries. Delete one first.`);
    await requireAction(context, actionId, null);
    const { agencyId, teamId, userId } = context;
    await tx.$executeRaw`
      insert into feedback_outcome (agency_id, team_id, form_id, id, said, did, standing, standing_words, position, action_id, created_by)
      select ${agencyId}::uuid, ${teamId}::uuid, ${formId}::uuid, ${outcomeId}::uuid, ${said}, ${did}, ${standing}, ${standingWords}, coalesce(max(position), 0) + 1, ${actionId}, ${userId}::uuid
        from feedback_outcome where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and form_id = ${formId}::uuid`;
    await tie(tx, context, { formId, outcomeId }, answerIds);
  });
  return { outcomeId };
}

function requireOutcome(outcomes: readonly TeamOutcome[], outcomeId: string): TeamOutcome {
  const outcome = outcomes.find(({ id }) => id === outcomeId);
  if (!outcome) throw new RefusedError(OUTCOME_GONE);
  return outcome;
}

/** Changes an entry; a published one says the new words from then on. */
export async function changeOutcome(context: TeamContext, key: OutcomeKey, { said, did, standing, standingWords, answerIds, actionId }: NewOutcome): Promise<void> {
  await withOutcomes(context, key.formId, async (tx, outcomes) => {
    const before = requireOutcome(outcomes, key.outcomeId);
    if (before.isPublished && !isAllowedInTeam(context.role, "feedback:make")) throw new RefusedError("The public reads this entry. A team lead can change it.");
    await requireAction(context, actionId, before.actionId);
    const { agencyId, teamId, userId } = context;
    await tx.$executeRaw`
      update feedback_outcome set said = ${said}, did = ${did}, standing = ${standing}, standing_words = ${standingWords}, action_id = ${actionId}, updated_by = ${userId}::uuid, updated_at = now()
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and form_id = ${key.formId}::uuid and id = ${key.outcomeId}::uuid`;
    await tie(tx, context, key, answerIds);
  });
}

/** Shows an entry at the form's address, or takes it from there. */
export async function setOutcomePublished(context: TeamContext, { formId, outcomeId }: OutcomeKey, isPublished: boolean): Promise<void> {
  await withOutcomes(context, formId, async (tx, outcomes) => {
    if (requireOutcome(outcomes, outcomeId).isPublished === isPublished) return;
    const { agencyId, teamId } = context;
    await tx.$executeRaw`
      update feedback_outcome set published_at = case when ${isPublished} then now() end
       where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and form_id = ${formId}::uuid and id = ${outcomeId}::uuid`;
  });
}

/** Moves an entry one place up or down; at either end nothing changes. */
export async function moveOutcome(context: TeamContext, { formId, outcomeId }: OutcomeKey, by: "up" | "down"): Promise<void> {
  await withOutcomes(context, formId, async (tx, outcomes) => {
    requireOutcome(outcomes, outcomeId);
    const ids = outcomes.map(({ id }) => id);
    const from = ids.indexOf(outcomeId);
    const to = from + (by === "up" ? -1 : 1);
    if (to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    const { agencyId, teamId } = context;
    await tx.$executeRaw`
      update feedback_outcome o set position = p.place from unnest(${ids}::uuid[]) with ordinality as p (id, place)
       where o.agency_id = ${agencyId}::uuid and o.team_id = ${teamId}::uuid and o.form_id = ${formId}::uuid and o.id = p.id`;
  });
}

/** Deletes an entry that the public does not see. @throws RefusedError for a published one. */
export async function deleteOutcome(context: TeamContext, { formId, outcomeId }: OutcomeKey): Promise<void> {
  await withOutcomes(context, formId, async (tx, outcomes) => {
    if (requireOutcome(outcomes, outcomeId).isPublished) throw new RefusedError("The public sees this entry. Take it from the public page first.");
    const { agencyId, teamId } = context;
    await tx.$executeRaw`delete from feedback_outcome where agency_id = ${agencyId}::uuid and team_id = ${teamId}::uuid and form_id = ${formId}::uuid and id = ${outcomeId}::uuid`;
  });
}
