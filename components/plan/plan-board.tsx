import { type DragEvent, useState } from "react";
import { ACTION_STATUS_LABELS, ACTION_STATUSES, type ActionStatus } from "@/lib/domain/plan/action-status";
import { sortByDue } from "@/lib/domain/plan/plan-groups";
import { describeDueInPlan } from "@/lib/domain/plan/plan-words";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { ActionMenu } from "./action-menu";
import { ActionSource, ActionWords, AllLink, BlockNote, StaleNote, StatusMark } from "./action-parts";
import { showOwner } from "./plan-data";
import type { PlanListProps } from "./plan-list";
import { OF_ACTION } from "./use-kept-focus";

/** A list for each status, the first due first. Cards can be dragged between them, too; the menu on each does the same. */
export function PlanBoard(props: PlanListProps) {
  const { actions, acts, atMost, allHref } = props;
  const ofColumn = Math.ceil(atMost / ACTION_STATUSES.length);
  const [dragged, setDragged] = useState<string | null>(null);
  const droppingOn = (status: ActionStatus) => {
    const action = actions.find(({ id }) => id === dragged);
    if (!acts || !action || action.status === status) return {};
    return {
      onDragOver: (event: DragEvent) => event.preventDefault(),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setDragged(null);
        acts.move(action, status);
      },
    };
  };
  return (
    <div className="plan-board">
      {ACTION_STATUSES.map((status) => {
        const own = sortByDue(actions.filter((action) => action.status === status));
        return (
          <section key={status} aria-labelledby={`board-${status}`} {...droppingOn(status)}>
            <h2 id={`board-${status}`}>
              <StatusMark status={status} />
              {ACTION_STATUS_LABELS[status]} <span className="plan-count">{own.length}</span>
            </h2>
            {own.length === 0 ? (
              <p className="plan-none">None</p>
            ) : (
              <ul>
                {own.slice(0, ofColumn).map((action) => (
                  <Card key={action.id} {...props} action={action} onDrag={setDragged} />
                ))}
              </ul>
            )}
            {own.length > ofColumn ? <AllLink count={own.length} status={status} href={allHref} /> : null}
          </section>
        );
      })}
    </div>
  );
}

interface CardProps extends PlanListProps {
  action: PlannedAction;
  /** Called with the action's id while it is dragged, and with null when it is let go. */
  onDrag: (actionId: string | null) => void;
}

function Card({ action, context, days, names, hrefOf, acts, onDrag }: CardProps) {
  const { text, note, isOverdue } = describeDueInPlan(action, days);
  const owner = showOwner(action, context);
  return (
    <li className="plan-card" draggable={acts !== null} onDragStart={() => onDrag(action.id)} onDragEnd={() => onDrag(null)} {...{ [OF_ACTION]: action.id }}>
      <ActionWords action={action} days={days} />
      <ActionSource action={action} context={context} className="plan-from plan-from-lines" />
      <BlockNote action={action} days={days} />
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
