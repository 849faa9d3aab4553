import { Fragment } from "react";
import { plainId, PlainWords } from "@/components/tool/controls/in-plain-words";
import { PrintedPart } from "@/components/tool/controls/printed-part";
import { type GridPlace, type ToolView, within } from "@/components/tool/controls/tool-view";
import { answerTo } from "@/lib/domain/answer/answers";
import type { Grid } from "@/lib/domain/tool/definition";
import { gridCells, isAdded } from "@/lib/domain/tool/items";
import { AddedLine, AddedNote } from "./added-line";
import { AnswerText } from "./answer-text";
import { BlankLine } from "./blank-answer";

/**
 * A printed table with fixed rows; what we add to a line stands beneath it. Every cell has a real label: on a wide screen the column head shows it,
 * on a phone each row becomes a block and the labels themselves are shown.
 */
export function GridView({ node, view }: { node: Grid; view: ToolView }) {
  const items = gridCells(node);
  const hasRowText = node.rows.some((row) => row.text);
  const hasRowHead = node.rowHeader !== undefined || hasRowText || node.rows.some((row) => row.number);
  const hasBullets = node.rows.some((row) => row.bullets);
  const inside = within(view, { isPrinted: true });
  const printed = node.columns.filter((column) => !isAdded(node, column));
  const isAddedTo = view.state !== "blank" && printed.length < node.columns.length;
  const width = printed.length + Number(hasRowHead) + Number(hasBullets);
  const placesOf = (row: Grid["rows"][number], rowIndex: number, ours: boolean): GridPlace[] =>
    node.columns.flatMap((column, columnIndex) =>
      isAdded(node, column) === ours ? [{ item: items[rowIndex * node.columns.length + columnIndex]!, row, column, grid: node }] : [],
    );
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
          {printed.map((column) => (
            <th key={column.id} scope="col" className={`grid-${column.kind}`}>
              {column.label}
            </th>
          ))}
        </tr>
      </PrintedPart>
      <tbody>
        {node.rows.map((row, rowIndex) => (
          <Fragment key={row.id}>
            <tr>
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
              {placesOf(row, rowIndex, false).map((place) => (
                <GridCell key={place.column.id} {...place} view={view} />
              ))}
            </tr>
            {isAddedTo ? <AddedLine places={placesOf(row, rowIndex, true)} width={width} view={view} /> : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
  if (view.plain(node.id) === undefined && !isAddedTo) return table;
  return (
    <div>
      <PlainWords of={node.id} view={view} />
      {isAddedTo ? <AddedNote grid={node} view={view} /> : null}
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
