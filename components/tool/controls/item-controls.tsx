import type { ReactNode } from "react";
import { TableAnswer } from "@/components/tool/table/table-answer";
import { PlainText } from "@/components/printed/plain-text";
import { type AnswerOf, answerTo } from "@/lib/domain/answer/answers";
import type { Item, ItemKind, ItemOf } from "@/lib/domain/tool/definition";
import { itemName } from "@/lib/domain/tool/items";
import { AnswerText } from "./answer-text";
import { EditedItem } from "./edited-item";
import { ItemMore } from "./item-more";
import { PlainWords } from "./in-plain-words";
import { PrintedPart } from "./printed-part";
import { Prompt } from "./prompt";
import type { ToolView } from "./tool-view";

type ItemViewOf<K extends ItemKind> = (props: { node: ItemOf<K>; view: ToolView }) => ReactNode;

/** What every item says of itself to its button, as short as can be: a page has hundreds. */
export function moreOf(item: Pick<Item, "id" | "kind" | "prompt" | "context">, view: ToolView) {
  const notes = view.notes.get(item.id);
  return { id: item.id, kind: item.kind, name: view.print(distinctName(item, view)), ...(notes && { notes }) };
}

/** No other item of the tool has this name. */
export function distinctName(item: Pick<Item, "id" | "prompt" | "context">, { placeOf }: Pick<ToolView, "placeOf">): string {
  const place = placeOf(item.id);
  return place === undefined ? itemName(item) : `${place}: ${itemName(item)}`;
}

/** The same with its prompt, and our plain words for it. */
function partsOf<K extends ItemKind>(node: ItemOf<K>, view: ToolView) {
  const plain = view.plain(node.id);
  return {
    prompt: view.print(<Prompt item={node} view={view} />),
    ...(plain !== undefined && { plain: view.print(<PlainText text={plain} />) }),
    ...moreOf(node, view),
    kind: node.kind,
  };
}

/** Prompt and answer as text, for readers. */
function ReadOnlyItem({ node, view, children }: { node: Item; view: ToolView; children?: ReactNode }) {
  return (
    <div id={node.id} tabIndex={-1} className="item keep-together">
      <PrintedPart view={view} as="p" className="item-prompt">
        <Prompt item={node} view={view} />
      </PrintedPart>
      {children}
      <PlainWords of={node.id} view={view} />
      <AnswerText item={node} answer={answerTo(node, view.answers)} />
      <ItemMore {...moreOf(node, view)} />
    </div>
  );
}

/** What is offered for the item; nothing for nearly all. */
function offerOf({ id }: Item, { offers }: ToolView) {
  const offer = offers.get(id);
  return offer ? { offer } : {};
}

const drawBullets = (bullets: readonly string[]) => bullets.map((bullet) => <li key={bullet}>{bullet}</li>);

/** How each kind of item is drawn. A new kind doesn't compile until it stands here. */
export const itemControls = {
  text: ({ node, view }) =>
    view.isReadOnly ? <ReadOnlyItem node={node} view={view} /> : <EditedItem {...partsOf<"text">(node, view)} length={node.length} {...offerOf(node, view)} />,
  date: ({ node, view }) =>
    view.isReadOnly ? <ReadOnlyItem node={node} view={view} /> : <EditedItem {...partsOf<"date">(node, view)} />,
  choice: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view} />
    ) : (
      <EditedItem
        {...partsOf<"choice">(node, view)}
        options={node.options}
        {...(node.otherOptionId !== undefined && { otherOptionId: node.otherOptionId })}
      />
    ),
  status: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view}>
        {node.bullets ? (
          <PrintedPart view={view} as="ul" className="bullets item-bullets">
            {drawBullets(node.bullets)}
          </PrintedPart>
        ) : null}
      </ReadOnlyItem>
    ) : (
      <EditedItem {...partsOf<"status">(node, view)} {...(node.bullets && { bullets: view.print(drawBullets(node.bullets)) })} />
    ),
  rating: ({ node, view }) =>
    view.isReadOnly ? <ReadOnlyItem node={node} view={view} /> : <EditedItem {...partsOf<"rating">(node, view)} />,
  table: ({ node, view }) =>
    view.isReadOnly ? (
      <div id={node.id} tabIndex={-1} role="group" aria-labelledby={`${node.id}-prompt`} className="item">
        <PrintedPart view={view} as="p" id={`${node.id}-prompt`} className="item-prompt">
          <Prompt item={node} view={view} />
        </PrintedPart>
        <PlainWords of={node.id} view={view} />
        <TableAnswer item={node} rows={answerTo(node, view.answers) as AnswerOf<"table"> | null} />
        <ItemMore {...moreOf(node, view)} />
      </div>
    ) : (
      <EditedItem {...partsOf<"table">(node, view)} label={distinctName(node, view)} rowName={node.rowName} columns={node.columns} />
    ),
} satisfies { [K in ItemKind]: ItemViewOf<K> };

/** Any item. */
export function ItemView({ item, view }: { item: Item; view: ToolView }) {
  const View = itemControls[item.kind] as unknown as ItemViewOf<ItemKind>;
  return <View node={item as never} view={view} />;
}
