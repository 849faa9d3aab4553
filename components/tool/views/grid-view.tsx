import { plainId, PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import { type GridPlace, type ToolView, within } from "@/components/tool/controls/tool-view";
import { answerTo } from "@/lib/domain/answer/answers";
import type { Grid } from "@/lib/domain/tool/definition";
import { gridCells } from "@/lib/domain/tool/items";
import { AnswerText } from "./answer-text";
import { BlankLine } from "./blank-answer";

/**
 * A printed table with fixed rows. Every cell has a real label: on a wide screen the column head shows it,
 * on a phone each row becomes a block and the labels themselves are shown.
 */
export function GridView({ node, view }: { node: Grid; view: ToolView }) {
  const items = gridCells(node);
  const hasRowText = node.rows.some((row) => row.text);
  const hasRowHead = node.rowHeader !== undefined || hasRowText || node.rows.some((row) => row.number);
  const hasBullets = node.rows.some((row) => row.bullets);
  const inside = within(view, { isPrinted: true });
  const table = (
    <table className="stack-table grid-table">
      <PrintedPart view={view} as="caption" className="stack-caption">
        {view.mark(node, "caption")}
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
                {row.text ? view.mark(row, "text") : null}
                <PlainWords of={row.id} id={plainId(row.id)} as="span" view={inside} />
              </PrintedPart>
            ) : null}
            {hasBullets ? (
              <PrintedPart view={view} as="td">
                <ul className="bullets">
                  {(row.bullets ?? []).map((bullet, index) => (
                    <li key={bullet}>{view.mark(row, `bullets.${index}`)}</li>
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

/** What is answered where a row and a column meet. */
function GridCell({ view, ...place }: GridPlace & { view: ToolView }) {
  if (view.state === "fill") return view.live.drawCell(place, view);
  const { item, column } = place;
  return (
    <td id={item.id}>
      <PrintedPart view={view} as="span" className="stack-label">
        {column.label}
      </PrintedPart>
      {view.state === "blank" ? <BlankLine /> : <AnswerText item={item} answer={answerTo(item, view.answers)} />}
      {view.state === "read" ? view.live.drawMore(item, view, true) : null}
    </td>
  );
}
