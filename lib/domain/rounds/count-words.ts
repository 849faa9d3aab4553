import type { StepCounts } from "./agreement";
import type { RoundScale } from "./round-values";
import type { ShownItem } from "./shown-item";

/** "1 chose 1 Strongly Disagree, 2 chose 2 Disagree": what the dots show, in words. */
export function countWords(scale: RoundScale, counts: StepCounts): string {
  const said = scale.steps.flatMap(({ score, label }, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [`${count} chose ${scale.kind === "rating" ? `${score} ${label}` : label}`];
  });
  return said.join(", ");
}

/** "Views differ"; null where too few chose a step to say so. */
export function standingWords({ agreement }: Pick<ShownItem, "agreement">): string | null {
  if (!agreement) return null;
  return agreement.isFlagged ? "Views differ" : "Views are close";
}
