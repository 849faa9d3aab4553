"use client";

import type { ReactNode } from "react";
import { Printed } from "@/components/printed/printed";
import { DateControl } from "@/components/tool/fields/date-control";
import { TextControl } from "@/components/tool/fields/text-control";
import { OfferedWords, type OffersProps } from "@/components/tool/fields/offered-words";
import { OnlyForItem } from "@/components/tool/fields/only-for";
import { ChoiceCellControl, PersonControl } from "@/components/tool/fields/value-select";
import type { ChoiceOption } from "@/lib/domain/tool/definition";
import { ItemMore, type ItemMoreProps } from "./item-more";

interface EditedCellProps extends Omit<ItemMoreProps, "isCell">, OffersProps {
  /** Its row and column, printed. */
  label: ReactNode;
  /** Of a cell that holds one of a few. */
  options?: readonly ChoiceOption[];
  /** The plain words for its row. */
  describedBy?: string | undefined;
}

type CellControlProps = Pick<EditedCellProps, "id" | "kind" | "describedBy"> & { options: readonly ChoiceOption[] };

function CellControl({ id, kind, options, describedBy }: CellControlProps) {
  if (kind === "date") return <DateControl id={id} describedBy={describedBy} />;
  if (kind === "choice") return <ChoiceCellControl id={id} options={options} />;
  if (kind === "person") return <PersonControl id={id} />;
  return <TextControl id={id} length="long" isCell describedBy={describedBy} />;
}

/** A cell of a printed table that can be answered. */
export function EditedCell({ label, options = [], describedBy, offers, about, ...more }: EditedCellProps) {
  return (
    <td>
      <Printed as="label" htmlFor={more.id} className="stack-label" content={label} />
      <CellControl id={more.id} kind={more.kind} options={options} describedBy={describedBy} />
      <OfferedWords id={more.id} offers={offers} about={about} />
      <ItemMore {...more} isCell />
    </td>
  );
}

interface AddedCellProps extends Omit<EditedCellProps, keyof OffersProps> {
  /** The choice beside it that it belongs to. */
  onlyFor?: { readonly choice: string; readonly option: string };
}

/** What we add to a line of a printed table: beneath the line, with its label in sight. */
export function AddedCell({ onlyFor, label, options = [], describedBy, ...more }: AddedCellProps) {
  const inside = (
    <>
      <Printed as="label" htmlFor={more.id} className="added-label" content={label} />
      <CellControl id={more.id} kind={more.kind} options={options} describedBy={describedBy} />
      <ItemMore {...more} isCell />
    </>
  );
  const className = `added-cell added-${more.kind}`;
  if (!onlyFor) return <div className={className}>{inside}</div>;
  return (
    <OnlyForItem id={more.id} {...onlyFor} hasNotes={more.notes !== undefined} className={className}>
      {inside}
    </OnlyForItem>
  );
}
