"use client";

import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { LANGUAGE_WORDS, PRIVACY_WORDS } from "@/content/writing-hints/toolkit-words";
import type { PersonDetail } from "@/lib/domain/writing-hints/person-details";
import { shorten } from "@/lib/domain/text/shorten";
import type { Hint, PrivacyHint, WordingHint } from "./find-hints";

const DETAIL_NAMES: Record<PersonDetail, string> = {
  "name-with-birth-date": "a name with a date of birth",
  "birth-date": "a date of birth",
  "social-security": "a Social Security number",
  "record-number": "an incident, case or record number",
  plate: "a license plate",
  email: "a person’s email address",
  phone: "a phone number",
  address: "a street address",
  "named-person": "a person’s name",
};

/** How many findings of each sort a note names; more would be longer than most answers. */
const NAMED = 3;

interface HintNoteProps {
  /** Of the part that describes the box. */
  id: string;
  hints: readonly Hint[];
  /** In a table, where a column is narrow: the toolkit's words are folded away with the reason. */
  isCell: boolean;
  onDismiss: () => void;
}

/** A note that asks, and never stands in the way. */
export function HintNote({ id, hints, isCell, onDismiss }: HintNoteProps) {
  const privacy = hints.filter((hint) => hint.about === "privacy");
  const wording = hints.filter((hint) => hint.about === "wording");
  // A live region is read out only for what comes into it after it is there itself.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsThere(true), 50);
    return () => window.clearTimeout(timer);
  }, []);
  const privacyWords = <ToolkitWords lead="The toolkit asks" words={PRIVACY_WORDS} />;
  const languageWords = <ToolkitWords lead="The toolkit says" words={LANGUAGE_WORDS} />;
  return (
    <div
      role="note"
      aria-label="Note about this answer"
      className="no-print mt-2 max-w-[46rem] rounded-control border-l-4 border-info-line bg-info-soft px-3.5 py-2.5 text-[0.9375rem] leading-snug"
    >
      <div id={id} aria-live="polite" className="grid gap-2">
        {isThere && privacy.length > 0 ? (
          <div>
            <PrivacyText hints={privacy} />
            {isCell ? null : privacyWords}
          </div>
        ) : null}
        {isThere && wording.length > 0 ? (
          <div>
            <WordingText hints={wording} />
            {isCell ? null : languageWords}
          </div>
        ) : null}
      </div>
      <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1">
        <Button variant="secondary" size="small" onClick={onDismiss}>
          Dismiss<span className="sr-only"> this note</span>
        </Button>
        <WhyThisNote>
          {isCell && privacy.length > 0 ? privacyWords : null}
          {isCell && wording.length > 0 ? languageWords : null}
        </WhyThisNote>
      </div>
    </div>
  );
}

function PrivacyText({ hints }: { hints: readonly PrivacyHint[] }) {
  const named = hints.slice(0, NAMED).map(({ finding }) => `${DETAIL_NAMES[finding.kind]} (“${shorten(finding.text, 40)}”)`);
  const more = hints.length - named.length;
  return (
    <p className="[overflow-wrap:anywhere]">
      <strong>This may point to one person:</strong> {named.join(", ")}
      {more > 0 ? ` and ${more} more` : ""}. Leave it out if your plan works without it.
    </p>
  );
}

function WordingText({ hints }: { hints: readonly WordingHint[] }) {
  const more = hints.length - NAMED;
  return (
    <>
      <p>
        <strong>Words that put the person first:</strong>
      </p>
      <ul className="mt-0.5">
        {hints.slice(0, NAMED).map(({ finding }) => (
          <li key={finding.text.toLowerCase()}>
            “{finding.text}” <span aria-hidden="true">→ </span>
            <span className="sr-only">could be </span>“{finding.term.preferred}” (
            <a href={finding.term.source.url} target="_blank" rel="noreferrer" title={finding.term.source.title}>
              {finding.term.source.name}
              <span className="sr-only">, opens in a new tab</span>
            </a>
            )
          </li>
        ))}
        {more > 0 ? <li>and {more} more</li> : null}
      </ul>
    </>
  );
}

function ToolkitWords({ lead, words }: { lead: string; words: { text: string; source: string } }) {
  return (
    <p className="mt-0.5 text-muted">
      {lead}: “{words.text}” ({words.source})
    </p>
  );
}

function WhyThisNote({ children }: { children: ReactNode }) {
  return (
    <details className="fold min-w-0 grow basis-[12rem]">
      <summary>Why am I seeing this?</summary>
      {children}
      <p>
        While you write, this page looks for details that can lead to one person: phone numbers, addresses, dates of
        birth, incident and case numbers. It also looks for words that can hurt. It looks on your device only. Your
        answer is saved as always, and nothing about these notes is sent.
      </p>
      <p className="mt-1.5">
        The notes can be wrong, and they miss things, such as a name alone. You decide what stays. People also choose
        the words for themselves. An agency admin can turn these notes off.
      </p>
    </details>
  );
}
