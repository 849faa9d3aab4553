import { Table } from "@/components/ui/table";
import { formatAreaScore } from "@/lib/domain/milestones/compare-areas";
import { type ComparedAction, type ComparedIdea, formatActions } from "@/lib/domain/milestones/compare-plan";
import { STANDING_LABELS } from "@/lib/domain/milestones/comparison";
import { ACTION_STATUS_LABELS } from "@/lib/domain/plan/action-status";

/** Every idea that stood in the plan on either day, and what became of its actions. */
export function ComparedPlan({ ideas }: { ideas: readonly ComparedIdea[] }) {
  if (ideas.length === 0) return <p className="mt-1 text-muted">Nothing stood in the plan on either day.</p>;
  return (
    <>
      <p className="mt-1 mb-4 text-muted">Actions that stood in the plan then or came since. Ideas and scores stand side by side: that is not cause and effect.</p>
      <Table caption="Ideas of the plan on both days" captionHidden className="min-w-[38rem]">
        <thead>
          <tr>
            <th scope="col">Idea</th>
            <th scope="col">Actions</th>
            <th scope="col">Area, then and later</th>
          </tr>
        </thead>
        <tbody>
          {ideas.map((idea) => (
            <tr key={idea.section}>
              <th scope="row" className="font-normal">
                {idea.words || `${idea.name}, no words yet`}
                <span className="block text-[0.9375rem] text-muted">
                  {idea.name} · {STANDING_LABELS[idea.standing]}
                </span>
                {idea.wordsThen === null ? null : <span className="block text-[0.9375rem] text-muted">It said then: {idea.wordsThen || "nothing"}</span>}
              </th>
              <td>
                {formatActions(idea)}
                {idea.actions.length === 0 ? null : (
                  <ul className="bullets mt-1 text-[0.9375rem]">
                    {idea.actions.map((action) => (
                      <li key={action.id}>{describe(action)}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                {idea.areas.length === 0
                  ? "No gap is linked"
                  : idea.areas.map(({ id, name, then, now }) => (
                      <span key={id} className="block whitespace-nowrap">
                        {name}: {formatAreaScore(then)} <span aria-hidden="true">→</span>
                        <span className="sr-only">then, later</span> {formatAreaScore(now)}
                      </span>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

/** "Call the clinic: Not started → Done" */
function describe({ what, then, now, isOverdue }: ComparedAction): string {
  const [was, is] = [then === null ? "new since" : ACTION_STATUS_LABELS[then], now === null ? "removed since" : ACTION_STATUS_LABELS[now]];
  const moved = was === is ? is : `${was} → ${is}`;
  return `${what || "An action without words"}: ${moved}${isOverdue ? ", overdue" : ""}`;
}
