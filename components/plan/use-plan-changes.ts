"use client";

import { useState } from "react";
import { changePlanAction, takeBackPlanAction } from "@/app/teams/[teamId]/plan/actions";
import { noAnswer } from "@/components/forms/no-answer";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import type { ChangedAction } from "@/lib/plan/change-plan";
import type { ActionChange, NewAction } from "@/lib/plan/plan-schemas";

/** What is said about the last change, once. */
export interface PlanMessage {
  readonly text: string;
  readonly isFailed: boolean;
  /** Offered beside it: taking it back, or trying it again. */
  readonly offer: { readonly label: string; readonly act: () => void } | null;
}

/** What is said when a change is done, and when it is not. */
export interface ChangeWords {
  readonly done: string;
  readonly failed: string;
  readonly undone: string;
}

export interface PlanChanges {
  readonly message: PlanMessage | null;
  /** Says that something went wrong which changed nothing. */
  readonly fail: (text: string) => void;
  readonly dismiss: () => void;
  /** Changes an action and says so; a change that could not be sent is kept, to be tried again. */
  readonly change: (change: ActionChange, words: ChangeWords) => Promise<ActionResult<ChangedAction>>;
  /** Says that an action was added, and offers to take it out again. */
  readonly sayAdded: (actionId: string, filling: NewAction) => void;
}

const NO_ANSWER = noAnswer();

interface PlanChangesOptions {
  readonly teamId: string;
  /** Called with the action's id before what is done to it shows, for the focus to stay with it. */
  readonly onChange: (actionId: string) => void;
  /** Called when an action is out of the plan again, and with it whatever had the focus. */
  readonly onTakenBack: () => void;
}

export function usePlanChanges({ teamId, onChange, onTakenBack }: PlanChangesOptions): PlanChanges {
  const [message, setMessage] = useState<PlanMessage | null>(null);

  async function send(change: ActionChange): Promise<ActionResult<ChangedAction>> {
    return changePlanAction(teamId, change).catch(() => NO_ANSWER);
  }

  async function change(wanted: ActionChange, words: ChangeWords): Promise<ActionResult<ChangedAction>> {
    onChange(wanted.actionId);
    setMessage(null);
    const result = await send(wanted);
    if (result.ok) {
      const { undo } = result.data;
      setMessage({ text: words.done, isFailed: false, offer: { label: "Undo", act: () => void takeBack(undo, words) } });
    } else {
      const again = result === NO_ANSWER ? { label: "Try again", act: () => void change(wanted, words) } : null;
      setMessage({ text: `${words.failed} ${result.message}`, isFailed: true, offer: again });
    }
    return result;
  }

  async function takeBack(undo: ActionChange, words: ChangeWords): Promise<void> {
    onChange(undo.actionId);
    const result = await send(undo);
    if (result.ok) return setMessage({ text: words.undone, isFailed: false, offer: null });
    const again = { label: "Try to undo again", act: () => void takeBack(undo, words) };
    setMessage({ text: `It was not undone. ${result.message}`, isFailed: true, offer: result === NO_ANSWER ? again : null });
  }

  function sayAdded(actionId: string, filling: NewAction): void {
    onChange(actionId);
    const offer = { label: "Undo", act: () => void takeOut(actionId, filling) };
    setMessage({ text: `“${filling.what.trim()}” was added to the plan.`, isFailed: false, offer });
  }

  async function takeOut(actionId: string, filling: NewAction): Promise<void> {
    onChange(actionId);
    const result = await takeBackPlanAction(teamId, filling).catch(() => NO_ANSWER);
    if (result.ok) {
      setMessage({ text: `“${filling.what.trim()}” is out of the plan again.`, isFailed: false, offer: null });
      return onTakenBack();
    }
    const again = { label: "Try to undo again", act: () => void takeOut(actionId, filling) };
    setMessage({ text: `It was not undone. ${result.message}`, isFailed: true, offer: result === NO_ANSWER ? again : null });
  }

  return {
    message,
    fail: (text) => setMessage({ text, isFailed: true, offer: null }),
    dismiss: () => setMessage(null),
    change,
    sayAdded,
  };
}
