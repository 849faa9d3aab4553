"use client";

import { createPortal } from "react-dom";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { WhoDisclosure } from "@/components/people/who-disclosure";
import type { HistoryNames } from "@/lib/domain/people/person";
import type { PresentTab } from "@/lib/sync/protocol";
import type { SetBy, SetByItem } from "@/lib/sync/set-by";
import { listPeople, type PresentPerson } from "./present-people";
import { useMarkPlaces } from "./use-mark-places";
import { useHasAnswer } from "./use-response";

interface ItemMarksProps {
  people: readonly PresentTab[];
  setBy: SetByItem;
  /** Who the person reading is shown as. */
  personId: string;
  historyNames: HistoryNames;
}

/** Beside each item: who is there now, and for a choice who set it. */
export function ItemMarks({ people, setBy, personId, historyNames }: ItemMarksProps) {
  const places = useMarkPlaces("[data-item-marks]");
  const present = listPeople(people);
  return [...places].map(([itemId, place]) => {
    const here = present.filter((person) => person.itemId === itemId);
    const set = setBy[itemId];
    return here.length > 0 || set
      ? createPortal(
          <>
            {set ? <SetByMark itemId={itemId} place={place} set={set} isYou={set.by.personId === personId} historyNames={historyNames} /> : null}
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

interface SetByMarkProps {
  itemId: string;
  /** Beside the button that names the item. */
  place: Element;
  set: SetBy;
  isYou: boolean;
  historyNames: HistoryNames;
}

/** That it was changed, and when; who did, at once or on asking. */
function SetByMark({ itemId, place, set: { by, at }, isYou, historyNames }: SetByMarkProps) {
  if (!useHasAnswer(itemId)) return null;
  const when = <time dateTime={at}>{printWhen(at)}</time>;
  if (isYou) return <span className="text-muted">Set by you, {when}</span>;
  if (historyNames === "hidden") return <span className="text-muted">Changed {when}</span>;
  const who = (
    <>
      <PersonName person={by} /> <RoleLabel person={by} />
    </>
  );
  if (historyNames === "shown") return <span className="text-muted">Set by {who}, {when}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 text-muted">
      Changed {when}
      <WhoDisclosure about={place.parentElement?.querySelector("[data-item-name]")?.textContent ?? ""}>{who}</WhoDisclosure>
    </span>
  );
}
