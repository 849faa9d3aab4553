import { BreakableLabel } from "@/components/tool/fields/breakable-label";
import type { RowPages } from "@/components/tool/controls/tool-view";
import type { TableRow } from "@/lib/domain/answer/answers";
import { formatCell } from "@/lib/domain/item/item-readers";
import type { TableColumn, TableItem } from "@/lib/domain/tool/definition";

interface TableAnswerProps {
  item: TableItem;
  rows: readonly TableRow[] | null;
  /** Where more is said about its rows. */
  rowPages: RowPages | undefined;
}

/** An open table where nobody can change it. */
export function TableAnswer({ item, rows, rowPages }: TableAnswerProps) {
  if (!rows || rows.length === 0) return <p className="text-muted">Not answered</p>;
  return (
    <>
      <table className="stack-table reference-table">
        <caption className="sr-only">{item.prompt}</caption>
        <TableHead columns={item.columns} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {item.columns.map((column) => (
                <td key={column.id}>
                  <span className="stack-label" aria-hidden="true">
                    {column.label}
                  </span>
                  <span className="answer-text">{formatCell(column, row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rowPages ? (
        <p className="no-print mt-2">
          <a href={rowPages.href}>{rowPages.label}</a>
        </p>
      ) : null}
    </>
  );
}

interface TableHeadProps {
  columns: readonly TableColumn[];
  /** Where no row shows what is meant. */
  hasExamples?: boolean;
}

export function TableHead({ columns, hasExamples = false }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, label, question, example }) => (
          <th key={id} scope="col">
            <BreakableLabel label={label} />
            <HeadNotes notes={[question, hasExamples ? example : undefined]} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What is printed under the head of a column. */
export function HeadNotes({ notes }: { notes: readonly (string | undefined)[] }) {
  return notes.map((note) =>
    note === undefined ? null : (
      <span key={note} className="mt-0.5 block font-normal">
        {note}
      </span>
    ),
  );
}
