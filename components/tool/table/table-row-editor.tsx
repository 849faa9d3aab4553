"use client";

import { memo } from "react";
import { DateInput } from "@/components/tool/fields/date-input";
import { GrowingText } from "@/components/tool/fields/growing-text";
import { OfferedForCell } from "@/components/tool/fields/offered-words";
import { PersonSelect, ValueSelect } from "@/components/tool/fields/value-select";
import { Icon } from "@/components/ui/icon";
import type { TableRow } from "@/lib/domain/answer/answers";
import type { OfferedColumn } from "./offered-column";
import { cellId, rowButtonId, type RowCommands } from "./use-table-editing";

interface TableRowEditorProps {
  tableId: string;
  row: TableRow;
  index: number;
  count: number;
  rowName: string;
  columns: readonly OfferedColumn[];
  commands: RowCommands;
  rowPages: { readonly href: string; readonly label: string } | undefined;
}

function CellEditor({ id, column, value, write }: { id: string; column: OfferedColumn; value: string; write: (value: string) => void }) {
  if (column.kind === "date") return <DateInput id={id} value={value} onDate={write} />;
  if (column.kind === "choice") return <ValueSelect id={id} value={value} options={column.options ?? []} none="Not said" onChoose={write} />;
  if (column.kind === "person") return <PersonSelect id={id} value={value} onChoose={write} />;
  return <GrowingText id={id} value={value} isTall={false} onText={write} />;
}

/** A cell that matters for one option of another is left out until that is chosen, unless words stand in it. */
function isAway({ id, onlyFor }: OfferedColumn, { cells }: TableRow): boolean {
  return onlyFor !== undefined && cells[onlyFor.column] !== onlyFor.option && !cells[id];
}

/** One row of an open table, drawn again only when the row itself, its place or the count changes. */
export const TableRowEditor = memo(function TableRowEditor({
  tableId,
  row,
  index,
  count,
  rowName,
  columns,
  commands,
  rowPages,
}: TableRowEditorProps) {
  const name = `${rowName} ${index + 1}`;
  return (
    <tr>
      <th scope="row" className="row-number">
        <span className="row-name">{rowName}</span> {index + 1}
      </th>
      {columns.map((column) => {
        const id = cellId(tableId, row.id, column.id);
        const cell = row.cells[column.id] ?? "";
        const write = (value: string) => commands.write(row.id, column.id, value);
        if (isAway(column, row)) return <td key={column.id} className="away-cell" />;
        return (
          <td key={column.id} className={`cell-${column.kind}`}>
            <label htmlFor={id} className="stack-label">
              <span className="sr-only">{name}: </span>
              {column.label}
              {column.question ? <span className="block font-normal">{column.question}</span> : null}
              {column.example ? <span className="block font-normal text-muted">{column.example}</span> : null}
            </label>
            <CellEditor id={id} column={column} value={cell} write={write} />
            <OfferedForCell offers={column.offered} about={`${name}: ${column.label}`} text={cell} write={write} />
          </td>
        );
      })}
      <td className="row-buttons no-print">
        <button
          type="button"
          id={rowButtonId(tableId, row.id, "up")}
          aria-disabled={index === 0}
          onClick={() => commands.move(row.id, index, -1)}
          className="icon-button"
        >
          <Icon name="arrow-up" className="size-4" />
          <span className="sr-only">Move {name} up</span>
        </button>
        <button
          type="button"
          id={rowButtonId(tableId, row.id, "down")}
          aria-disabled={index === count - 1}
          onClick={() => commands.move(row.id, index, 1)}
          className="icon-button"
        >
          <Icon name="arrow-down" className="size-4" />
          <span className="sr-only">Move {name} down</span>
        </button>
        <button type="button" onClick={() => commands.remove(row.id, index)} className="clear-button">
          Remove<span className="sr-only"> {name}</span>
        </button>
        {rowPages ? (
          <a href={`${rowPages.href}#row-${encodeURIComponent(row.id)}`} className="row-values">
            Values<span className="sr-only"> over time of {name}</span>
          </a>
        ) : null}
      </td>
    </tr>
  );
});
