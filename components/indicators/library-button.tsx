"use client";

import { useState } from "react";
import { addFromLibraryAction } from "@/app/teams/[teamId]/goals/[sheet]/actions";
import { loadPage } from "@/components/forms/load-page";
import { goalHref, type GoalRowPlace, indicatorFormsHref } from "./goal-address";
import { TwoWayForm } from "./two-way-form";

interface LibraryButtonProps {
  place: Omit<GoalRowPlace, "rowId">;
  libraryId: string;
  name: string;
  /** Names the row that it makes; made on the server, so that the form works without a script. */
  rowId: string;
}

/** Puts what the library offers into a row of its own. */
export function LibraryButton({ place, libraryId, name, rowId: made }: LibraryButtonProps) {
  // The page may be drawn anew while it waits: what is sent again is the same row.
  const [rowId] = useState(made);
  const { toolRef, itemId } = place;
  return (
    <TwoWayForm
      address={indicatorFormsHref(place)}
      hidden={{ intent: "library", itemId, rowId, libraryId }}
      send={() => addFromLibraryAction(place.teamId, { toolRef, itemId, rowId, libraryId })}
      onDone={() => loadPage(goalHref(place, { row: rowId, done: "saved" }))}
      submitLabel={
        <>
          Add to this sheet<span className="sr-only">: {name}</span>
        </>
      }
      variant="secondary"
    />
  );
}
