"use client";

import { type FocusEvent, type RefObject, useState } from "react";
import { DATE_PROBLEM, findDateProblem, FIRST_DATE, LAST_DATE } from "@/lib/domain/text/dates";
import { idList } from "./id-list";

interface DateInputProps {
  id: string;
  /** As it is stored; empty when blank. */
  value: string;
  /** Called with a date that can be stored, or with "" for none. */
  onDate: (date: string) => void;
  inputRef?: RefObject<HTMLInputElement | null>;
  describedBy?: string | undefined;
}

/**
 * A box for a calendar date. A year that no date here can have, as the 26 of "03/15/26" or the first digits of a year
 * that is still being typed, stays in the box and is not stored; whoever leaves it like that is told at the box.
 */
export function DateInput({ id, value, onDate, inputRef, describedBy }: DateInputProps) {
  // Typed over the stored date: when that changes, by a teammate or the Clear button, it is what counts.
  const [draft, setDraft] = useState<{ readonly typed: string; readonly over: string } | null>(null);
  const [isLeft, setIsLeft] = useState(false);
  const [isUnfinished, setIsUnfinished] = useState(false);
  const isDraft = draft?.over === value;
  const shown = isDraft ? draft.typed : value;
  const problem = isUnfinished ? DATE_PROBLEM : shown === "" ? null : findDateProblem(shown);
  const isTold = problem !== null && (isLeft || !isDraft);

  function change({ value: typed, validity }: HTMLInputElement) {
    setIsUnfinished(false);
    // Half a date is no date: the box is "empty" while its parts are typed one after the other.
    if (validity.badInput || (typed !== "" && findDateProblem(typed) !== null)) return setDraft({ typed, over: value });
    setDraft(null);
    setIsLeft(false);
    if (typed !== value) onDate(typed);
  }

  function leave({ target }: FocusEvent<HTMLInputElement>) {
    setIsLeft(true);
    setIsUnfinished(target.validity.badInput);
  }

  return (
    <>
      <input
        ref={inputRef}
        id={id}
        type="date"
        min={FIRST_DATE}
        max={LAST_DATE}
        autoComplete="off"
        value={shown}
        onChange={(event) => change(event.target)}
        onBlur={leave}
        aria-invalid={isTold ? true : undefined}
        aria-describedby={idList(describedBy, isTold && `${id}-problem`)}
        className="control"
      />
      <span role="alert" className="contents">
        {isTold ? (
          <span id={`${id}-problem`} className="block w-full font-semibold text-error">
            <span className="sr-only">Error: </span>
            {isDraft || isUnfinished ? "This date is not saved. " : ""}
            {problem}
          </span>
        ) : null}
      </span>
    </>
  );
}
