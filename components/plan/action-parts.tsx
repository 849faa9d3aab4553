import { InAppLink } from "@/components/printed/in-app-link";
import { Icon } from "@/components/ui/icon";
import { ACTION_STATUS_LABELS, type ActionStatus } from "@/lib/domain/plan/action-status";
import { findStaleDays, type ReaderDays } from "@/lib/domain/plan/plan-groups";
import { describeActionNews, describeBlock } from "@/lib/domain/plan/plan-words";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import { shorten } from "@/lib/domain/text/shorten";
import type { PlanContext } from "./plan-data";

/** So much of somebody's words is read in a list. */
const WORDS_SHOWN = 300;

/** A status as a small square: beside its word, never alone. */
export function StatusMark({ status }: { status: ActionStatus }) {
  return <i aria-hidden="true" className={`plan-mark plan-mark-${status}`} />;
}

/** "no change in 34 days" */
export function StaleNote({ action, days }: { action: PlannedAction; days: ReaderDays }) {
  const stale = findStaleDays(action, days);
  return stale === null ? null : <small>no change in {stale} days</small>;
}

/** "date moved Nov 25", for what somebody else did since the reader looked. */
function NewsTag({ action, days }: { action: PlannedAction; days: ReaderDays }) {
  const words = describeActionNews(action, days);
  return words === null ? null : <span className="plan-new">{words}</span>;
}

interface ActionSourceProps {
  action: PlannedAction;
  context: PlanContext;
  className: string;
}

/** Where an action comes from: the gaps behind its idea, or, where none is known, the idea itself. */
export function ActionSource({ action: { section }, context: { teamId, plan, why }, className }: ActionSourceProps) {
  const [first, ...more] = why.get(section) ?? [];
  if (first) {
    return (
      <span className={className}>
        {first.areaName}: <InAppLink href={first.href}>{first.text}</InAppLink>
        {more.length > 0 ? `, and ${more.length} more` : null}
      </span>
    );
  }
  const idea = plan.ideas.find((one) => one.section === section);
  if (!idea) return null;
  const href = `/teams/${teamId}/tools/${plan.tool.slug}#${section}`;
  return (
    <span className={className}>
      {idea.title === "" ? null : `${idea.name}: `}
      <InAppLink href={href}>{idea.title === "" ? `${idea.name}, not named yet` : shorten(idea.title, WORDS_SHOWN)}</InAppLink>
    </span>
  );
}

export function LateMark() {
  return <Icon name="warning" className="size-4" />;
}

interface AllLinkProps {
  count: number;
  /** Of these alone. */
  status?: ActionStatus;
  href: string;
}

/** To the whole list, where not all of it is drawn. */
export function AllLink({ count, status, href }: AllLinkProps) {
  return (
    <p className="plan-all no-print">
      <a href={href}>
        All {count} actions{status ? <span className="sr-only">: {ACTION_STATUS_LABELS[status]}</span> : null}
      </a>
    </p>
  );
}

/** What is to be done, and what is new about it. */
export function ActionWords({ action, days }: { action: PlannedAction; days: ReaderDays }) {
  return (
    <span className="plan-what">
      {action.what === "" ? <span className="text-muted">No words yet</span> : shorten(action.what, WORDS_SHOWN)} <NewsTag action={action} days={days} />
    </span>
  );
}

/** Since when and why it is blocked; nothing for what is not. */
export function BlockNote({ action, days }: { action: PlannedAction; days: ReaderDays }) {
  const words = describeBlock({ ...action, why: shorten(action.why, WORDS_SHOWN) }, days);
  return words === null ? null : <span className="plan-why">{words}</span>;
}
