"use client";

import { createPortal } from "react-dom";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import type { PresentTab } from "@/lib/sync/protocol";
import type { SetBy, SetByItem } from "@/lib/sync/set-by";
import { listPeople, type PresentPerson } from "./present-people";
import { useMarkPlaces } from "./use-mark-places";
import { useHasAnswer } from "./use-response";

interface ItemMarksProps {
  people: readonly PresentTab[];
  setBy: SetByItem;
  /** The person reading. */
  userId: string;
}

/** Beside each item: who is there now, and for a choice who set it. */
export function ItemMarks({ people, setBy, userId }: ItemMarksProps) {
  const places = useMarkPlaces("[data-item-marks]");
  const present = listPeople(people);
  return [...places].map(([itemId, place]) => {
    const here = present.filter((person) => person.itemId === itemId);
    const set = setBy[itemId];
    return here.length > 0 || set
      ? createPortal(
          <>
            {set ? <SetByMark itemId={itemId} set={set} isYou={set.by.personId === userId} /> : null}
            {here.length > 0 ? <HereMark people={here} /> : null}
          </>,
          place,
          itemId,
        )
      : null;
  });
}

function HereMark({ people }: { people: readonly PresentPerson[] }) {
  const names = people.map(({ name }) => name);
  return (
    <span className="here-mark">
      <span aria-hidden="true" className="initials">
        {people[0]?.initials}
      </span>
      {names.length === 1 ? `${names[0]} is here` : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are here`}
    </span>
  );
}

const WHEN = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
const WHEN_LONG_AGO = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });

function printWhen(iso: string): string {
  const at = new Date(iso);
  return (at.getFullYear() === new Date().getFullYear() ? WHEN : WHEN_LONG_AGO).format(at);
}

function SetByMark({ itemId, set: { by, at }, isYou }: { itemId: string; set: SetBy; isYou: boolean }) {
  if (!useHasAnswer(itemId)) return null;
  return (
    <span className="text-muted">
      Set by {isYou ? "you" : <PersonName person={by} />}, <time dateTime={at}>{printWhen(at)}</time>{" "}
      {isYou ? null : <RoleLabel person={by} />}
    </span>
  );
}
