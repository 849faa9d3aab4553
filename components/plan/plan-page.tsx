"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useMemo, useRef } from "react";
import { useIsReady } from "@/components/forms/use-is-ready";
import { PeopleProvider } from "@/components/people/shown-people";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { HistoryNames } from "@/lib/domain/people/person";
import { ACTION_STATUS_LABELS, type ActionStatus } from "@/lib/domain/plan/action-status";
import { filterPlan, formatPlanFilter, isFiltered, parsePlanFilter, type PlanFilter, WHOLE_PLAN } from "@/lib/domain/plan/plan-filter";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import type { Plan } from "@/lib/plan/load-plan";
import { PlanBoard } from "./plan-board";
import { areasOf, nameActions, type PlanContext } from "./plan-data";
import { PlanFilters } from "./plan-filters";
import { PlanMessageBar } from "./plan-message";
import { PlanMeter } from "./plan-meter";
import { PlanSince } from "./plan-since";
import { PlanTable } from "./plan-table";
import { useKeptFocus } from "./use-kept-focus";
import { usePlanChanges } from "./use-plan-changes";
import { usePlanDialogs } from "./use-plan-dialogs";
import { usePlanLive } from "./use-plan-live";
import { useReaderDays } from "./use-reader-days";

interface PlanPageProps extends Omit<PlanContext, "plan"> {
  /** The plan as JSON: as objects React would look at every field of every action, once to send it and once to read it. */
  planText: string;
  /** How the board stood before the plan was read. */
  boardMark: string;
  userId: string;
  historyNames: HistoryNames;
  /** Where days are told until the reader's own are known. */
  timeZone: string;
  /** When the page was made. */
  now: string;
  /** Names of Tool 8 to choose a lead from. */
  leads: readonly string[];
  /** Links beside the title. */
  children?: ReactNode;
}

/** Several screens full: the page is there sooner, and the rest before anybody has scrolled to it. */
const DRAWN_AT_FIRST = 60;

/** A team's plan as a table or a board, alive: what others change shows, and what is changed here is changed in its tool. */
export function PlanPage({ userId, historyNames, timeZone, now, leads, children, planText, boardMark, ...reader }: PlanPageProps) {
  const plan = useMemo(() => JSON.parse(planText) as Plan, [planText]);
  const context: PlanContext = { ...reader, plan };
  const { teamId, people, mayChange, why, personId } = reader;
  const parameters = useSearchParams();
  const filter = parsePlanFilter(parameters);
  const days = useReaderDays({ now, timeZone });
  const isOffline = usePlanLive({ teamId, slug: plan.tool.slug, userId, seq: plan.seq, boardMark });
  const list = useRef<HTMLDivElement>(null);
  const hold = useKeptFocus(list);
  const addButton = useRef<HTMLButtonElement>(null);
  const changes = usePlanChanges({ teamId, onChange: hold, onTakenBack: () => addButton.current?.focus() });
  const isReady = useIsReady();
  const dialogs = usePlanDialogs(changes.fail);
  const names = nameActions(plan);

  const hrefOf = (wanted: PlanFilter) => formatPlanFilter(wanted) || `/teams/${teamId}/plan`;
  const show = (wanted: PlanFilter) => window.history.replaceState(null, "", hrefOf(wanted));
  const follow = (wanted: PlanFilter) => (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(wanted);
  };

  const asked = { personId, today: days.today, areasOf: (section: string) => areasOf(why, section) };
  const shown = filterPlan(plan.actions, filter, asked);
  const canChange = mayChange && plan.frozen === null;
  const move = (action: PlannedAction, status: ActionStatus) => {
    if (status === "blocked") return void dialogs.ask({ kind: "block", action });
    const [name, to] = [names.get(action.id) ?? "", ACTION_STATUS_LABELS[status]];
    void changes.change({ actionId: action.id, status }, { done: `“${name}” moved to ${to}.`, failed: `“${name}” was not moved to ${to}.`, undone: `“${name}” is back in ${ACTION_STATUS_LABELS[action.status]}.` });
  };
  const drawn = {
    actions: shown,
    context,
    days,
    names,
    // What the server draws of a long plan; all of it where no script is to draw the rest.
    atMost: isReady || parameters.get("all") === "1" ? Infinity : DRAWN_AT_FIRST,
    allHref: `${formatPlanFilter(filter) || "?"}&all=1`.replace("?&", "?"),
    hrefOf: ({ section }: PlannedAction) => `/teams/${teamId}/tools/${plan.tool.slug}#${section}`,
    acts: canChange ? { move, edit: (action: PlannedAction) => void dialogs.ask({ kind: "edit", action }) } : null,
  };

  return (
    <PeopleProvider people={people} historyNames={historyNames}>
      <header className="plan-head">
        <h1>Plan</h1>
        <div className="plan-head-acts no-print">
          {canChange ? (
            <Button ref={addButton} disabled={!isReady} onClick={() => void dialogs.ask({ kind: "add" })}>
              Add an action
            </Button>
          ) : null}
          {children}
        </div>
      </header>
      <Standing context={context} isOffline={isOffline} />
      {plan.actions.length === 0 ? (
        <Empty context={context} />
      ) : (
        <>
          <PlanMeter
            actions={filterPlan(plan.actions, { ...filter, status: null }, asked)}
            chosen={filter.status}
            hrefOf={(status) => hrefOf({ ...filter, status })}
            onChoose={(event, status) => follow({ ...filter, status })(event)}
          >
            <PlanSince
              teamId={teamId}
              plan={plan}
              days={days}
              isChosen={filter.isNew}
              href={hrefOf({ ...filter, isNew: !filter.isNew })}
              onChoose={follow({ ...filter, isNew: !filter.isNew })}
            />
          </PlanMeter>
          <PlanFilters filter={filter} context={context} today={days.today} onFilter={show} />
          <div ref={list} tabIndex={-1} role="region" aria-label="Actions" className="plan-list">
            {shown.length === 0 ? (
              <p className="plan-nothing">
                No action matches.{" "}
                {isFiltered(filter) ? (
                  <a href={hrefOf({ ...WHOLE_PLAN, view: filter.view })} onClick={follow({ ...WHOLE_PLAN, view: filter.view })}>
                    Clear filters
                  </a>
                ) : null}
              </p>
            ) : filter.view === "board" ? (
              <PlanBoard {...drawn} />
            ) : (
              <PlanTable {...drawn} />
            )}
          </div>
          <p className="plan-foot">
            Each action stands in <Link href={`/teams/${teamId}/tools/${plan.tool.slug}`} prefetch={false}>{plan.tool.label}</Link>, under its idea. The four lines of an idea and their leads
            are printed there; owners, due dates, statuses and more lines are ours, beside them. What was removed stays in its history.
          </p>
        </>
      )}
      <PlanMessageBar message={changes.message} onDismiss={changes.dismiss} />
      {dialogs.open ? (
        <dialogs.open.Dialogs
          question={dialogs.open.question}
          teamId={teamId}
          plan={plan}
          names={names}
          change={changes.change}
          section={plan.ideas.find(({ section }) => section === filter.area)?.section ?? null}
          leads={leads}
          onClose={dialogs.close}
          onAdded={(actionId, filling) => {
            dialogs.close();
            changes.sayAdded(actionId, filling);
          }}
        />
      ) : null}
    </PeopleProvider>
  );
}

/** What keeps the plan from being changed, if anything. */
function Standing({ context: { teamId, plan, mayChange }, isOffline }: { context: PlanContext; isOffline: boolean }) {
  const { frozen, tool } = plan;
  return (
    <>
      <div role="status">
        {isOffline ? (
          <p className="plan-offline">No network. You can read the plan and filter it. Nothing can be moved until the network is back.</p>
        ) : null}
      </div>
      {frozen && mayChange ? (
        <Alert className="mb-6">
          {tool.label} is {frozen === "locked" ? "locked" : "marked complete"}, so its actions stand still.{" "}
          {frozen === "locked" ? "Only an agency admin can unlock it. " : "Reopen it to change them. "}
          <Link href={`/teams/${teamId}/tools/${tool.slug}`}>Open {tool.label}</Link>
        </Alert>
      ) : null}
    </>
  );
}

function Empty({ context: { teamId, plan } }: { context: PlanContext }) {
  return (
    <p className="measure mt-4">
      There are no actions yet. They are written under the ideas in <Link href={`/teams/${teamId}/tools/${plan.tool.slug}`}>{plan.tool.label}</Link>, and all of them show here.
    </p>
  );
}
