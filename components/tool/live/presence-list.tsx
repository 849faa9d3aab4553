"use client";

import { createPortal } from "react-dom";
import { RoleLabel } from "@/components/people/shown-people";
import { personOf } from "@/lib/domain/people/person";
import type { PresentTab } from "@/lib/sync/protocol";
import { listPeople } from "./present-people";
import { useMarkPlaces } from "./use-mark-places";

/** Initials shown before the list is opened. */
const MOST_INITIALS = 3;

/** Who else has this tool open, in the bar; opened, with where each of them is. Says nothing by itself. */
export function PresenceList({ people: tabs }: { people: readonly PresentTab[] }) {
  const place = useMarkPlaces("[data-here-now]").get("");
  const people = listPeople(tabs);
  if (!place || people.length === 0) return null;
  const names = people.map(({ name }) => name);
  return createPortal(
    <details className="here-now">
      <summary>
        <span aria-hidden="true" className="flex -space-x-1.5">
          {people.slice(0, MOST_INITIALS).map(({ userId, initials }) => (
            <span key={userId} className="initials">
              {initials}
            </span>
          ))}
        </span>
        <span className="here-now-names">Here now: {names.join(", ")}</span>
      </summary>
      <ul>
        {people.map(({ userId, name, initials, itemId }) => (
          <li key={userId}>
            <span aria-hidden="true" className="initials">
              {initials}
            </span>
            <span className="min-w-0">
              {name} <RoleLabel person={personOf(userId)} />
            </span>
            {itemId ? (
              <a href={`#${itemId}`}>
                Go there<span className="sr-only">: the item {name} is at</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </details>,
    place,
  );
}
