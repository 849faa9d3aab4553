"use client";

import { DueDate } from "@/components/ui/due-date";
import type { ItemAssignment } from "@/lib/notes/item-notes";

/** Who looks after an item and by when, for everybody to see; overdue in words and colour. */
export function AssignedMark({ assignment: { name, dueOn, isHandedBack } }: { assignment: ItemAssignment }) {
  return (
    <span className="assigned-mark">
      {isHandedBack ? `${name} handed it back` : `Assigned to ${name}`}
      {dueOn && !isHandedBack ? (
        <>
          . <DueDate day={dueOn} />
        </>
      ) : null}
    </span>
  );
}
