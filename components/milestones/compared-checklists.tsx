import { Table } from "@/components/ui/table";
import type { ComparedItem } from "@/lib/domain/milestones/compare-items";
import type { ComparedChecklist } from "@/lib/domain/milestones/comparison";
import { type ChecklistScore, formatInPlace } from "@/lib/domain/readiness/scoring";
import { ItemsTable } from "./compare-tables";

const shareOf = (score: ChecklistScore | null) => (score?.status === "scored" ? formatInPlace(score) : "–");

/** How much of each checklist is in place on both days, and which statements moved. */
export function ComparedChecklists({ checklists, statements }: { checklists: readonly ComparedChecklist[]; statements: readonly ComparedItem[] }) {
  return (
    <>
      <Table caption="The checklists on both days" captionHidden className="min-w-[38rem]">
        <thead>
          <tr>
            <th scope="col">Checklist</th>
            <th scope="col">In place then</th>
            <th scope="col">In place later</th>
            <th scope="col">Higher</th>
            <th scope="col">The same</th>
            <th scope="col">Lower</th>
          </tr>
        </thead>
        <tbody>
          {checklists.map(({ tool, name, then, now, counts }) => (
            <tr key={tool}>
              <th scope="row">{name}</th>
              <td>
                {shareOf(then)}
                {then ? <span className="block text-[0.9375rem] text-muted">{then.answered} of {then.total} answered</span> : null}
              </td>
              <td>
                {shareOf(now)}
                <span className="block text-[0.9375rem] text-muted">
                  {now.answered} of {now.total} answered
                </span>
              </td>
              <td>{counts.higher}</td>
              <td>{counts.same}</td>
              <td>{counts.lower}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {statements.length === 0 ? null : (
        <details className="fold mt-6">
          <summary>{statements.length === 1 ? "1 statement that moved" : `${statements.length} statements that moved`}</summary>
          <div className="mt-3">
            <ItemsTable caption="Checklist statements that moved" items={statements} areas={[]} />
          </div>
        </details>
      )}
    </>
  );
}
