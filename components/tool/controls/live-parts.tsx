import type { ReactNode } from "react";
import { PlainText } from "@/components/printed/plain-text";
import { AskedSection } from "@/components/tool/fields/asked-section";
import { OnDemandSection } from "@/components/tool/fields/on-demand";
import type { Item, ItemKind, ItemOf } from "@/lib/domain/tool/definition";
import { columnOffersId, gridCellId, isAdded, itemName } from "@/lib/domain/tool/items";
import { AddedCell, EditedCell } from "./edited-cell";
import { EditedItem } from "./edited-item";
import { plainId } from "./in-plain-words";
import { drawBullets } from "./item-bullets";
import { ItemMore } from "./item-more";
import { Prompt } from "./prompt";
import type { FillView, GridPlace, LiveParts, ReadView } from "./tool-view";

/** What every item says of itself to its button, as short as can be: a page has hundreds. */
function moreOf(item: Pick<Item, "id" | "kind" | "prompt" | "context">, view: FillView | ReadView) {
  const notes = view.notes.get(item.id);
  return { id: item.id, kind: item.kind, name: view.print(distinctName(item, view)), ...(notes && { notes }) };
}

/** No other item of the tool has this name. */
function distinctName(item: Pick<Item, "id" | "prompt" | "context">, { placeOf }: Pick<FillView, "placeOf">): string {
  const place = placeOf(item.id);
  return place === undefined ? itemName(item) : `${place}: ${itemName(item)}`;
}

/** The same with its prompt, and our plain words for it. */
function partsOf<K extends ItemKind>(item: ItemOf<K>, view: FillView) {
  const plain = view.plain(item.id);
  return {
    prompt: view.print(<Prompt item={item} view={view} />),
    ...(plain !== undefined && { plain: view.print(<PlainText text={plain} />) }),
    ...moreOf(item, view),
    kind: item.kind,
  };
}

/** What is offered for the item; nothing for nearly all. */
function offersOf(item: Item, view: FillView) {
  const offers = view.offers.get(item.id);
  return offers ? { offers, about: distinctName(item, view) } : {};
}

/** The columns of a table as its control needs them, with what is offered for the cells of each. */
function columnsOf({ id, columns }: ItemOf<"table">, view: FillView) {
  return columns.map(({ offers: _, ...column }) => {
    const offered = view.offers.get(columnOffersId(id, column.id));
    return { ...column, ...(offered && { offered }) };
  });
}

/** The page about its rows, where there is one. */
function rowPagesOf({ id }: Item, { rowPages }: FillView) {
  const pages = rowPages.get(id);
  return pages ? { rowPages: pages } : {};
}

/** How each kind of item is answered. A new kind doesn't compile until it stands here. */
const filled: { [K in ItemKind]: (item: ItemOf<K>, view: FillView) => ReactNode } = {
  text: (item, view) => <EditedItem {...partsOf<"text">(item, view)} length={item.length} {...offersOf(item, view)} />,
  date: (item, view) => <EditedItem {...partsOf<"date">(item, view)} {...offersOf(item, view)} />,
  choice: (item, view) => (
    <EditedItem
      {...partsOf<"choice">(item, view)}
      options={item.options}
      {...(item.otherOptionId !== undefined && { otherOptionId: item.otherOptionId })}
    />
  ),
  status: (item, view) => (
    <EditedItem {...partsOf<"status">(item, view)} {...(item.bullets && { bullets: view.print(drawBullets(item, view)) })} />
  ),
  person: (item, view) => <EditedItem {...partsOf<"person">(item, view)} />,
  rating: (item, view) => <EditedItem {...partsOf<"rating">(item, view)} />,
  table: (item, view) => (
    <EditedItem
      {...partsOf<"table">(item, view)}
      label={distinctName(item, view)}
      rowName={item.rowName}
      columns={columnsOf(item, view)}
      {...rowPagesOf(item, view)}
      {...offersOf(item, view)}
    />
  ),
};

function drawCell({ item, row, column, grid }: GridPlace, view: FillView) {
  const place = view.placeOf(item.id);
  const label = view.print(
    <>
      <span className="sr-only">
        {place === undefined ? null : `${place}, `}
        {row.text ?? row.number}:{" "}
      </span>
      {column.label}
    </>,
  );
  const parts = {
    ...moreOf(item, view),
    label,
    ...(view.plain(row.id) !== undefined && { describedBy: plainId(row.id) }),
    ...(item.kind === "choice" && { options: item.options }),
    ...offersOf(item, view),
  };
  if (!isAdded(grid, column)) return <EditedCell {...parts} />;
  const { onlyFor } = column;
  return <AddedCell {...parts} {...(onlyFor && { onlyFor: { choice: gridCellId(row.id, onlyFor.column), option: onlyFor.option } })} />;
}

/** What lives in the browser on a team's page of a tool. */
export const liveParts: LiveParts = {
  drawItem: (item, view) => (filled[item.kind] as (item: Item, view: FillView) => ReactNode)(item, view),
  drawCell,
  drawMore: (item, view, isCell = false) => <ItemMore {...moreOf(item, view)} {...(isCell && { isCell })} />,
  drawAsked: (when, inside) => <AskedSection when={when}>{inside}</AskedSection>,
  drawOnDemand: (sectionId, inside) => <OnDemandSection id={sectionId}>{inside}</OnDemandSection>,
};
