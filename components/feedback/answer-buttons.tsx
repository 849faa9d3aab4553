"use client";

import { countAnswerAction, emptyAnswerAction } from "@/app/teams/[teamId]/feedback/[formId]/actions";
import { ActButton } from "@/components/forms/act-button";
import type { AnswerState } from "@/lib/domain/feedback/answer";

/** The tools that words can be brought into. */
export type QuoteTools = readonly { readonly slug: string; readonly name: string }[];

/** Which answer it is, for what is sent. */
export interface AnswerPlace {
  readonly teamId: string;
  readonly formId: string;
  readonly answerId: string;
  /** "Answer 3" */
  readonly name: string;
}

interface AnswerButtonsProps extends AnswerPlace {
  state: AnswerState;
  /** How many quotations of it stand in tools. */
  quotes: number;
}

/** Lets an answer count, sets it aside, or empties it for good. */
export function AnswerButtons({ teamId, formId, answerId, name, state, quotes }: AnswerButtonsProps) {
  const count = (isCounted: boolean) => () => countAnswerAction(teamId, { formId, answerId, isCounted });
  return (
    <div className="flex flex-wrap items-start gap-3">
      {state === "counted" ? null : <ActButton act={count(true)} label="Let it count" describedFor={name} variant={state === "new" ? "primary" : "secondary"} />}
      {state === "set-aside" ? null : <ActButton act={count(false)} label="Set it aside" describedFor={name} />}
      <ActButton
        act={() => emptyAnswerAction(teamId, { formId, answerId })}
        label="Empty it for good"
        describedFor={name}
        variant="quiet"
        confirm={{
          title: "Empty this answer for good?",
          text: (
            <>
              <p>All of its words and choices are deleted. They can’t be brought back. Whoever sent it can see by their code that it was removed.</p>
              {quotes > 0 ? <p>Words of it stand in your tools. They stay there, and their history too: take them out there if they must go.</p> : null}
            </>
          ),
          yes: "Empty it",
        }}
      />
    </div>
  );
}
