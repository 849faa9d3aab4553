"use client";

import Link from "next/link";
import { deleteOutcomeAction, moveOutcomeAction, publishOutcomeAction } from "@/app/teams/[teamId]/feedback/[formId]/actions";
import { ActButton } from "@/components/forms/act-button";
import { Tag } from "@/components/ui/tag";
import { standingOf } from "@/lib/domain/feedback/outcome";
import { shorten } from "@/lib/domain/text/shorten";
import type { TeamOutcome } from "@/lib/feedback/team-outcomes";
import { OutcomeForm, type OutcomeFormProps } from "./outcome-form";

interface OutcomeListProps extends Omit<OutcomeFormProps, "outcome"> {
  outcomes: readonly TeamOutcome[];
  /** What the public sees is the leads' to say. */
  mayPublish: boolean;
}

const NAME_MAX = 50;

/** A form's entries, in the order in which the public reads them. */
export function OutcomeList({ outcomes, mayPublish, ...form }: OutcomeListProps) {
  const { teamId, formId, actions } = form;
  return (
    <ol className="grid gap-5">
      {outcomes.map((outcome, index) => {
        const { id: outcomeId, said, did, isPublished, actionId, answerIds } = outcome;
        const name = shorten(said, NAME_MAX);
        const action = actions.find(({ id }) => id === actionId);
        const mayChange = mayPublish || !isPublished;
        return (
          <li key={outcomeId} className="feedback-answer">
            <div>
              <p className="mb-1"><Tag tone={isPublished ? "success" : "neutral"}>{isPublished ? "The public sees it" : "Not published"}</Tag></p>
              <h3 className="text-[1.0625rem] wrap-anywhere">“{said}”</h3>
              <p className="wrap-anywhere whitespace-pre-line">{did}</p>
              <p className="font-semibold wrap-anywhere">{standingOf(outcome)}</p>
              <p className="work-note wrap-anywhere">
                {answerIds.length === 0 ? "Tied to no answer" : answerIds.length === 1 ? "Tied to 1 answer" : `Tied to ${answerIds.length} answers`}
                {action ? <> · <Link href={`/teams/${teamId}/plan`} prefetch={false}>Action: {action.label}</Link></> : null}
              </p>
            </div>
            <div className="flex flex-wrap items-start gap-3">
              {mayPublish ? <ActButton act={() => publishOutcomeAction(teamId, { formId, outcomeId, isPublished: !isPublished })} label={isPublished ? "Take it from the public page" : "Publish"} describedFor={name} variant={isPublished ? "secondary" : "primary"} /> : null}
              {index > 0 ? <ActButton key="up" act={() => moveOutcomeAction(teamId, { formId, outcomeId, by: "up" })} label="Move up" describedFor={name} variant="quiet" /> : null}
              {index < outcomes.length - 1 ? <ActButton key="down" act={() => moveOutcomeAction(teamId, { formId, outcomeId, by: "down" })} label="Move down" describedFor={name} variant="quiet" /> : null}
              {isPublished ? null : (
                <ActButton
                  key="delete"
                  act={() => deleteOutcomeAction(teamId, { formId, outcomeId })}
                  label="Delete"
                  describedFor={name}
                  variant="quiet"
                  confirm={{ title: "Delete this entry?", text: <p>The answers stay. The entry can’t be brought back.</p>, yes: "Delete it" }}
                />
              )}
            </div>
            {mayChange ? (
              <details className="fold">
                <summary>Change<span className="sr-only">: {name}</span></summary>
                <div className="mt-3">
                  <OutcomeForm {...form} outcome={outcome} />
                </div>
              </details>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
