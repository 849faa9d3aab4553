"use client";

import { useState } from "react";
import { ActButton } from "@/components/forms/act-button";
import { Select } from "@/components/ui/select";
import type { Choice } from "@/lib/links/carry-words";
import type { ActionResult } from "@/lib/platform/entry/action-result";
import { shorten } from "@/lib/domain/text/shorten";
import { useDone } from "./link-block";

interface ChoosePlaceProps {
  /** "Develop this idea" */
  label: string;
  /** What is developed, for people who hear the controls without what stands around them. */
  describedFor: string;
  /** "idea", "sheet" */
  place: string;
  choices: readonly Choice[];
  act: (section: string, key: string) => Promise<ActionResult<unknown>>;
}

const SHOWN = 50;
const short = (words: string) => shorten(words, SHOWN);

function nameOf({ name, words, isFree }: Choice): string {
  if (isFree) return `${name}, still free`;
  return words === "" ? `Join ${name}` : `Join ${name}: ${short(words)}`;
}

/** Where something goes next: a free place, or one that something stands in already. */
export function ChoosePlace({ label, describedFor, place, choices, act }: ChoosePlaceProps) {
  const onDone = useDone();
  const firstFree = choices.find(({ isFree }) => isFree);
  const [chosen, setChosen] = useState(firstFree?.section ?? choices[0]?.section ?? "");
  const name = choices.find(({ section }) => section === chosen)?.name ?? "";
  return (
    <details className="fold link-choose no-print">
      <summary>
        {label}
        <span className="sr-only">: {describedFor}</span>
      </summary>
      <div>
        {firstFree ? null : <p>All {choices.length === 4 ? "four" : choices.length} are taken. You can join one that is there.</p>}
        <Select label={<>Which {place}?<span className="sr-only"> For: {describedFor}</span></>} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {choices.map((choice) => (
            <option key={choice.section} value={choice.section}>
              {nameOf(choice)}
            </option>
          ))}
        </Select>
        <p className="text-muted">Its words are offered there. Nothing is filled in by itself.</p>
        <ActButton label={`Link to this ${place}`} describedFor={describedFor} variant="secondary" once={(key) => act(chosen, key)} onDone={() => onDone(`Linked to ${name}.`)} />
      </div>
    </details>
  );
}
