"use client";

import { Fragment, useMemo } from "react";
import { BreakableLabel } from "@/components/tool/fields/breakable-label";
import { usePersonOptions } from "@/components/tool/fields/value-select";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { TABLE_MAX_ROWS } from "@/lib/domain/limits";
import type { OfferedColumn } from "./offered-column";
import { TableRowEditor } from "./table-row-editor";
import { undoButtonId, useTableEditing } from "./use-table-editing";
import { useTablePaste } from "./use-table-paste";

interface TableControlProps {
  id: string;
  name: string;
  rowName: string;
  columns: readonly OfferedColumn[];
  /** Where more is said about each row. */
  rowPages?: { readonly href: string; readonly label: string };
}

/** With more columns each row is a block on wide screens too. */
const MOST_SIDE_BY_SIDE = 4;

/** A table whose rows can be added, removed, brought back and moved. On a phone each row becomes a block. */
export function TableControl({ id, name, rowName, columns: defined, rowPages }: TableControlProps) {
  const people = usePersonOptions();
  // Words that are pasted into a column of people are held against their names.
  const columns = useMemo(() => defined.map((column) => (column.kind === "person" ? { ...column, options: people } : column)), [defined, people]);
  const { rows, commands, addRow, removed, undoRemove, announcement } = useTableEditing(
    id,
    rowName,
    columns[0]?.id ?? "",
  );
  const paste = useTablePaste(id, columns);
  const notice = removed ? <RemovedNotice tableId={id} name={removed.name} onUndo={undoRemove} /> : null;
  const noticeRow = notice ? (
    <tr className="removed-row no-print">
      <td colSpan={columns.length + 2}>{notice}</td>
    </tr>
  ) : null;

  return (
    <>
      {rows.length > 0 ? (
        <table className={`stack-table edit-table ${columns.length > MOST_SIDE_BY_SIDE ? "many-columns" : ""}`} {...paste.handlers}>
          <caption className="sr-only">{name}</caption>
          <thead>
            <tr>
              <th scope="col" className="row-number">
                <span className="sr-only">Row</span>
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.id} column={column} />
              ))}
              <th scope="col" className="row-buttons no-print">
                <span className="sr-only">Move or remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Fragment key={row.id}>
                {removed?.index === index ? noticeRow : null}
                <TableRowEditor
                  tableId={id}
                  row={row}
                  index={index}
                  count={rows.length}
                  rowName={rowName}
                  columns={columns}
                  commands={commands}
                  rowPages={rowPages}
                />
              </Fragment>
            ))}
            {removed && removed.index >= rows.length ? noticeRow : null}
          </tbody>
        </table>
      ) : (
        <>
          <EmptyTable rowName={rowName} columns={columns} />
          {notice}
        </>
      )}
      {rowPages ? (
        <p className="no-print mt-2">
          <a href={rowPages.href}>{rowPages.label}</a>
        </p>
      ) : null}
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <p role="status" className="sr-only">
        {paste.announcement}
      </p>
      <p role="alert" className={paste.problem ? "mt-3 font-semibold text-error" : "sr-only"}>
        {paste.problem}
      </p>
      {paste.done ? (
        <div className="no-print mt-3 flex flex-wrap items-start gap-x-4 gap-y-2 rounded-control bg-sunken px-4 py-2.5">
          <div className="measure min-w-0 break-words">
            {paste.done.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <Button variant="secondary" size="small" onClick={paste.undoPaste}>
            Undo<span className="sr-only"> the paste</span>
          </Button>
        </div>
      ) : null}
      {rows.length < TABLE_MAX_ROWS ? (
        <Button variant="secondary" size="small" className="mt-3" onClick={addRow}>
          <Icon name="plus" className="size-4" />
          Add {rowName}
        </Button>
      ) : (
        <p className="mt-3 text-muted">This table is full: it holds {TABLE_MAX_ROWS} rows.</p>
      )}
    </>
  );
}

/** Stands where the row was, so that whoever removed it stays there. */
function RemovedNotice({ tableId, name, onUndo }: { tableId: string; name: string; onUndo: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-sunken px-4 py-2.5">
      <p>Removed {name}.</p>
      <Button id={undoButtonId(tableId)} variant="secondary" size="small" onClick={onUndo}>
        Undo<span className="sr-only"> removing {name}</span>
      </Button>
    </div>
  );
}

function ColumnHead({ column }: { column: OfferedColumn }) {
  return (
    <th scope="col" className={`grid-${column.kind}`}>
      <BreakableLabel label={column.label} />
      {column.question ? <span className="mt-0.5 block font-normal">{column.question}</span> : null}
      {column.example ? <span className="mt-0.5 block font-normal text-muted">{column.example}</span> : null}
    </th>
  );
}

function EmptyTable({ rowName, columns }: Pick<TableControlProps, "rowName" | "columns">) {
  return (
    <div className="rounded-control border border-dashed border-line-strong px-4 py-4">
      <p className="text-muted">Nothing here yet. Each {rowName} has these parts:</p>
      <ul className="bullets mt-2">
        {columns.map((column) => (
          <li key={column.id}>
            {column.label}
            {column.question ? <span className="block text-muted">{column.question}</span> : null}
            {column.example ? <span className="block text-muted">{column.example}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
