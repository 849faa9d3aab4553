import type { IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import { type Answer, STATUS_LABELS, type StatusValue } from "@/lib/domain/answer/answers";
import { formatAnswer, isAnswered } from "@/lib/domain/item/item-readers";
import type { Item } from "@/lib/domain/tool/definition";

const STATUS_LOOK: Record<StatusValue, { tone: TagTone; icon: IconName }> = {
  yes: { tone: "success", icon: "check" },
  "in-progress": { tone: "warning", icon: "half-circle" },
  no: { tone: "error", icon: "cross" },
};

/** An answer as text, where nobody can change it; a blank says so. */
export function AnswerText({ item, answer }: { item: Item; answer: Answer | null }) {
  if (!isAnswered(item, answer)) return <p className="text-muted">Not answered</p>;
  if (item.kind === "status") {
    const status = answer as StatusValue;
    return (
      <p>
        <Tag {...STATUS_LOOK[status]}>{STATUS_LABELS[status]}</Tag>
      </p>
    );
  }
  return <p className="answer-text">{formatAnswer(item, answer)}</p>;
}
