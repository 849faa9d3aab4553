import { Table } from "@/components/ui/table";
import type { ReadinessChecklist } from "@/lib/domain/readiness/readiness";
import { NOT_ENOUGH_ANSWERS } from "@/lib/domain/readiness/rules";
import { formatAnswered, formatInPlace } from "@/lib/domain/readiness/scoring";
import { toolName } from "@/lib/domain/tool/items";
import { LastAnswered } from "./last-answered";

interface ChecklistTableProps {
  checklists: readonly ReadinessChecklist[];
  toolsHref: string;
}

/** Counts of the four checklists, and what is in place of what was answered. */
export function ChecklistTable({ checklists, toolsHref }: ChecklistTableProps) {
  return (
    <Table caption="Answers to the four checklists" captionHidden className="min-w-[38rem]">
      <thead>
        <tr>
          <th scope="col">Checklist</th>
          <th scope="col">Yes</th>
          <th scope="col">In Progress</th>
          <th scope="col">No</th>
          <th scope="col">Blank</th>
          <th scope="col">In place</th>
          <th scope="col">Last answer</th>
        </tr>
      </thead>
      <tbody>
        {checklists.map((checklist) => (
          <ChecklistRow key={checklist.tool.slug} checklist={checklist} toolsHref={toolsHref} />
        ))}
      </tbody>
    </Table>
  );
}

function ChecklistRow({ checklist, toolsHref }: { checklist: ReadinessChecklist; toolsHref: string }) {
  const { tool, score, lastAnswered } = checklist;
  return (
    <tr>
      <th scope="row" className="max-w-[22rem]">
        <a href={`${toolsHref}/${tool.slug}`}>{toolName(tool)}</a>
      </th>
      <td>{score.yes}</td>
      <td>{score.inProgress}</td>
      <td>{score.no}</td>
      <td>{score.blank}</td>
      <td>
        <span>{score.status === "scored" ? formatInPlace(score) : NOT_ENOUGH_ANSWERS}</span>
        <span className="block text-[0.875rem] text-muted">{formatAnswered(score)}</span>
      </td>
      <td className="text-[0.9375rem]">
        <LastAnswered event={lastAnswered} />
      </td>
    </tr>
  );
}
