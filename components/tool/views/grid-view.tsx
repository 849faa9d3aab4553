import { AnswerText } from "@/components/tool/controls/answer-text";
import { EditedCell } from "@/components/tool/controls/edited-cell";
import { distinctName, moreOf } from "@/components/tool/controls/item-controls";
import { ItemMore } from "@/components/tool/controls/item-more";
import { plainId, PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import type { ToolView } from "@/components/tool/controls/tool-view";
import { answerTo } from "@/lib/domain/answer/answers";
import type { Grid, GridColumn, GridRow } from "@/lib/domain/tool/definition";
import { gridCells } from "@/lib/domain/tool/items";

/**
 * A printed table with fixed rows. Every cell has a real label: on a wide screen the column head shows it,
 * on a phone each row becomes a block and the labels themselves are shown.
 */
export function GridView({ node, view }: { node: Grid; view: ToolView }) {
  const items = gridCells(node);
  const hasRowText = node.rows.some((row) => row.text);
  const hasRowHead = node.rowHeader !== undefined || hasRowText || node.rows.some((row) => row.number);
  const hasBullets = node.rows.some((row) => row.bullets);
  const inside = { ...view, isPrinted: true };
  const table = (
    <table className="stack-table grid-table">
      <PrintedPart view={view} as="caption" className="stack-caption">
        {view.mark(node.caption)}
      </PrintedPart>
      <PrintedPart view={view} as="thead">
        <tr>
          {hasRowHead ? (
            <th scope="col" className={hasRowText ? undefined : "row-number"}>
              {node.rowHeader ?? <span className="sr-only">Row</span>}
            </th>
          ) : null}
          {hasBullets ? <th scope="col">{node.bulletsHeader}</th> : null}
          {node.columns.map((column) => (
            <th key={column.id} scope="col" className={`grid-${column.kind}`}>
              {column.label}
            </th>
          ))}
        </tr>
      </PrintedPart>
      <tbody>
        {node.rows.map((row, rowIndex) => (
          <tr key={row.id}>
            {hasRowHead ? (
              <PrintedPart view={view} as="th" scope="row">
                {row.number ? <span className="item-number">{row.number} </span> : null}
                {row.text ? view.mark(row.text) : null}
                <PlainWords of={row.id} id={plainId(row.id)} as="span" view={inside} />
              </PrintedPart>
            ) : null}
            {hasBullets ? (
              <PrintedPart view={view} as="td">
                <ul className="bullets">
                  {(row.bullets ?? []).map((bullet) => (
                    <li key={bullet}>
                      {view.mark(bullet)}
                    </li>
                  ))}
                </ul>
              </PrintedPart>
            ) : null}
            {node.columns.map((column, columnIndex) => (
              <GridCell
                key={column.id}
                item={items[rowIndex * node.columns.length + columnIndex]!}
                row={row}
                column={column}
                view={view}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (view.plain(node.id) === undefined) return table;
  return (
    <div>
      <PlainWords of={node.id} view={view} />
      {table}
    </div>
  );
}

interface GridCellProps {
  item: ReturnType<typeof gridCells>[number];
  row: GridRow;
  column: GridColumn;
  view: ToolView;
}

function GridCell({ item, row, column, view }: GridCellProps) {
  if (view.isReadOnly) {
    return (
      <td id={item.id}>
        <PrintedPart view={view} as="span" className="stack-label">
          {column.label}
        </PrintedPart>
        <AnswerText item={item} answer={answerTo(item, view.answers)} />
        <ItemMore {...moreOf(item, view)} isCell />
      </td>
    );
  }
  const place = view.placeOf(item.id);
  const label = view.print(
    <>
      <span className="sr-only">
        {place === undefined ? null : `${place}, `}
        {row.text ?? row.number}:{" "}
      </span>
      {column.label}
    </>,
  );
  return (
    <EditedCell
      {...moreOf(item, view)}
      label={label}
      {...(view.plain(row.id) !== undefined && { describedBy: plainId(row.id) })}
      {...(item.kind === "date" && { dateName: distinctName(item, view) })}
    />
  );
}
