"use client";

import type { ReactNode } from "react";
import { Printed } from "@/components/printed/printed";
import { CarriedMark } from "@/components/tool/fields/carried-mark";
import { Icon } from "@/components/ui/icon";
import type { ItemKind } from "@/lib/domain/tool/definition";
import { describeNotes, type ItemNotes } from "@/lib/notes/item-notes";
import { AssignedMark } from "./assigned-mark";

export interface ItemMoreProps {
  id: string;
  kind: ItemKind;
  /** The item's name, printed. */
  name: ReactNode;
  notes?: ItemNotes | undefined;
  /** In a table. */
  isCell?: boolean;
}

/**
 * The one quiet control of an item, always at its end: three dots with how many comments and files there are. A plain button
 * that the page's one menu listens for (components/tool/beside/item-panel-host.tsx), which is built when it is opened. Below it is room for marks
 * about people.
 */
export function ItemMore({ id, kind, name, notes, isCell = false }: ItemMoreProps) {
  // Who has it stands below.
  const described = notes ? describeNotes({ ...notes, assignment: null }) : "";
  return (
    <>
      <div className={isCell ? "item-more item-more-cell no-print" : "item-more no-print"}>
        <button
          type="button"
          data-item-panel={id}
          data-item-kind={kind}
          data-comments={notes?.comments || undefined}
          data-files={notes?.files || undefined}
          data-assigned={notes?.assignment ? "" : undefined}
          aria-expanded={false}
          className="more-button dots"
        >
          {notes?.comments ? <Count icon="comment" number={notes.comments} /> : null}
          {notes?.files ? <Count icon="file" number={notes.files} /> : null}
          <span className="sr-only">
            {described === "" ? "Comments and more: " : `${described}; comments and more: `}
            <Printed as="span" data-item-name="" content={name} />
          </span>
        </button>
      </div>
      <div className="item-beside no-print">
        {notes?.assignment ? <AssignedMark assignment={notes.assignment} /> : null}
        {notes?.decidedIn ? (
          <a href={notes.decidedIn.href} className="decided-mark">
            Decided in {notes.decidedIn.where}
          </a>
        ) : null}
        {notes?.carriedFrom ? <CarriedMark id={id} {...notes.carriedFrom} /> : null}
        <span data-item-marks={id} className="item-marks" />
      </div>
    </>
  );
}

function Count({ icon, number }: { icon: "comment" | "file"; number: number }) {
  return (
    <span aria-hidden="true" className="more-count">
      <Icon name={icon} className="size-4" />
      {number}
    </span>
  );
}
