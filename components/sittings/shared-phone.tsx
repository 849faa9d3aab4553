"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { noAnswer } from "@/components/forms/no-answer";
import { useIsReady } from "@/components/forms/use-is-ready";
import { RateTiles } from "@/components/rounds/rate-tiles";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { SITTING_LIMITS } from "@/lib/domain/sittings/sitting";
import type { CurrentItem } from "@/lib/domain/sittings/sitting-state";
import { ItemWords, PhoneItem } from "./phone-item";
import { PhoneVote } from "./phone-vote";
import { ballotId, type BallotState } from "./use-ballots";
import type { KeptBallot } from "@/lib/platform/browser/kept-ballots";

interface SharedPhoneProps {
  item: CurrentItem;
  roundId: string;
  action: string;
  names: readonly string[];
  /** Who has voted already, by their place among the names. */
  voted: readonly number[];
  states: Readonly<Record<string, BallotState>>;
  onCast: (ballot: KeptBallot) => void;
  onHandedOn: (turn: number) => void;
  /** After the reveal: the item stands above already. */
  isLate?: boolean;
}

/** A secret for one turn. The page holds it until the phone is handed on; then nobody can look at the vote or change it. */
function makeTurnKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

interface Turn {
  readonly number: number;
  readonly key: string;
  readonly value: string | null;
}

/** Several people vote on one phone in turn, and it forgets each of them. */
export function SharedPhone({ item, roundId, action, names, voted, states, onCast, onHandedOn, isLate = false }: SharedPhoneProps) {
  const isReady = useIsReady();
  const [turn, setTurn] = useState<Turn | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const isHandedOn = useRef(false);
  useEffect(() => {
    if (turn === null && isHandedOn.current) list.current?.focus();
  }, [turn]);
  if (turn) {
    const state = states[ballotId({ round: roundId, turn: turn.number })];
    return (
      <PhoneVote
        item={item}
        roundId={roundId}
        action={action}
        value={turn.value}
        state={state}
        turn={{ number: turn.number, name: names[turn.number - 1] ?? "" }}
        onChoose={(value) => {
          setTurn({ ...turn, value });
          onCast({ round: roundId, value, turn: turn.number, turnKey: turn.key, about: item.prompt });
        }}
      >
        <Button
          variant={turn.value === null ? "secondary" : "primary"}
          className="w-full"
          onClick={() => {
            if (turn.value !== null && state?.kind !== "refused") onHandedOn(turn.number);
            isHandedOn.current = true;
            setTurn(null);
          }}
        >
          {turn.value === null ? "Back without a vote" : "Hand to the next person"}
        </Button>
        {turn.value === null ? null : <p className="mt-2 text-[0.9375rem] text-muted">Then this phone forgets your vote. Nobody can look at it or change it.</p>}
      </PhoneVote>
    );
  }
  const isDone = (number: number) => voted.includes(number);
  const left = names.flatMap((name, index) => (isDone(index + 1) ? [] : [{ number: index + 1, name }]));
  if (!isReady && left.length > 0) return <TurnForm item={item} roundId={roundId} action={action} left={left} />;
  return (
    <Around item={item} isLate={isLate}>
      <div ref={list} tabIndex={-1} role="group" aria-labelledby="who-votes" className="rate-one grid gap-3">
        <h3 id="who-votes">{names.every((_, index) => isDone(index + 1)) ? "All on this phone have voted" : "Who votes now?"}</h3>
        <ul className="grid gap-2">
          {names.map((name, index) => (
            <li key={`${index}-${name}`}>
              {isDone(index + 1) ? (
                <p className="sitting-turn">
                  <span className="wrap-anywhere">{name}</span> {states[ballotId({ round: roundId, turn: index + 1 })]?.kind === "waiting" ? <span className="text-warning">Waits on this phone</span> : <span className="text-success">Counted</span>}
                </p>
              ) : (
                <Button variant="secondary" className="w-full wrap-anywhere" onClick={() => setTurn({ number: index + 1, key: makeTurnKey(), value: null })}>
                  {name}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Around>
  );
}

function Around({ item, isLate, children }: { item: CurrentItem; isLate: boolean; children: ReactNode }) {
  return isLate ? children : <PhoneItem item={item}>{children}</PhoneItem>;
}

interface TurnFormProps {
  item: CurrentItem;
  roundId: string;
  action: string;
  left: readonly { readonly number: number; readonly name: string }[];
}

/**
 * The same without a script: who votes, and what, sent together. The page that comes next has another secret, so nobody can look at the
 * vote or change it.
 */
function TurnForm({ item, roundId, action, left }: TurnFormProps) {
  const [key] = useState(makeTurnKey);
  if (item.kind === "other") return null;
  return (
    <form method="post" action={action} autoComplete="off" className="grid gap-4">
      <input type="hidden" name="round" value={roundId} />
      <input type="hidden" name="turnKey" value={key} suppressHydrationWarning />
      <fieldset className="rate-tiles">
        <legend className="font-semibold">Who votes now?</legend>
        {left.map(({ number, name }) => (
          <label key={number} className="rate-tile">
            <input type="radio" name="turn" value={number} required className="rate-radio" autoComplete="off" />
            <span className="wrap-anywhere">{name}</span>
          </label>
        ))}
      </fieldset>
      <RateTiles id={`${roundId}-turn`} kind={item.kind} value={null} dontKnow="I can’t rate this" legend={<ItemWords item={item} />} legendClass="rate-prompt" />
      <Button type="submit" className="w-full">
        Send my vote
      </Button>
      <p className="text-[0.9375rem] text-muted">Then this phone forgets your vote. Nobody can look at it or change it.</p>
    </form>
  );
}

/** One more person comes to the phone. */
export function AddPerson({ action, onAdded }: { action: string; onAdded: () => void }) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  async function add(): Promise<void> {
    if (isBusy) return;
    setIsBusy(true);
    const response = await fetch(action, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ names: name }) }).catch(() => null);
    const body = (await response?.json().catch(() => null)) as { message?: string } | null | undefined;
    setIsBusy(false);
    if (!response?.ok) return setProblem(body?.message ?? noAnswer().message);
    setProblem(undefined);
    setName("");
    onAdded();
  }
  return (
    <details className="fold">
      <summary>Somebody else uses this phone too</summary>
      <form
        method="post"
        action={action}
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput label="Their name, as they want it shown" name="names" value={name} maxLength={SITTING_LIMITS.name} error={problem} onChange={(event) => setName(event.target.value)} autoComplete="off" />
        <Button type="submit" variant="secondary" aria-disabled={isBusy}>
          Add
        </Button>
      </form>
    </details>
  );
}
