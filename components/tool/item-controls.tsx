import type { ReactNode } from "react";
import { type AnswerOf, answerTo } from "@/lib/tools/answers";
import type { Item, ItemKind, ItemOf, StatusItem } from "@/lib/tools/definition";
import { itemName } from "@/lib/tools/items";
import { AnswerText } from "./answer-text";
import { ChoiceControl } from "./choice-control";
import { DateControl } from "./date-control";
import { ItemMore } from "./item-more";
import { Prompt } from "./prompt";
import { RatingControl } from "./rating-control";
import { StatusControl } from "./status-control";
import { TableAnswer } from "./table-answer";
import { TableControl } from "./table-control";
import { TextControl } from "./text-control";
import type { ToolView } from "./tool-view";

type ItemViewOf<K extends ItemKind> = (props: { node: ItemOf<K>; view: ToolView }) => ReactNode;

/** Prompt and answer as text, for readers. */
function ReadOnlyItem({ node, view, children }: { node: Item; view: ToolView; children?: ReactNode }) {
  return (
    <div id={node.id} tabIndex={-1} className="item keep-together">
      <p className="item-prompt">
        <Prompt item={node} view={view} />
      </p>
      {children}
      <AnswerText item={node} answer={answerTo(node, view.answers)} />
      <ItemMore item={node} view={view} />
    </div>
  );
}

/** One labelled control. */
function LabelledItem({ node, view, children }: { node: Item; view: ToolView; children: ReactNode }) {
  return (
    <div className="item">
      <label htmlFor={node.id} className="item-prompt">
        <Prompt item={node} view={view} />
      </label>
      {children}
      <ItemMore item={node} view={view} />
    </div>
  );
}

/** One question answered by a group of controls. */
function GroupedItem({ node, view, children }: { node: Item; view: ToolView; children: ReactNode }) {
  return (
    <fieldset id={node.id} tabIndex={-1} className={`item item-${node.kind}`}>
      <legend className="item-prompt">
        <Prompt item={node} view={view} />
      </legend>
      {children}
      <ItemMore item={node} view={view} />
    </fieldset>
  );
}

function StatusBullets({ node }: { node: StatusItem }) {
  if (!node.bullets) return null;
  return (
    <ul className="bullets item-bullets">
      {node.bullets.map((bullet) => (
        <li key={bullet}>{bullet}</li>
      ))}
    </ul>
  );
}

/** How each kind of item is drawn. A new kind doesn't compile until it stands here. */
export const itemControls = {
  text: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view} />
    ) : (
      <LabelledItem node={node} view={view}>
        <TextControl id={node.id} length={node.length} />
      </LabelledItem>
    ),
  date: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view} />
    ) : (
      <LabelledItem node={node} view={view}>
        <DateControl id={node.id} name={itemName(node)} />
      </LabelledItem>
    ),
  choice: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view} />
    ) : (
      <GroupedItem node={node} view={view}>
        <ChoiceControl id={node.id} options={node.options} otherOptionId={node.otherOptionId} />
      </GroupedItem>
    ),
  status: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view}>
        <StatusBullets node={node} />
      </ReadOnlyItem>
    ) : (
      <GroupedItem node={node} view={view}>
        <StatusBullets node={node} />
        <StatusControl id={node.id} />
      </GroupedItem>
    ),
  rating: ({ node, view }) =>
    view.isReadOnly ? (
      <ReadOnlyItem node={node} view={view} />
    ) : (
      <GroupedItem node={node} view={view}>
        <RatingControl id={node.id} />
      </GroupedItem>
    ),
  table: ({ node, view }) => (
    <div id={node.id} tabIndex={-1} role="group" aria-labelledby={`${node.id}-prompt`} className="item">
      <p id={`${node.id}-prompt`} className="item-prompt">
        <Prompt item={node} view={view} />
      </p>
      {view.isReadOnly ? (
        <TableAnswer item={node} rows={answerTo(node, view.answers) as AnswerOf<"table"> | null} />
      ) : (
        <TableControl id={node.id} name={itemName(node)} rowName={node.rowName} columns={node.columns} />
      )}
      <ItemMore item={node} view={view} />
    </div>
  ),
} satisfies { [K in ItemKind]: ItemViewOf<K> };

/** Any item. */
export function ItemView({ item, view }: { item: Item; view: ToolView }) {
  const View = itemControls[item.kind] as unknown as ItemViewOf<ItemKind>;
  return <View node={item as never} view={view} />;
}
