import { BreakableLabel } from "@/components/tool/fields/breakable-label";
import type { TableRow } from "@/lib/domain/answer/answers";
import { formatCell } from "@/lib/domain/item/item-readers";
import type { TableItem } from "@/lib/domain/tool/definition";

/** An open table where nobody can change it. */
export function TableAnswer({ item, rows }: { item: TableItem; rows: readonly TableRow[] | null }) {
  if (!rows || rows.length === 0) return <p className="text-muted">Not answered</p>;
  return (
    <table className="stack-table reference-table">
      <caption className="sr-only">{item.prompt}</caption>
      <thead>
        <tr>
          {item.columns.map((column) => (
            <th key={column.id} scope="col">
              <BreakableLabel label={column.label} />
              {column.question ? <span className="mt-0.5 block font-normal">{column.question}</span> : null}
            </th>
          ))}
        </tr>
      </thead>
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
  );
}
