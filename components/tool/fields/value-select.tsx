"use client";

import { useMemo } from "react";
import { useMeeting, usePeople } from "@/components/people/shown-people";
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

/** The team's people of now, as an answer names them. */
export function usePersonOptions(): readonly ChoiceOption[] {
  const { people, choosable } = usePeople();
  return useMemo(() => choosable.map((personId) => ({ id: personToken({ personId }), label: showPerson(people, { personId }) })), [people, choosable]);
}

/** Somebody of the team, or whoever is chosen already, though they may have left. */
export function PersonSelect({ id, value, onChoose }: Pick<ValueSelectProps, "id" | "value" | "onChoose">) {
  const options = usePersonOptions();
  const chosen = readPersonToken(value);
  const name = useMeeting(chosen);
  const isOffered = chosen === null || options.some((option) => option.id === value);
  const shown = isOffered ? options : [...options, { id: value, label: name }];
  return <ValueSelect id={id} value={chosen === null ? "" : value} options={shown} none="Nobody yet" onChoose={onChoose} />;
}

/** A cell of a printed table that holds one of a few options. */
export function ChoiceCellControl({ id, options }: { id: string; options: readonly ChoiceOption[] }) {
  const store = useResponseStore();
  const value = useAnswer({ id, kind: "choice" })?.option ?? "";
  return <ValueSelect id={id} value={value} options={options} none="Not said" onChoose={(option) => store.setValue(id, option ? { option } : null)} />;
}

/** An item that is answered with somebody of the team. */
export function PersonControl({ id }: { id: string }) {
  const store = useResponseStore();
  const value = useAnswer({ id, kind: "person" }) ?? "";
  return <PersonSelect id={id} value={value} onChoose={(person) => store.setValue(id, person || null)} />;
}
