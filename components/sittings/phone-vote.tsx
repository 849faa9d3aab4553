"use client";

import { type ReactNode, useId } from "react";
import { useIsReady } from "@/components/forms/use-is-ready";
import { RateTiles } from "@/components/rounds/rate-tiles";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { CurrentItem } from "@/lib/domain/sittings/sitting-state";
import { ItemWords } from "./phone-item";
import type { BallotState } from "./use-ballots";

interface PhoneVoteProps {
  item: CurrentItem;
  roundId: string;
  /** Where the form goes without a script. */
  action: string;
  value: string | null;
  state: BallotState | undefined;
  onChoose: (value: string) => void;
  /** Of a shared phone whose turn it is. */
  turn?: { readonly number: number; readonly name: string };
  children?: ReactNode;
}

/** The answers of the item on the screen. A tap counts at once; another one takes its place until the reveal. */
export function PhoneVote({ item, roundId, action, value, state, onChoose, turn, children }: PhoneVoteProps) {
  const isReady = useIsReady();
  const stateId = useId();
  if (item.kind === "other") return null;
  return (
    <form method="post" action={action} onSubmit={isReady ? (event) => event.preventDefault() : undefined}>
      <input type="hidden" name="round" value={roundId} />
      {turn ? <p className="mb-2 font-semibold">{turn.name} votes now</p> : null}
      <RateTiles
        id={`${roundId}-${turn?.number ?? 1}`}
        kind={item.kind}
        value={value}
        onChoose={isReady ? onChoose : undefined}
        dontKnow="I can’t rate this"
        legend={<ItemWords item={item} />}
        legendClass="rate-prompt"
        describedBy={stateId}
      />
      <p id={stateId} className="rate-state" role="status">
        <StateWords state={state} hasValue={value !== null} />
      </p>
      {isReady ? null : (
        <Button type="submit" className="w-full">
          Send my vote
        </Button>
      )}
      {children}
    </form>
  );
}

function StateWords({ state, hasValue }: { state: BallotState | undefined; hasValue: boolean }) {
  if (state?.kind === "refused") return <span className="font-semibold text-error">Not counted. {state.message}</span>;
  if (state?.kind === "sending") return <span className="text-muted">Sending</span>;
  if (state?.kind === "waiting") {
    return (
      <span className="text-warning">
        <Icon name="blocked" /> No network. Your vote waits on this phone and is counted when it is back.
      </span>
    );
  }
  if (state?.kind === "late") return <span className="text-success">Counted, after the reveal.</span>;
  if (!hasValue && state?.kind !== "counted") return <span className="text-muted">Tap an answer. Nobody sees it, the big screen neither.</span>;
  return (
    <span className="text-success">
      <Icon name="check" /> Counted. You can change it until the reveal.
    </span>
  );
}
