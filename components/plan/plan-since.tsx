import type { MouseEvent } from "react";
import { markPlanSeenAction } from "@/app/teams/[teamId]/plan/actions";
import { ActButton } from "@/components/forms/act-button";
import type { ReaderDays } from "@/lib/domain/plan/plan-groups";
import { formatNearDay } from "@/lib/domain/text/due-words";
import type { Plan } from "@/lib/plan/load-plan";

interface PlanSinceProps {
  teamId: string;
  plan: Plan;
  days: ReaderDays;
  /** Whether only these are shown. */
  isChosen: boolean;
  href: string;
  onChoose: (event: MouseEvent<HTMLAnchorElement>) => void;
}

/** How many actions others changed since the reader looked; nothing when none. */
export function PlanSince({ teamId, plan: { actions, since }, days, isChosen, href, onChoose }: PlanSinceProps) {
  const count = actions.filter(({ news }) => news !== null).length;
  if (count === 0) return null;
  const changes = count === 1 ? "1 change" : `${count} changes`;
  const looked = since.lookedAt && days.dayOf(since.lookedAt);
  const words = looked
    ? `${changes} since you were here ${looked === days.today ? "today" : `on ${formatNearDay(looked, days.today)}`}`
    : `${changes} that ${count === 1 ? "is" : "are"} new to you`;
  return (
    <div className="plan-since no-print">
      <a href={href} aria-current={isChosen ? "true" : undefined} onClick={onChoose}>
        {words}
      </a>
      <ActButton act={markPlanSeenAction.bind(null, teamId, { at: since.at })} label="Mark as seen" variant="quiet" />
    </div>
  );
}
