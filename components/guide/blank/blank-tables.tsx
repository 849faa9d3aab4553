import type { ReactNode } from "react";
import type { NodeOf } from "@/lib/domain/tool/definition";
import type { BlankContext } from "./blank-context";
import { bullets } from "./blank-references";

// On a phone the rows of a "stack-table" become blocks, and each cell shows the head of its column itself.

export function referenceTableView(node: NodeOf<"reference-table">, { mark }: BlankContext) {
  return (
    <table className="stack-table">
      <caption className="stack-caption">{mark(node.caption)}</caption>
      <thead>
        <tr>
          {node.columns.map((column) => (
            <th key={column.label} scope="col">
              {column.label}
              {column.description === undefined ? null : note(column.description)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.map((row, rowIndex) => (
          <tr key={rowIndex}>
            {row.map((cell, index) => {
              const content = typeof cell === "string" ? mark(cell) : bullets(cell, mark);
              if (node.rowHeaders && index === 0) {
                return (
                  <th key={index} scope="row">
                    {content}
                  </th>
                );
              }
              const column = node.columns[index];
              return (
                <td key={index}>
                  {column ? cellLabel(column.label, column.description) : null}
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function tableView(node: NodeOf<"table">, { mark }: BlankContext) {
  return (
    <div>
      <table className="stack-table table-fixed">
        <caption className="stack-caption">{mark(node.prompt)}</caption>
        <thead>
          <tr>
            {node.columns.map(({ id, label, question, example }) => (
              <th key={id} scope="col">
                {label}
                {question === undefined ? null : note(question)}
                {example === undefined ? null : note(example)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {node.columns.map(({ id, label, question, example }) => (
              <td key={id}>
                {cellLabel(label, question, example)}
                {blankLine()}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="mt-2 text-[0.9375rem] text-muted">Teams add one row for each {node.rowName}.</p>
    </div>
  );
}

export function gridView(node: NodeOf<"grid">, { mark }: BlankContext) {
  const hasBullets = node.bulletsHeader !== undefined;
  return (
    <table className="stack-table">
      <caption className="stack-caption">{mark(node.caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{node.rowHeader ?? <span className="sr-only">Number</span>}</th>
          {hasBullets ? <th scope="col">{node.bulletsHeader}</th> : null}
          {node.columns.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.number === undefined ? null : `${row.number}. `}
              {row.text === undefined ? null : mark(row.text)}
            </th>
            {hasBullets ? <td>{bullets(row.bullets ?? [], mark)}</td> : null}
            {node.columns.map(({ id, label }) => (
              <td key={id}>
                {cellLabel(label)}
                {blankLine()}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The head of the column, for the eye on a phone; assistive technology has it from the table. */
function cellLabel(label: string, ...notes: readonly (string | undefined)[]): ReactNode {
  return (
    <span className="stack-label" aria-hidden="true">
      {label}
      {notes.map((text) => (text === undefined ? null : note(text)))}
    </span>
  );
}

function note(text: string): ReactNode {
  return (
    <span key={text} className="mt-0.5 block font-normal">
      {text}
    </span>
  );
}

/** Room to write, where no cell border shows it. */
function blankLine(): ReactNode {
  return <span aria-hidden="true" className="block h-8 border-b border-dashed border-line-strong md:border-0" />;
}
