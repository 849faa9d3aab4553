"use client";

import { useRouter } from "next/navigation";
import Link from "next/link";
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { decideAction, undoDecisionAction } from "@/app/teams/[teamId]/rounds/actions";
import { ActButton } from "@/components/forms/act-button";
import { noAnswer } from "@/components/forms/no-answer";
import { SubmitButton } from "@/components/forms/submit-button";
import { useFormKey } from "@/components/forms/use-form-key";
import { useIsReady } from "@/components/forms/use-is-ready";
import { useKeptPlace } from "@/components/forms/use-kept-place";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { type Frozen, frozenWords } from "@/lib/domain/rounds/frozen-words";
import { ROUND_LIMITS } from "@/lib/domain/rounds/round";
import { dropDecision, keepDecision, type KeptDecision, readKeptDecision } from "@/lib/platform/browser/kept-decisions";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { RateTiles } from "./rate-tiles";

/** A tool that takes no answers now. */
export interface FrozenTool {
  readonly toolLabel: string;
  readonly why: Frozen;
  readonly href: string;
}

interface DecideFormProps {
  teamId: string;
  roundId: string;
  itemId: string;
  kind: "rating" | "status";
  /** "Tool 9" */
  toolLabel: string;
  /** Why nothing can be saved into the tool now, and where it is opened again. */
  frozen?: FrozenTool | null | undefined;
  /** Whether something is typed or chosen that is not recorded. */
  onWriting: (isWriting: boolean) => void;
}

const EMPTY: KeptDecision = { value: null, rationale: "", dissent: "" };

/** Whether something for this item was typed and not recorded. */
export function hasDraft(roundId: string, itemId: string): boolean {
  return typeof window !== "undefined" && readKeptDecision(roundId, itemId) !== null;
}

/** Lets go of what was typed. */
export function dropDraft(roundId: string, itemId: string): void {
  dropDecision(roundId, itemId);
}

/** What the team decides on an item of a round. */
export function DecideForm({ teamId, toolLabel, ...fields }: DecideFormProps) {
  const router = useRouter();
  return (
    <DecideFields {...fields} send={(decision, key) => decideAction(teamId, { roundId: fields.roundId, ...decision, key })} onDone={() => router.refresh()}>
      Goes into {toolLabel} as an ordinary answer, with a link to this round.
    </DecideFields>
  );
}

interface SentDecision extends KeptDecision {
  readonly itemId: string;
}

interface DecideFieldsProps extends Pick<DecideFormProps, "roundId" | "itemId" | "kind" | "frozen">, Partial<Pick<DecideFormProps, "onWriting">> {
  send: (decision: SentDecision, key: string) => Promise<ActionResult<unknown>>;
  onDone: () => void;
  /** Where it goes. */
  children: ReactNode;
}

/** The decision typed once, after a round or a vote in a meeting. Nothing is chosen for the team, and no average stands near. */
export function DecideFields({ roundId, itemId, kind, frozen = null, onWriting, send, onDone, children }: DecideFieldsProps) {
  const isReady = useIsReady();
  const problemId = useId();
  const key = useFormKey();
  const [draft, setDraft] = useState(EMPTY);
  // After the page is there: the server knows nothing of what this tab keeps.
  const takeKept = useEffectEvent(() => {
    const kept = readKeptDecision(roundId, itemId);
    if (!kept) return;
    setDraft(kept);
    onWriting?.(true);
  });
  useEffect(() => queueMicrotask(() => takeKept()), [roundId, itemId]);
  const { value, rationale, dissent } = draft;
  const write = (change: Partial<KeptDecision>) => {
    const next = { ...draft, ...change };
    keepDecision(roundId, itemId, next);
    setDraft(next);
    onWriting?.(true);
  };
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const recordButton = useRef<HTMLButtonElement>(null);
  const openButton = useRef<HTMLButtonElement>(null);
  useKeptPlace(recordButton);
  useKeptPlace(openButton);

  async function record(decided: string | null): Promise<void> {
    if (isBusy) return;
    // Not sent to be refused: what is typed stays until the tool is open again.
    if (decided !== null && frozen) return setProblem(`${frozenWords(frozen.toolLabel, frozen.why)} What you typed stays here.`);
    setIsBusy(true);
    const result = await send({ itemId, value: decided, rationale, dissent }, key.get()).catch(() => noAnswer("What you typed is still here."));
    if (result.ok || result.hasArrived) key.renew();
    setIsBusy(false);
    if (!result.ok) return setProblem(Object.values(result.fieldErrors ?? {})[0] ?? result.message);
    setProblem(undefined);
    dropDraft(roundId, itemId);
    setDraft(EMPTY);
    onWriting?.(false);
    onDone();
  }

  return (
    <form
      method="post"
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (value === null) return setProblem("Choose what the team decided, or press “Leave open”.");
        void record(value);
      }}
    >
      {frozen ? <FrozenNotice {...frozen} /> : null}
      <div className="decide-tiles">
        <RateTiles
          id={`${itemId}-decide`}
          kind={kind}
          value={value}
          onChoose={isReady ? (chosen) => write({ value: chosen }) : undefined}
          dontKnow="We can’t rate this"
          legend="What does the team decide?"
          legendClass="decide-legend"
          describedBy={problem ? problemId : undefined}
        />
        <p className="mt-2 text-muted">Talk first. Nothing is suggested here; the middle of the dots is not a decision.</p>
      </div>
      <TextArea label="Why?" hint="One or two sentences, saved with the rating." optional value={rationale} onChange={(event) => write({ rationale: event.target.value })} maxLength={ROUND_LIMITS.rationale} rows={3} />
      <TextArea
        label="Does somebody see it differently?"
        hint="If they want it on record, in their words, without a name."
        optional
        value={dissent}
        onChange={(event) => write({ dissent: event.target.value })}
        maxLength={ROUND_LIMITS.dissent}
        rows={2}
      />
      {problem ? (
        <div id={problemId}>
          <Alert tone="error" live>
            {problem}
          </Alert>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton ref={recordButton} isBusy={!isReady || isBusy} isSending={isBusy}>
          Record the decision
        </SubmitButton>
        <Button ref={openButton} variant="secondary" disabled={!isReady} aria-disabled={isBusy} onClick={() => void record(null)}>
          Leave open
        </Button>
      </div>
      <p className="text-[0.9375rem] text-muted">{children}</p>
    </form>
  );
}

/** That a decision can't be saved now, said before anybody types one, and where the tool is opened again. */
export function FrozenNotice({ toolLabel, why, href }: FrozenTool) {
  return (
    <Alert tone="warning">
      {frozenWords(toolLabel, why)} <Link href={href}>Open {toolLabel}</Link>
    </Alert>
  );
}

/** Takes a decision back. */
export function UndoDecision({ teamId, roundId, itemId, decisionId, prompt }: Pick<DecideFormProps, "teamId" | "roundId" | "itemId"> & { decisionId: string; prompt: string }) {
  return <ActButton act={() => undoDecisionAction(teamId, { roundId, itemId, decisionId })} label="Undo" describedFor={prompt} variant="quiet" />;
}
