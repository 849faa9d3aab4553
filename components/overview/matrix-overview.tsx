import Link from "next/link";
import { Icon, type IconName } from "@/components/ui/icon";
import { Table } from "@/components/ui/table";
import { CELL_LABELS, type CellState, type OverviewGrid, type OverviewRow } from "@/lib/domain/overview/build-overview";
import { toolName } from "@/lib/domain/tool/items";
import { OverviewLinks } from "./overview-links";

const ICONS: Record<CellState, IconName> = {
  "in-place": "check",
  growing: "half-circle",
  wanted: "arrow-right",
  blank: "circle",
  "not-ours": "cross",
};

interface MatrixOverviewProps {
  toolkitId: string;
  matrix: OverviewGrid;
  toolsHref: string;
}

const rowTitle = ({ title, isOurs }: OverviewRow) => (isOurs ? `${title} (row added by this workbook)` : title);

/** Rows by columns to take in at a glance, then the same in words, row by row. */
export function MatrixOverview({ toolkitId, matrix, toolsHref }: MatrixOverviewProps) {
  const toolHref = `${toolsHref}/${matrix.tool.slug}`;
  return (
    <section aria-labelledby="overview-matrix" className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <h2 id="overview-matrix">{matrix.title}</h2>
        <p className="mt-1 text-muted">
          From <Link href={toolHref}>{toolName(matrix.tool)}</Link>. A mark says only that something is written there.
        </p>
      </div>
      <Table caption={`${matrix.title}, at a glance`} captionHidden className="min-w-[52rem]">
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
              {row.cells.map(({ state, nowId }) => (
                <td key={nowId} className={state === "not-ours" ? "text-muted" : undefined}>
                  <span className="flex items-start gap-2 text-[0.9375rem]">
                    <Icon name={ICONS[state]} className="mt-0.5 size-4 flex-none" />
                    {state === "blank" || state === "wanted" ? <Link href={`${toolHref}#${nowId}`}>{CELL_LABELS[state]}</Link> : CELL_LABELS[state]}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
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
              <OverviewLinks toolkitId={toolkitId} lead={row} toolsHref={toolsHref} />
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}

const isOpen = ({ cells }: OverviewRow) => cells.some(({ state }) => state === "blank" || state === "wanted");

function MatrixTable({ matrix }: { matrix: OverviewGrid }) {
  const lines = matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => (cell.state === "not-ours" ? [] : [{ row, cell, setting: matrix.columns[at] ?? "" }])),
  );
  if (lines.length === 0) return <p>No setting is chosen yet.</p>;
  return (
    <Table caption={`${matrix.title}, in words`} captionHidden className="min-w-[44rem]">
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
            <td className="break-words whitespace-pre-wrap">{cell.now || "–"}</td>
            <td className="break-words whitespace-pre-wrap">{cell.want || "–"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
