import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";
import { CELL_LABELS, type CellState, type OverviewCell, type OverviewGrid, type OverviewRow } from "@/lib/domain/overview/build-overview";
import { toolName } from "@/lib/domain/tool/items";
import { OverviewLinks, type OverviewPlaces } from "./overview-links";

const ICONS: Record<CellState, IconName> = {
  "in-place": "check",
  growing: "half-circle",
  wanted: "arrow-right",
  blank: "circle",
  "not-ours": "cross",
  "not-said": "question",
};

interface MatrixOverviewProps {
  matrix: OverviewGrid;
  places: OverviewPlaces;
}

const rowTitle = ({ title, isOurs }: OverviewRow) => (isOurs ? `${title} (row added by this workbook)` : title);

/** Rows by columns to take in at a glance, then the same in words, row by row. */
export function MatrixOverview({ matrix, places }: MatrixOverviewProps) {
  const toolHref = `${places.toolsHref}/${matrix.tool.slug}`;
  return (
    <section aria-labelledby="overview-matrix" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id="overview-matrix">{matrix.title}</h2>
        <p className="mt-1 text-muted">
          From <Link href={toolHref}>{toolName(matrix.tool)}</Link>. A mark says only that something is written there.
        </p>
      </div>
      <table className="stack-table matrix-table">
        <caption className="sr-only">{matrix.title}, at a glance</caption>
        <thead>
          <tr>
            <th scope="col">Core element</th>
            {matrix.columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.title}>
              <th scope="row">{rowTitle(row)}</th>
              {row.cells.map(({ state, nowId, askedAt }, at) => (
                <td key={nowId} className={state === "not-ours" || state === "not-said" ? "text-muted" : undefined}>
                  <ColumnLabel text={matrix.columns[at]} />
                  <span className="flex items-start gap-2 text-[0.9375rem]">
                    <Icon name={ICONS[state]} className="mt-0.5 size-4 flex-none" />
                    {isAsked(state) ? (
                      <Link href={`${toolHref}#${askedAt}`}>
                        {CELL_LABELS[state]}
                        {/* Heard alone, in a list of links. */}
                        <span className="sr-only">
                          : {state === "not-said" ? "" : `${row.title}, `}
                          {matrix.columns[at]}
                        </span>
                      </Link>
                    ) : (
                      CELL_LABELS[state]
                    )}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <details className="fold rounded-card border border-line bg-surface">
        <summary className="px-4 py-3 font-semibold">The same as a list, with your words</summary>
        <div className="px-4 pb-4">
          <MatrixTable matrix={matrix} />
        </div>
      </details>
      <div className="grid gap-3">
        {matrix.rows.filter(isOpen).map((row) => (
          <details key={row.title} className="fold rounded-card border border-line bg-surface">
            <summary className="px-4 py-3 font-semibold">{rowTitle(row)}: where to read on</summary>
            <div className="px-4 pb-4">
              <OverviewLinks lead={row} places={places} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}

const isOpen = ({ cells }: OverviewRow) => cells.some(({ state }) => state === "blank" || state === "wanted");
const isAsked = (state: CellState) => state === "blank" || state === "wanted" || state === "not-said";

function MatrixTable({ matrix }: { matrix: OverviewGrid }) {
  const lines = matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => (cell.state === "not-ours" || cell.state === "not-said" ? [] : [{ row, cell, setting: matrix.columns[at] ?? "" }])),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <OtherColumns matrix={matrix} />
      {lines.length === 0 ? <p>No setting is chosen yet.</p> : <Lines title={matrix.title} lines={lines} />}
    </div>
  );
}

/** The columns that have no lines: a whole column is the team's, is not, or was not said. */
function OtherColumns({ matrix: { columns, rows } }: { matrix: OverviewGrid }) {
  const named = (state: CellState) => columns.filter((_, at) => rows[0]?.cells[at]?.state === state);
  return (["not-ours", "not-said"] as const).map((state) => {
    const titles = named(state);
    return titles.length === 0 ? null : (
      <p key={state}>
        {CELL_LABELS[state]}: {titles.join("; ")}.
      </p>
    );
  });
}

interface LinesProps {
  title: string;
  lines: readonly { row: OverviewRow; cell: OverviewCell; setting: string }[];
}

function Lines({ title, lines }: LinesProps) {
  return (
    <table className="stack-table">
      <caption className="sr-only">{title}, in words</caption>
      <thead>
        <tr>
          <th scope="col">Core element</th>
          <th scope="col">Setting</th>
          <th scope="col">What we do now</th>
          <th scope="col">What we want to do</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ row, cell, setting }) => (
          <tr key={cell.nowId}>
            <th scope="row">{rowTitle(row)}</th>
            <td>{setting}</td>
            <td>
              <ColumnLabel text="What we do now" />
              <span className="break-words whitespace-pre-wrap">{cell.now || "–"}</span>
            </td>
            <td>
              <ColumnLabel text="What we want to do" />
              <span className="break-words whitespace-pre-wrap">{cell.want || "–"}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone each row becomes a block, and each cell carries the head of its column. */
function ColumnLabel({ text }: { text: string | undefined }) {
  return (
    <span className="stack-label text-[0.9375rem] text-muted" aria-hidden="true">
      {text}
    </span>
  );
}
