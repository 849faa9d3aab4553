"use client";

import { usePeople } from "@/components/people/shown-people";
import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { personToken, readPersonToken, showPerson } from "@/lib/domain/people/person";
import type { ChoiceOption } from "@/lib/domain/tool/definition";

interface ValueSelectProps {
  id: string;
  value: string;
  onChoose: (value: string) => void;
  options: readonly ChoiceOption[];
  /** What stands for no answer. */
  none: string;
}

/** One of a few, where a group of buttons would take too much room: in a cell. */
export function ValueSelect({ id, value, onChoose, options, none }: ValueSelectProps) {
  return (
    <select id={id} className="control" value={value} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** The team's members as options, and whoever is chosen already, though they may have left. */
export function usePersonOptions(value: string): readonly ChoiceOption[] {
  const { people } = usePeople();
  const known = [...people.keys()].map((personId) => ({ id: personToken({ personId }), label: showPerson(people, { personId }) }));
  const chosen = readPersonToken(value);
  if (chosen === null || people.has(chosen.personId)) return known;
  return [...known, { id: value, label: showPerson(people, chosen) }];
}

/** A cell of a printed table that holds one of a few options. */
export function ChoiceCellControl({ id, options }: { id: string; options: readonly ChoiceOption[] }) {
  const store = useResponseStore();
  const value = useAnswer({ id, kind: "choice" })?.option ?? "";
  return <ValueSelect id={id} value={value} options={options} none="Not said" onChoose={(option) => store.setValue(id, option ? { option } : null)} />;
}

/** Somebody of the team. */
export function PersonControl({ id }: { id: string }) {
  const store = useResponseStore();
  const value = useAnswer({ id, kind: "person" }) ?? "";
  return <ValueSelect id={id} value={value} options={usePersonOptions(value)} none="Nobody yet" onChoose={(person) => store.setValue(id, person || null)} />;
}
