import type { Answer } from "@/lib/tools/answers";
import type { Item } from "@/lib/tools/definition";
import { formatAnswer, isAnswered } from "@/lib/tools/item-readers";

/** An answer as text, where nobody can change it; a blank says so. */
export function AnswerText({ item, answer }: { item: Item; answer: Answer | null }) {
  return isAnswered(item, answer) ? (
    <p className="answer-text">{formatAnswer(item, answer)}</p>
  ) : (
    <p className="text-muted">Not answered</p>
  );
}
