import { ACTION_STATUS_LABELS, ACTION_STATUSES } from "@/lib/domain/plan/action-status";
import { sortByDue } from "@/lib/domain/plan/plan-groups";
import { describeBlock, describeDueInPlan } from "@/lib/domain/plan/plan-words";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { ActionMenu } from "./action-menu";
import { ActionSource, NewsTag, StaleNote, StatusMark } from "./action-parts";
import { showOwner } from "./plan-data";
import type { PlanListProps } from "./plan-list";
import { OF_ACTION } from "./use-kept-focus";

/** A list for each status, the first due first. */
export function PlanBoard(props: PlanListProps) {
  return (
    <div className="plan-board">
      {ACTION_STATUSES.map((status) => {
        const own = sortByDue(props.actions.filter((action) => action.status === status));
        return (
          <section key={status} aria-labelledby={`board-${status}`}>
            <h2 id={`board-${status}`}>
              <StatusMark status={status} />
              {ACTION_STATUS_LABELS[status]} <span className="plan-count">{own.length}</span>
            </h2>
            {own.length === 0 ? (
              <p className="plan-none">None</p>
            ) : (
              <ul>
                {own.map((action) => (
                  <Card key={action.id} {...props} action={action} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Card({ action, context, days, names, hrefOf, acts }: PlanListProps & { action: PlannedAction }) {
  const { text, note, isOverdue } = describeDueInPlan(action, days);
  const owner = showOwner(action, context);
  const block = describeBlock(action, days);
  return (
    <li className="plan-card" {...{ [OF_ACTION]: action.id }}>
      <p className="plan-what">
        {action.what === "" ? <span className="text-muted">No words yet</span> : action.what} <NewsTag action={action} days={days} />
      </p>
      <ActionSource action={action} context={context} className="plan-from plan-from-lines" />
      {block ? <p className="plan-why">{block}</p> : null}
      <div className="plan-card-foot">
        <p className="min-w-0">
          {owner.name}
          {owner.note === null ? null : <span className="text-muted">, {owner.note === "You" ? "you" : "no account"}</span>}
          <small className={isOverdue ? "plan-late" : undefined}>
            {text}
            {note ? `, ${note}` : null}
          </small>
          <StaleNote action={action} days={days} />
        </p>
        {acts ? <ActionMenu action={action} name={names.get(action.id) ?? ""} href={hrefOf(action)} toolLabel={context.plan.tool.label} acts={acts} look="move" /> : null}
      </div>
    </li>
  );
}
