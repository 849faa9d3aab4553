"use client";

import type { ReactNode } from "react";
import { Printed } from "@/components/printed/printed";
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
  /** In a table: an icon with the number of things there, so that the cells stay readable. */
  isCell?: boolean;
}

/**
 * Opens what lies beside an item: comments, files, history and who has it. A plain button that the page's one
 * item panel listens for (see panel/item-panel-host.tsx), with a place for marks about people.
 */
export function ItemMore({ id, kind, name, notes, isCell = false }: ItemMoreProps) {
  // Who has it stands beside the button.
  const described = notes ? describeNotes({ ...notes, assignment: null }) : "";
  const number = notes ? notes.comments + notes.files : 0;
  return (
    <div className={isCell ? "item-more item-more-cell no-print" : "item-more no-print"}>
      <button
        type="button"
        data-item-panel={id}
        data-item-kind={kind}
        aria-haspopup="dialog"
        className={described === "" ? "more-button" : "more-button more-button-filled"}
      >
        <Icon name="comment" className="size-4" />
        {isCell ? <CellWords number={number} described={described} /> : described || "Comments and more"}
        <span className="sr-only">
          {isCell || described === "" ? ": " : "; comments, files and history: "}
          <Printed as="span" data-item-name="" content={name} />
        </span>
      </button>
      {notes?.assignment ? <AssignedMark assignment={notes.assignment} /> : null}
      <span data-item-marks={id} className="item-marks" />
    </div>
  );
}

function CellWords({ number, described }: { number: number; described: string }) {
  return (
    <>
      {number > 0 ? <span>{number} </span> : null}
      <span className="sr-only">{described === "" ? "Comments and more" : `(${described}) comments and more`}</span>
    </>
  );
}
