import type { ReactNode } from "react";
import { PlainWords } from "@/components/tool/controls/in-plain-words";
import { drawBullets } from "@/components/tool/controls/item-bullets";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import { Prompt } from "@/components/tool/controls/prompt";
import type { BlankView, ReadView, ToolView } from "@/components/tool/controls/tool-view";
import { type AnswerOf, answerTo } from "@/lib/domain/answer/answers";
import type { Item } from "@/lib/domain/tool/definition";
import { AnswerText } from "./answer-text";
import { BlankAnswer } from "./blank-answer";
import { TableAnswer } from "./table-answer";

/** Any item. */
export function ItemView({ item, view }: { item: Item; view: ToolView }) {
  const drawn = view.state === "fill" ? view.live.drawItem(item, view) : <StillItem item={item} view={view} />;
  const links = view.state === "blank" || item.kind !== "table" ? null : view.drawLinks(item.id);
  if (!links) return drawn;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {drawn}
      {links}
    </div>
  );
}

/** Prompt, then the answer as text or the room for one. */
function StillItem({ item, view }: { item: Item; view: BlankView | ReadView }) {
  const promptId = `${item.id}-prompt`;
  const isTable = item.kind === "table";
  return (
    <div
      id={item.id}
      tabIndex={-1}
      {...(isTable && { role: "group", "aria-labelledby": promptId })}
      className={isTable ? "item" : "item keep-together"}
    >
      <PrintedPart view={view} as="p" {...(isTable && { id: promptId })} className="item-prompt">
        <Prompt item={item} view={view} />
      </PrintedPart>
      {item.kind === "status" && item.bullets ? (
        <PrintedPart view={view} as="ul" className="bullets item-bullets">
          {drawBullets(item, view)}
        </PrintedPart>
      ) : null}
      <PlainWords of={item.id} view={view} />
      {view.state === "blank" ? <BlankAnswer item={item} /> : drawAnswer(item, view)}
      {view.state === "read" ? view.live.drawMore(item, view) : null}
    </div>
  );
}

function drawAnswer(item: Item, { answers, rowPages }: ReadView): ReactNode {
  const answer = answerTo(item, answers);
  if (item.kind === "table") return <TableAnswer item={item} rows={answer as AnswerOf<"table"> | null} rowPages={rowPages.get(item.id)} />;
  return <AnswerText item={item} answer={answer} />;
}
