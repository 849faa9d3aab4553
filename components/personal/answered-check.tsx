import { type Answers, answerTo } from "@/lib/domain/answer/answers";
import { formatAnswer } from "@/lib/domain/item/item-readers";
import type { ToolDefinition } from "@/lib/domain/tool/definition";
import { itemGroups } from "@/lib/domain/tool/item-groups";

interface AnsweredCheckProps {
  tool: ToolDefinition;
  answers: Answers;
  /** Of the parts' titles; headings within a part are one below. */
  level?: 2 | 3;
}

/** A personal check to read: every line of it, answered or not. */
export function AnsweredCheck({ tool, answers, level = 3 }: AnsweredCheckProps) {
  const [Title, Heading] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  return (
    <div className="grid gap-4">
      {tool.sections.map((section) => (
        <section key={section.id} className="grid gap-2">
          <Title>{section.title}</Title>
          {itemGroups(section).map(({ heading, items }) => (
            <div key={items[0]?.id} className="grid gap-2">
              {heading === undefined ? null : <Heading>{heading}</Heading>}
              <dl className="grid gap-2">
                {items.map((item) => (
                  <div key={item.id}>
                    <dt>{item.prompt}</dt>
                    <dd className="font-semibold break-words whitespace-pre-wrap">{formatAnswer(item, answerTo(item, answers)) || "No answer"}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
