import type { MouseEvent, ReactNode } from "react";
import { ACTION_STATUS_LABELS, type ActionStatus } from "@/lib/domain/plan/action-status";
import { countByStatus } from "@/lib/domain/plan/plan-filter";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { StatusMark } from "./action-parts";

/** What is done first. */
const ORDER: readonly ActionStatus[] = ["done", "under-way", "blocked", "not-started"];

interface PlanMeterProps {
  /** Of any status, as the other filters show them. */
  actions: readonly PlannedAction[];
  chosen: ActionStatus | null;
  /** Where it leads to choose a status, or none. */
  hrefOf: (status: ActionStatus | null) => string;
  onChoose: (event: MouseEvent<HTMLAnchorElement>, status: ActionStatus | null) => void;
  /** Beside the numbers. */
  children: ReactNode;
}

/** How many actions stand where, as a bar and in numbers; each number shows its own alone. */
export function PlanMeter({ actions, chosen, hrefOf, onChoose, children }: PlanMeterProps) {
  const counts = countByStatus(actions);
  const words = ORDER.map((status) => `${counts[status]} ${ACTION_STATUS_LABELS[status].toLowerCase()}`).join(", ");
  return (
    <>
      <div className="plan-meter" role="img" aria-label={`${actions.length === 1 ? "1 action" : `${actions.length} actions`}: ${words}`}>
        {ORDER.filter((status) => counts[status] > 0).map((status) => (
          <i key={status} className={`plan-mark-${status}`} style={{ flex: counts[status] }} />
        ))}
      </div>
      <div className="plan-counts">
        <ul className="plan-legend" aria-label="Filter by status">
          {ORDER.map((status) => {
            const isChosen = chosen === status;
            const next = isChosen ? null : status;
            return (
              <li key={status}>
                <a href={hrefOf(next)} aria-current={isChosen ? "true" : undefined} onClick={(event) => onChoose(event, next)}>
                  <StatusMark status={status} />
                  <span>
                    <strong>{counts[status]}</strong> {ACTION_STATUS_LABELS[status].toLowerCase()}
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
        {children}
      </div>
    </>
  );
}
