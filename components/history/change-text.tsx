import type { ChangeView, RowChange, TextChange, ValueChange } from "@/lib/history/change-view";
import type { TextPart } from "@/lib/history/text-difference";

/** How one answer changed: old and new for short ones, word by word for texts, row by row for tables. */
export function ChangeText({ change }: { change: ChangeView }) {
  if (change.kind === "none") return <p className="text-muted">Changed and put back within the same time.</p>;
  if (change.kind !== "table") return <CellChange change={change} />;
  return (
    <>
      <ul className="grid gap-2">
        {change.rows.map((row, index) => (
          <li key={index}>
            <RowText row={row} />
          </li>
        ))}
      </ul>
      {change.isReordered ? <p>Rows were put in another order.</p> : null}
    </>
  );
}

function CellChange({ change }: { change: ValueChange | TextChange }) {
  if (change.kind === "text") return <TextDifference parts={change.parts} />;
  return (
    <p className="answer-text">
      <Value text={change.before} />
      <span aria-hidden="true" className="mx-2 text-muted">
        →
      </span>
      <span className="sr-only"> changed to </span>
      <Value text={change.after} />
    </p>
  );
}

function Value({ text }: { text: string }) {
  return text === "" ? <span className="text-muted italic">No answer</span> : <span>{text}</span>;
}

const ROW_WORDS: Record<RowChange["kind"], string> = { added: "Added", removed: "Removed", changed: "Changed" };

function RowText({ row: { kind, name, cells } }: { row: RowChange }) {
  return (
    <>
      <p>
        <strong>{ROW_WORDS[kind]}:</strong> {name}
      </p>
      <dl className="mt-1 grid gap-1 border-l-[3px] border-line pl-3">
        {cells.map(({ label, change }) => (
          <div key={label}>
            <dt className="text-[0.9375rem] text-muted">{label}</dt>
            <dd>
              {kind === "changed" || change.kind === "text" ? (
                <CellChange change={change} />
              ) : (
                <p className="answer-text">{kind === "added" ? change.after : change.before}</p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Added words underlined, removed ones struck through, and both said in words for people who hear them. */
export function TextDifference({ parts }: { parts: readonly TextPart[] }) {
  return (
    <p className="answer-text">
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function Part({ part: { kind, text } }: { part: TextPart }) {
  if (kind === "same") return <span>{text}</span>;
  if (kind === "left-out") {
    return (
      <span className="text-muted">
        <span aria-hidden="true"> … </span>
        <span className="sr-only"> (some words are left out here) </span>
      </span>
    );
  }
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag
      className={
        kind === "added"
          ? "bg-success-soft underline decoration-2 underline-offset-[0.2em]"
          : "bg-error-soft line-through decoration-2"
      }
    >
      <span className="sr-only">{kind === "added" ? " (added: " : " (removed: "}</span>
      {isBreak(text) ? <span aria-hidden="true">¶</span> : null}
      {text}
      <span className="sr-only">{isBreak(text) ? "line break) " : ") "}</span>
    </Tag>
  );
}

/** A line that hangs under nothing can't be seen. */
const isBreak = (text: string) => text.includes("\n") && text.trim() === "";
