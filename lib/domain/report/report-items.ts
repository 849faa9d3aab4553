import { type Answer, type AnswerByKind, STATUS_LABELS, STATUS_VALUES } from "@/lib/domain/answer/answers";
import { formatAnswer, formatCell, isAnswered } from "@/lib/domain/item/item-readers";
import type { Item, ItemKind, ItemOf } from "@/lib/domain/tool/definition";
import type { ItemReportBase, ItemReportOf } from "./report-model";

type ItemReporter<K extends ItemKind> = (
  item: ItemOf<K>,
  answer: AnswerByKind[K] | null,
  base: ItemReportBase,
) => ItemReportOf<K>;

function reportBase(item: Item, answer: Answer | null): ItemReportBase {
  return {
    id: item.id,
    ...(item.number === undefined ? {} : { number: item.number }),
    prompt: item.prompt,
    ...(item.context === undefined ? {} : { context: item.context }),
    source: item.source,
    ...(item.extension ? { extension: true as const } : {}),
    isAnswered: isAnswered(item, answer),
    answer: formatAnswer(item, answer),
  };
}

const itemReporters = {
  text: (item, _answer, base) => ({ ...base, kind: "text", length: item.length }),
  date: (_item, _answer, base) => ({ ...base, kind: "date" }),
  choice: (item, answer, base) => ({
    ...base,
    kind: "choice",
    options: item.options.map((option) => ({
      value: option.id,
      label: option.label,
      isChosen: answer?.option === option.id,
    })),
    hasOther: item.otherOptionId !== undefined,
    other: answer?.other?.trim() ? answer.other : "",
  }),
  status: (item, answer, base) => ({
    ...base,
    kind: "status",
    bullets: item.bullets ?? [],
    options: STATUS_VALUES.map((value) => ({
      value,
      label: STATUS_LABELS[value],
      isChosen: answer === value,
    })),
  }),
  rating: (_item, answer, base) => ({ ...base, kind: "rating", value: answer }),
  person: (_item, _answer, base) => ({ ...base, kind: "person" }),
  table: (item, answer, base) => ({
    ...base,
    kind: "table",
    rowName: item.rowName,
    columns: item.columns,
    rows: (answer ?? []).map((row) => item.columns.map((column) => formatCell(column, row))),
  }),
} satisfies { [K in ItemKind]: ItemReporter<K> };

/** One item with its answer, as every export prints it. `answer` is null when the item is blank. */
export function buildItemReport<K extends ItemKind>(
  item: ItemOf<K>,
  answer: AnswerByKind[K] | null,
): ItemReportOf<K> {
  const report = itemReporters[item.kind as K] as unknown as ItemReporter<K>;
  return report(item, answer, reportBase(item, answer));
}
