"use client";

import type { ReactNode } from "react";
import { Printed } from "@/components/printed/printed";
import { ChoiceControl } from "@/components/tool/fields/choice-control";
import { DateControl } from "@/components/tool/fields/date-control";
import { OfferedDay, OfferedRows, OfferedWords, type OffersProps } from "@/components/tool/fields/offered-words";
import { RatingControl } from "@/components/tool/fields/rating-control";
import { StatusControl } from "@/components/tool/fields/status-control";
import { TextControl } from "@/components/tool/fields/text-control";
import { PersonControl } from "@/components/tool/fields/value-select";
import type { OfferedColumn } from "@/components/tool/table/offered-column";
import { TableControl } from "@/components/tool/table/table-control";
import type { ItemKind, ItemOf } from "@/lib/domain/tool/definition";
import { ItemMore, type ItemMoreProps } from "./item-more";
import { plainId } from "./in-plain-words";
import type { RowPages } from "./tool-view";

interface FrameProps extends Omit<ItemMoreProps, "isCell"> {
  /** Printed, as the name is. */
  prompt: ReactNode;
  /** Our plain words for it, printed. */
  plain?: ReactNode;
}

/** What the control of each kind needs besides. */
interface ControlProps {
  text: Pick<ItemOf<"text">, "length"> & OffersProps;
  date: OffersProps;
  choice: Pick<ItemOf<"choice">, "options"> & { otherOptionId?: string };
  status: { bullets?: ReactNode };
  rating: object;
  person: object;
  table: Pick<ItemOf<"table">, "rowName"> & { columns: readonly OfferedColumn[]; label: string; rowPages?: RowPages } & OffersProps;
}

export type EditedItemProps<K extends ItemKind = ItemKind> = K extends ItemKind ? FrameProps & { kind: K } & ControlProps[K] : never;

/** How each kind of item is answered. A new kind doesn't compile until it stands here. */
const editedItems: { [K in ItemKind]: (props: EditedItemProps<K>) => ReactNode } = {
  text: (props) => (
    <Labelled {...props}>
      <TextControl id={props.id} length={props.length} describedBy={describedBy(props)} />
      <OfferedWords {...props} />
    </Labelled>
  ),
  date: (props) => (
    <Labelled {...props}>
      <DateControl id={props.id} describedBy={describedBy(props)} />
      <OfferedDay {...props} />
    </Labelled>
  ),
  person: (props) => (
    <Labelled {...props}>
      <PersonControl id={props.id} />
    </Labelled>
  ),
  choice: (props) => (
    <Grouped {...props}>
      <ChoiceControl id={props.id} options={props.options} otherOptionId={props.otherOptionId} />
    </Grouped>
  ),
  status: (props) => (
    <Grouped {...props}>
      <StatusControl id={props.id} />
    </Grouped>
  ),
  rating: (props) => (
    <Grouped {...props}>
      <RatingControl id={props.id} />
    </Grouped>
  ),
  table: ({ id, prompt, plain, label, rowName, columns, rowPages, offers, about, ...more }) => (
    <div id={id} tabIndex={-1} role="group" aria-labelledby={`${id}-prompt`} aria-describedby={describedBy({ id, plain })} className="item">
      <Printed as="p" id={`${id}-prompt`} className="item-prompt" content={prompt} />
      <Plain id={id} plain={plain} />
      <TableControl id={id} name={label} rowName={rowName} columns={columns} {...(rowPages && { rowPages })} />
      <OfferedRows id={id} offers={offers} about={about} />
      <ItemMore id={id} {...more} />
    </div>
  ),
};

/** An item that can be answered: one piece for React, which takes its printed text from the page. */
export function EditedItem(props: EditedItemProps) {
  const View = editedItems[props.kind] as (props: EditedItemProps) => ReactNode;
  return <View {...props} />;
}

/** The id of the item's plain words, where it has any. */
function describedBy({ id, plain }: Pick<FrameProps, "id" | "plain">): string | undefined {
  return plain === undefined ? undefined : plainId(id);
}

function Plain({ id, plain }: Pick<FrameProps, "id" | "plain">) {
  return plain === undefined ? null : <Printed as="p" id={plainId(id)} className="plain-words" content={plain} />;
}

/** One labelled control. */
function Labelled({ id, kind, prompt, plain, name, notes, children }: FrameProps & { children: ReactNode }) {
  return (
    <div className="item">
      <Printed as="label" htmlFor={id} className="item-prompt" content={prompt} />
      <Plain id={id} plain={plain} />
      {children}
      <ItemMore id={id} kind={kind} name={name} notes={notes} />
    </div>
  );
}

/** One question answered by a group of controls. */
function Grouped({ id, kind, prompt, bullets, plain, name, notes, children }: FrameProps & { bullets?: ReactNode; children: ReactNode }) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={describedBy({ id, plain })} className={`item item-${kind}`}>
      <Printed as="legend" id={`${id}-prompt`} className="item-prompt" content={prompt} />
      {bullets === undefined ? null : <Printed as="ul" className="bullets item-bullets" content={bullets} />}
      <Plain id={id} plain={plain} />
      {children}
      <ItemMore id={id} kind={kind} name={name} notes={notes} />
    </fieldset>
  );
}
