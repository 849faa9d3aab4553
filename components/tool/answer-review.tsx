import Link from "next/link";
import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { formatAnswer, isAnswered } from "@/lib/domain/item/item-readers";
import { shorten } from "@/lib/domain/text/shorten";
import type { Item, ToolDefinition } from "@/lib/domain/tool/definition";
import { itemName, sectionItems } from "@/lib/domain/tool/items";

interface AnswerReviewProps {
  tool: ToolDefinition;
  answers: Answers;
  toolHref: string;
}

/** A longer answer is read in the tool. */
const SHOWN = 400;

/** What was answered, part by part, each with the way to change it. */
export function AnswerReview({ tool, answers, toolHref }: AnswerReviewProps) {
  const parts = tool.sections
    .map((section) => ({ section, items: sectionItems(section).filter((item) => isAnswered(item, answerTo(item, answers))) }))
    .filter(({ items }) => items.length > 0);
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Check your answers</h2>
      {parts.map(({ section, items }) => (
        <div key={section.id} className="mt-4">
          {section.title ? <h3>{section.title}</h3> : null}
          <dl className="mt-1">
            {items.map((item) => (
              <ReviewedAnswer key={item.id} item={item} answers={answers} toolHref={toolHref} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function ReviewedAnswer({ item, answers, toolHref }: { item: Item } & Pick<AnswerReviewProps, "answers" | "toolHref">) {
  const text = formatAnswer(item, answerTo(item, answers)).trim();
  return (
    <div className="grid gap-x-4 border-t border-line py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <dt className="text-[0.9375rem] text-muted break-words">
        {item.number ? `${item.number} ` : ""}
        {itemName(item)}
      </dt>
      <dd className="whitespace-pre-line break-words sm:col-start-1">{shorten(text, SHOWN)}</dd>
      <dd className="sm:col-start-2 sm:row-span-2 sm:row-start-1">
        <Link href={`${toolHref}#${item.id}`} prefetch={false}>
          Change<span className="sr-only">: {itemName(item)}</span>
        </Link>
      </dd>
    </div>
  );
}
