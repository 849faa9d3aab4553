"use client";

import type { ReactNode } from "react";
import { Printed } from "@/components/printed/printed";
import { DateControl } from "@/components/tool/fields/date-control";
import { TextControl } from "@/components/tool/fields/text-control";
import { ItemMore, type ItemMoreProps } from "./item-more";

interface EditedCellProps extends Omit<ItemMoreProps, "isCell"> {
  /** Its row and column, printed. */
  label: ReactNode;
  /** What the button that clears a date says; a cell without one holds text. */
  dateName?: string;
  /** The plain words for its row. */
  describedBy?: string | undefined;
}

/** A cell of a printed table that can be answered. */
export function EditedCell({ label, dateName, describedBy, ...more }: EditedCellProps) {
  return (
    <td>
      <Printed as="label" htmlFor={more.id} className="stack-label" content={label} />
      {dateName === undefined ? (
        <TextControl id={more.id} length="long" isCell describedBy={describedBy} />
      ) : (
        <DateControl id={more.id} name={dateName} describedBy={describedBy} />
      )}
      <ItemMore {...more} isCell />
    </td>
  );
}
