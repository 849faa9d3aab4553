import type { ReactNode } from "react";
import { SCORE_LABELS, SCORE_VALUES, STATUS_LABELS, STATUS_VALUES } from "@/lib/domain/answer/answers";
import type { Item, NodeOf, Section } from "@/lib/domain/tool/definition";
import type { BlankContext } from "./blank-context";
import { bullets } from "./blank-references";

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

export function textView(node: NodeOf<"text">, context: BlankContext) {
  return writtenAnswer(node, context, node.length === "long" ? "min-h-24" : "min-h-11", "Written answer");
}

export function dateView(node: NodeOf<"date">, context: BlankContext) {
  return writtenAnswer(node, context, "min-h-11 max-w-48", "Date");
}

function writtenAnswer(
  node: NodeOf<"text"> | NodeOf<"date">,
  { mark }: BlankContext,
  size: string,
  kind: string,
): ReactNode {
  return (
    <div className="measure">
      {prompt(node, mark)}
      <p
        className={`mt-1.5 rounded-control border border-dashed border-line-strong bg-surface px-3 py-2 text-[0.9375rem] text-muted ${size}`}
      >
        {kind}
      </p>
    </div>
  );
}

export function choiceView(node: NodeOf<"choice">, { mark }: BlankContext) {
  return (
    <div className="measure">
      {prompt(node, mark)}
      <ul className="mt-1.5 flex flex-wrap gap-x-6 gap-y-1">
        {node.options.map((option) => (
          <li key={option.id} className="flex items-center gap-2">
            <span aria-hidden="true" className="size-4 flex-none rounded-full border border-line-strong bg-surface" />
            {option.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function statusView(node: NodeOf<"status">, context: BlankContext) {
  return (
    <div className="rounded-card border border-line bg-surface">
      {statement(node.number, statusStatement(node, context), STATUS_MARKS)}
    </div>
  );
}

export function ratingView(node: NodeOf<"rating">, { mark }: BlankContext) {
  return (
    <div className="rounded-card border border-line bg-surface">
      {statement(undefined, mark(node.prompt), RATING_MARKS)}
    </div>
  );
}

export function checklistView(node: NodeOf<"checklist">, context: BlankContext) {
  return (
    <div>
      {node.lead === undefined ? null : <p>{context.mark(node.lead)}</p>}
      {node.subLead === undefined ? null : <p className="mt-1">{context.mark(node.subLead)}</p>}
      {statements(
        node.items.map((item) => ({
          id: item.id,
          element: statement(item.number, statusStatement(item, context), STATUS_MARKS),
        })),
      )}
    </div>
  );
}

export function ratingsView(node: NodeOf<"ratings">, { mark, heading: Heading }: BlankContext) {
  return (
    <div className="pt-3">
      <Heading id={node.id}>{mark(node.title)}</Heading>
      <p className="measure mt-2">{mark(node.description)}</p>
      <p className="mt-3">{mark(node.lead)}</p>
      {statements(
        node.items.map((item) => ({ id: item.id, element: statement(undefined, mark(item.prompt), RATING_MARKS) })),
      )}
    </div>
  );
}

function statusStatement({ prompt, bullets: points }: NodeOf<"status">, { mark }: BlankContext) {
  return (
    <>
      {mark(prompt)}
      {points ? bullets(points, mark) : null}
    </>
  );
}

function statements(items: readonly { id: string; element: ReactNode }[]) {
  return (
    <ul className="mt-2 divide-y divide-line rounded-card border border-line bg-surface">
      {items.map(({ id, element }) => (
        <li key={id}>{element}</li>
      ))}
    </ul>
  );
}

/** The words above the section say how they are answered; the boxes repeat it for the eye. */
function statement(number: string | undefined, text: ReactNode, marks: readonly string[]) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 flex-[1_1_20rem] gap-2">
        {number === undefined ? null : <span>{withStop(number)}</span>}
        <div className="min-w-0">{text}</div>
      </div>
      <div aria-hidden="true" className="flex flex-none flex-wrap gap-x-3 text-[0.875rem] text-muted">
        {marks.map((mark) => (
          <span key={mark} className="flex items-center gap-1.5">
            <span className="size-3.5 flex-none rounded-full border border-line-strong" />
            {mark}
          </span>
        ))}
      </div>
    </div>
  );
}

function prompt({ number, prompt }: Pick<Item, "number" | "prompt">, mark: BlankContext["mark"]) {
  return (
    <p className="flex gap-2">
      {number === undefined ? null : <span>{withStop(number)}</span>}
      <span className="min-w-0">{mark(prompt)}</span>
    </p>
  );
}

function withStop(number: string): string {
  return number.endsWith(".") ? number : `${number}.`;
}
