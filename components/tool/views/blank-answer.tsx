import type { ReactNode } from "react";
import { SCORE_LABELS, SCORE_VALUES, STATUS_LABELS, STATUS_VALUES } from "@/lib/domain/answer/answers";
import type { Item, ItemKind, ItemOf, Section } from "@/lib/domain/tool/definition";
import { HeadNotes, TableHead } from "./table-answer";

const RATING_MARKS = [...SCORE_VALUES.map(String), "D/K"];
const STATUS_MARKS = STATUS_VALUES.map((value) => STATUS_LABELS[value]);

const HINTS = {
  checklist: `Each statement is answered ${STATUS_MARKS.slice(0, -1).join(", ")}, or ${STATUS_MARKS.at(-1)}.`,
  ratings: `Each statement is rated from 1 (${SCORE_LABELS[1]}) to 5 (${SCORE_LABELS[5]}), or D/K.`,
};

/** How the statements of a section are answered, said once; null where it has none. */
export function answerHint({ nodes }: Section): string | null {
  if (nodes.some(({ kind }) => kind === "ratings")) return HINTS.ratings;
  return nodes.some(({ kind }) => kind === "checklist") ? HINTS.checklist : null;
}

/** The room for an answer, by kind. A new kind doesn't compile until it stands here. */
const blanks: { [K in ItemKind]: (item: ItemOf<K>) => ReactNode } = {
  text: ({ length }) => <BlankBox size={length === "long" ? "min-h-24" : "min-h-11"}>Written answer</BlankBox>,
  date: () => <BlankBox size="min-h-11 max-w-48">Date</BlankBox>,
  person: () => <BlankBox size="min-h-11 max-w-48">Somebody of the team</BlankBox>,
  choice: ({ options }) => (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {options.map(({ id, label }) => (
        <li key={id} className="flex items-center gap-2">
          <Circle />
          {label}
        </li>
      ))}
    </ul>
  ),
  status: () => <Marks marks={STATUS_MARKS} />,
  rating: () => <Marks marks={RATING_MARKS} />,
  table: (item) => (
    <>
      <table className="stack-table reference-table table-fixed">
        <caption className="sr-only">{item.prompt}</caption>
        <TableHead columns={item.columns} hasExamples />
        <tbody>
          <tr>
            {item.columns.map(({ id, label, question, example }) => (
              <td key={id}>
                <span className="stack-label" aria-hidden="true">
                  {label}
                  <HeadNotes notes={[question, example]} />
                </span>
                <BlankLine />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="text-[0.9375rem] text-muted">Teams add one row for each {item.rowName}.</p>
    </>
  ),
};

export function BlankAnswer({ item }: { item: Item }) {
  return (blanks[item.kind] as (item: Item) => ReactNode)(item);
}

function BlankBox({ size, children }: { size: string; children: ReactNode }) {
  return (
    <p className={`measure rounded-control border border-dashed border-line-strong bg-surface px-3 py-2 text-[0.9375rem] text-muted ${size}`}>
      {children}
    </p>
  );
}

/** For the eye: the words above the section say how its statements are answered. */
function Marks({ marks }: { marks: readonly string[] }) {
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-3 text-[0.875rem] text-muted">
      {marks.map((mark) => (
        <span key={mark} className="flex items-center gap-1.5">
          <Circle />
          {mark}
        </span>
      ))}
    </p>
  );
}

function Circle() {
  return <span aria-hidden="true" className="size-3.5 flex-none rounded-full border border-line-strong bg-surface" />;
}

/** Room to write, where no cell border shows it. */
export function BlankLine() {
  return <span aria-hidden="true" className="block h-8 border-b border-dashed border-line-strong md:border-0" />;
}
