"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useIsReady } from "@/components/forms/use-is-ready";
import { ReadAloud } from "@/components/item-panel/read-aloud";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-area";
import { ROUND_LIMITS } from "@/lib/domain/rounds/round";
import { formatValue } from "@/lib/domain/rounds/round-values";
import { RateTiles, scaleFor } from "./rate-tiles";
import type { RatedItem } from "./rated-item";
import type { SaveState } from "./use-rating-saver";

export interface ShownRating {
  readonly value: string | null;
  readonly note: string;
}

interface RateFormProps {
  item: RatedItem;
  rating: ShownRating;
  /** Where the form goes without a script. */
  action: string;
  state: SaveState | undefined;
  onChange: (change: { readonly value?: string; readonly words?: string }) => void;
  /** Rated before the reveal: its dot is seen, so it stands. */
  isFixed: boolean;
  isRevealed: boolean;
  /** The round was closed meanwhile. */
  isOver: boolean;
  /** Buttons that lead on; in a list there are none, and without a script one that saves. */
  children?: ReactNode;
  onNext?: () => void;
  onFinish?: () => void;
}

const NOTE_REST_MS = 1_500;

/** One item to rate: saved as it is made, or by its button where no script runs. */
export function RateForm({ item, rating, action, state, onChange, isFixed, isRevealed, isOver, children, onNext, onFinish }: RateFormProps) {
  const isReady = useIsReady();
  const stateId = `${item.id}-state`;
  const [form, setForm] = useState<Element | null>(null);
  return (
    <form
      ref={setForm}
      method="post"
      action={action}
      className="rate-form item"
      onSubmit={(event) => {
        const act = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value");
        const led = act === "next" ? onNext : act === "finish" ? onFinish : undefined;
        if (!led) return;
        event.preventDefault();
        led();
      }}
    >
      <input type="hidden" name="item" value={item.id} />
      <div className="rate-place">
        <p className="text-muted">{item.place}</p>
        {form ? <ReadAloud element={form} name={item.prompt} /> : null}
      </div>
      {isFixed ? (
        <>
          <h2 className="rate-prompt">{item.prompt}</h2>
          <Bullets of={item.bullets} />
          <PlainFold item={item} />
          <p className="my-4">
            {rating.value === null ? (
              "You have not rated this."
            ) : (
              <>
                You rated this <strong>{formatValue(scaleFor(item.kind), rating.value)}</strong>.{isOver ? "" : " The round was revealed, so it stands."}
              </>
            )}
          </p>
        </>
      ) : (
        <RateTiles
          id={item.id}
          kind={item.kind}
          value={rating.value}
          onChoose={isReady ? (value) => onChange({ value }) : undefined}
          dontKnow="I can’t rate this"
          legendClass="rate-prompt"
          describedBy={stateId}
          legend={
            <>
              {item.prompt}
              <Bullets of={item.bullets} />
            </>
          }
        >
          <PlainFold item={item} />
        </RateTiles>
      )}
      <p id={stateId} className="rate-state" role="status">
        <StateWords state={state?.kind === "saved" && isFixed ? undefined : state} isSaved={rating.value !== null && !isFixed} isRevealed={isRevealed} />
      </p>
      {!isFixed && isReady && rating.value !== null ? (
        <Button variant="quiet" size="small" onClick={() => onChange({ value: "" })}>
          Take my rating back
          <span className="sr-only">: {item.prompt}</span>
        </Button>
      ) : null}
      <OwnNote item={item} note={rating.note} isOver={isOver} onWrite={(words) => onChange({ words })} />
      <div className="rate-buttons">
        {children ??
          (isReady ? null : (
            <Button type="submit" name="act" value="save" variant="secondary">
              Save
            </Button>
          ))}
      </div>
    </form>
  );
}

/** Our plain words beside the printed ones, folded away as they are long for a phone. */
function PlainFold({ item: { plain, prompt } }: { item: RatedItem }) {
  if (plain === undefined) return null;
  return (
    <details className="fold mb-3">
      <summary>
        In plain words<span className="sr-only">: {prompt}</span>
      </summary>
      <p className="plain-words">{plain}</p>
    </details>
  );
}

function Bullets({ of }: { of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="bullets mt-2 text-base font-normal">
      {of.map((bullet) => (
        <li key={bullet}>{bullet}</li>
      ))}
    </ul>
  );
}

function StateWords({ state, isSaved, isRevealed }: { state: SaveState | undefined; isSaved: boolean; isRevealed: boolean }) {
  if (state?.kind === "refused") return <span className="font-semibold text-error">Not saved. {state.message}</span>;
  if (state?.kind === "saving") return <span className="text-muted">Saving</span>;
  if (state?.kind === "waiting") {
    return (
      <span className="text-warning">
        <Icon name="blocked" /> No network. It waits on this device and is sent when you are back.
      </span>
    );
  }
  if (!isSaved && state?.kind !== "saved") return null;
  return (
    <span className="text-success">
      <Icon name="check" /> {isRevealed ? "Saved, as a late rating. You can change it until the close." : "Saved. You can change it until the reveal."}
    </span>
  );
}

/** The private note; saved at a rest, and when one leaves the field. */
function OwnNote({ item, note, isOver, onWrite }: { item: RatedItem; note: string; isOver: boolean; onWrite: (words: string) => void }) {
  const [words, setWords] = useState(note);
  const sent = useRef(note);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = (written: string) => {
    clearTimeout(timer.current);
    if (isOver || written === sent.current) return;
    sent.current = written;
    onWrite(written);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <TextArea
      name="words"
      rows={2}
      maxLength={ROUND_LIMITS.note}
      label={
        <>
          Note for yourself <span className="font-normal text-muted">({item.own.isNoteShown ? "shown to the team, without your name" : "private"})</span>
        </>
      }
      value={words}
      readOnly={isOver}
      onChange={(event) => {
        const written = event.target.value;
        setWords(written);
        clearTimeout(timer.current);
        timer.current = setTimeout(save, NOTE_REST_MS, written);
      }}
      onBlur={() => save(words)}
    />
  );
}
