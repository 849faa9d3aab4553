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

/** What is offered for one place, if anything. */
export interface OffersProps {
  readonly offers?: readonly OfferedWordsProps[] | undefined;
  /** What is answered with it, where the same is offered at several places. */
  readonly about?: string | undefined;
}

interface PlacedOffers extends OffersProps {
  readonly id: string;
}

interface PlacedOffer {
  readonly id: string;
  readonly about: string;
  readonly offer: OfferedWordsProps;
}

const NONE: readonly OfferedWordsProps[] = [];

/** Words for a text: each becomes a line of it. */
export function OfferedWords({ id, offers = NONE, about = "" }: PlacedOffers) {
  return offers.map((offer) => <WordsForText key={offer.title} id={id} about={about} offer={offer} />);
}

function WordsForText({ id, ...offered }: PlacedOffer) {
  const store = useResponseStore();
  const answer = useAnswer({ id, kind: "text" }) ?? "";
  return <OfferedLines {...offered} text={answer} write={(text) => store.setText(id, text)} explanation="Choose what belongs here. It is added to your answer, where you can change it." taken="In your answer" />;
}

interface CellOffersProps extends OffersProps {
  readonly text: string;
  readonly write: (text: string) => void;
}

/** Words for one cell of a table: each becomes a line of it. */
export function OfferedForCell({ offers = NONE, about = "", ...cell }: CellOffersProps) {
  return offers.map((offer) => <OfferedLines key={offer.title} {...cell} offer={offer} about={about} explanation="Choose who or what belongs here. It is added to the cell, where you can change it." taken="In the cell" />);
}

interface OfferedLinesProps extends Omit<PlacedOffer, "id"> {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly explanation: string;
  readonly taken: string;
}

function OfferedLines({ text, write, offer, about, explanation, taken }: OfferedLinesProps) {
  const lines = text.split("\n").map((line) => line.trim());
  return (
    <OfferFold offer={offer} about={about} explanation={explanation}>
      {offer.words.map((word) => (
        <OfferedWord key={word} word={word} isTaken={lines.includes(word)} taken={taken}>
          <Button variant="secondary" size="small" onClick={() => write([...(text === "" ? [] : [text]), word].join("\n"))}>
            Add<span className="sr-only"> to {about}: {word}</span>
          </Button>
        </OfferedWord>
      ))}
    </OfferFold>
  );
}

/** Words for a table: each becomes a row of it. */
export function OfferedRows({ id, offers = NONE, about = "" }: PlacedOffers) {
  return offers.map((offer) => <WordsForRows key={offer.title} id={id} about={about} offer={offer} />);
}

function WordsForRows({ id, offer, about }: PlacedOffer) {
  const store = useResponseStore();
  const { into = "" } = offer;
  const rows = (useAnswer({ id, kind: "table" }) ?? []) as readonly TableRow[];
  const taken = new Set(rows.map(({ cells }) => (cells[into] ?? "").trim()));
  return (
    <OfferFold offer={offer} about={about} explanation="Choose what belongs here. It becomes a row of the table, where you can change it.">
      {offer.words.map((word) => (
        <OfferedWord key={word} word={word} isTaken={taken.has(word)} taken="In the table">
          <Button variant="secondary" size="small" onClick={() => store.setCell(id, store.addRow(id), into, word)}>
            Add as a row<span className="sr-only"> of {about}: {word}</span>
          </Button>
        </OfferedWord>
      ))}
    </OfferFold>
  );
}

/** A day for a date. */
export function OfferedDay({ id, offers = NONE, about = "" }: PlacedOffers) {
  return offers.map((offer) => <DayForDate key={offer.title} id={id} about={about} offer={offer} />);
}

function DayForDate({ id, about, offer: { title, day } }: PlacedOffer) {
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

interface OfferFoldProps extends Omit<PlacedOffer, "id"> {
  readonly explanation: string;
  readonly children: ReactNode;
}

function OfferFold({ offer: { title, isOurMapping }, about, explanation, children }: OfferFoldProps) {
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
