"use client";

import type { ReactNode } from "react";
import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { Button } from "@/components/ui/button";
import type { TableRow } from "@/lib/domain/answer/answers";

/** What another tool's answers offer for this one. Nothing is filled in until somebody chooses it. */
export interface OfferedWordsProps {
  readonly title: string;
  readonly words: readonly string[];
  /** Which answers fit where is ours. */
  readonly isOurMapping?: true;
  /** Of a table: the column of a new row that the words go into. */
  readonly into?: string;
  /** Of a date: the day that is offered, "2026-12-01", and as it is read. */
  readonly day?: { readonly date: string; readonly words: string };
}

interface PlacedOffer extends OfferedWordsProps {
  readonly id: string;
  /** What is answered with it, where the same is offered at several places. */
  readonly about: string;
}

/** Words for a text: each becomes a line of it. */
export function OfferedWords({ id, words, ...offer }: PlacedOffer) {
  const store = useResponseStore();
  const answer = useAnswer({ id, kind: "text" }) ?? "";
  const lines = answer.split("\n").map((line) => line.trim());
  return (
    <OfferFold {...offer} explanation="Choose what belongs here. It is added to your answer, where you can change it.">
      {words.map((word) => (
        <OfferedWord key={word} word={word} isTaken={lines.includes(word)} taken="In your answer">
          <Button variant="secondary" size="small" onClick={() => store.setText(id, [...(answer === "" ? [] : [answer]), word].join("\n"))}>
            Add<span className="sr-only"> to {offer.about}: {word}</span>
          </Button>
        </OfferedWord>
      ))}
    </OfferFold>
  );
}

/** Words for a table: each becomes a row of it. */
export function OfferedRows({ id, words, into = "", ...offer }: PlacedOffer) {
  const store = useResponseStore();
  const rows = (useAnswer({ id, kind: "table" }) ?? []) as readonly TableRow[];
  const taken = new Set(rows.map(({ cells }) => (cells[into] ?? "").trim()));
  return (
    <OfferFold {...offer} explanation="Choose what belongs here. It becomes a row of the table, where you can change it.">
      {words.map((word) => (
        <OfferedWord key={word} word={word} isTaken={taken.has(word)} taken="In the table">
          <Button variant="secondary" size="small" onClick={() => store.setCell(id, store.addRow(id), into, word)}>
            Add as a row<span className="sr-only"> of {offer.about}: {word}</span>
          </Button>
        </OfferedWord>
      ))}
    </OfferFold>
  );
}

/** A day for a date. */
export function OfferedDay({ id, title, about, day }: Pick<PlacedOffer, "id" | "title" | "about" | "day">) {
  const store = useResponseStore();
  const answer = useAnswer({ id, kind: "date" });
  if (!day || answer === day.date) return null;
  return (
    <p className="no-print mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.9375rem]">
      <span>
        {title}, {day.words}.
      </span>
      <Button variant="secondary" size="small" onClick={() => store.setValue(id, day.date)}>
        Use this date<span className="sr-only"> for {about}</span>
      </Button>
    </p>
  );
}

function OfferFold({ title, about, isOurMapping, explanation, children }: Pick<PlacedOffer, "title" | "about" | "isOurMapping"> & { explanation: string; children: ReactNode }) {
  return (
    <details className="fold no-print mt-2 text-[0.9375rem]">
      <summary>
        {title}
        <span className="sr-only">, for {about}</span>
      </summary>
      <p className="mt-1 text-muted">
        {explanation}
        {isOurMapping ? " Which answers are offered here is our suggestion, not the toolkit’s." : null}
      </p>
      <ul className="mt-2 grid gap-2">{children}</ul>
    </details>
  );
}

function OfferedWord({ word, isTaken, taken, children }: { word: string; isTaken: boolean; taken: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0">{word}</span>
      {isTaken ? <span className="text-muted">{taken}</span> : children}
    </li>
  );
}
