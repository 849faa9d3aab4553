import { groupPlan, PLAN_GROUP_LABELS, type ReaderDays } from "@/lib/domain/plan/plan-groups";
import { describeDueInPlan } from "@/lib/domain/plan/plan-words";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { ActionMenu } from "./action-menu";
import { ActionSource, ActionWords, AllLink, BlockNote, LateMark, StaleNote } from "./action-parts";
import { ActionStatusTag } from "./action-status-tag";
import { type PlanContext, showOwner } from "./plan-data";
import type { PlanListProps } from "./plan-list";
import { OF_ACTION } from "./use-kept-focus";

/** All actions in rows, grouped by when they are due. */
export function PlanTable({ actions, context, days, names, hrefOf, acts, atMost, allHref }: PlanListProps) {
  return (
    <>
      <table className="plan-table">
        <caption className="sr-only">Actions of the team, grouped by when they are due</caption>
        <thead>
          <tr>
            <th scope="col">{context.why.size > 0 ? "Action, and the gap it comes from" : "Action, and the idea it belongs to"}</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
            <th scope="col">Status</th>
            {acts ? (
              <th scope="col">
                <span className="sr-only">Change</span>
              </th>
            ) : null}
          </tr>
        </thead>
        {takeFirst(groupPlan(actions, days.today), atMost).map(({ group, count, actions: own }) => (
          <tbody key={group}>
            <tr className="plan-group">
              <th colSpan={acts ? 5 : 4} scope="rowgroup">
                {PLAN_GROUP_LABELS[group]} <span className="plan-count">{count}</span>
              </th>
            </tr>
            {own.map((action) => (
              <tr key={action.id} {...{ [OF_ACTION]: action.id }}>
                <ActionHead action={action} context={context} days={days} />
                <OwnerCell action={action} context={context} />
                <DueCell action={action} days={days} />
                <td>
                  <ActionStatusTag status={action.status} />
                  <StaleNote action={action} days={days} />
                </td>
                {acts ? (
                  <td>
                    <ActionMenu action={action} name={names.get(action.id) ?? ""} href={hrefOf(action)} toolLabel={context.plan.tool.label} acts={acts} look="dots" />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {actions.length > atMost ? <AllLink count={actions.length} href={allHref} /> : null}
    </>
  );
}

interface ShownGroup extends Group {
  /** How many it holds. */
  readonly count: number;
}

type Group = ReturnType<typeof groupPlan>[number];

/** The first so many over all groups; a group of which none is among them is left out. */
function takeFirst(groups: readonly Group[], atMost: number): readonly ShownGroup[] {
  let left = atMost;
  return groups.flatMap(({ group, actions }) => {
    const own = actions.slice(0, left);
    left -= own.length;
    return own.length === 0 ? [] : [{ group, count: actions.length, actions: own }];
  });
}

interface CellProps {
  action: PlannedAction;
  context: PlanContext;
  days: ReaderDays;
}

function ActionHead({ action, context, days }: CellProps) {
  return (
    <th scope="row">
      <ActionWords action={action} days={days} />
      <BlockNote action={action} days={days} />
      <ActionSource action={action} context={context} className="plan-from plan-from-line" />
    </th>
  );
}

function OwnerCell({ action, context }: Omit<CellProps, "days">) {
  const { name, note } = showOwner(action, context);
  return (
    <td>
      {name}
      {note ? <small>{note}</small> : null}
    </td>
  );
}

function DueCell({ action, days }: Omit<CellProps, "context">) {
  const { text, note, isOverdue } = describeDueInPlan(action, days);
  return (
    <td className="plan-due">
      {isOverdue ? (
        <span className="plan-late">
          <LateMark /> {text}
        </span>
      ) : (
        text
      )}
      {note ? <small>{note}</small> : null}
    </td>
  );
}
