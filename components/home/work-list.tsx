import Link from "next/link";
import type { ReactNode } from "react";
import { AnswerAssignment } from "@/components/assignments/answer-assignment";
import { nameOfTarget } from "@/components/assignments/assigned-target";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DueDate } from "@/components/ui/due-date";
import { getTool } from "@/content/toolkits";
import type { MyAssignment } from "@/lib/assignments/assignment";
import type { WaitingForm } from "@/lib/domain/feedback/form";
import { ACTION_STATUS_LABELS } from "@/lib/domain/plan/action-status";
import type { PlannedAction } from "@/lib/domain/plan/planned-action";
import type { AskedRound } from "@/lib/domain/rounds/asked-round";
import { stillToDecide, type UndecidedRound } from "@/lib/domain/rounds/open-disagreement";
import { minutesWords } from "@/lib/domain/rounds/round";
import { toolName } from "@/lib/domain/tool/items";
import type { WaitingAction, WaitingActions } from "@/lib/home/waiting-actions";
import { FeedbackRow } from "./feedback-row";

/** The rest is folded away, so that a long list doesn't push the tools off the screen. */
const SHOWN_AT_ONCE = 3;
/** Of the plan no more is listed, the first due first: all of it stands in the plan, to which the last line leads. */
const ACTIONS_LISTED = 20;

interface WorkListProps {
  teamId: string;
  mine: readonly MyAssignment[];
  /** That wait for the reader's ratings. */
  rounds: readonly AskedRound[];
  /** Rounds with items to decide, for leads. */
  undecided: readonly UndecidedRound[];
  /** Where answers from the community wait; empty for those who don't look at them. */
  feedback: readonly WaitingForm[];
  /** Other people's, handed back or overdue; empty for those who don't give out work. */
  loose: readonly MyAssignment[];
  /** The same of the plan. */
  actions: WaitingActions;
}

interface Waiting {
  readonly dueOn: string | null;
  readonly row: ReactNode;
}

/** What is the reader's own, and what needs somebody: what there is to do first, what is filled in last. */
export function WorkList({ teamId, mine, rounds, undecided, feedback, loose, actions }: WorkListProps) {
  const mineOf = (assignments: readonly MyAssignment[]): Waiting[] =>
    assignments.map((one) => ({ dueOn: one.dueOn, row: <MyRow key={one.assignmentId} teamId={teamId} assignment={one} /> }));
  const looseOf: Waiting[] = loose.map((one) => ({ dueOn: one.dueOn, row: <LooseRow key={one.assignmentId} teamId={teamId} assignment={one} /> }));
  const mineListed = actions.mine.slice(0, ACTIONS_LISTED);
  const looseListed = actions.loose.slice(0, ACTIONS_LISTED - mineListed.length);
  const unlisted = actions.mine.length + actions.loose.length - mineListed.length - looseListed.length;
  const rows = [
    // Nobody's in particular, and people outside wait for it.
    ...feedback.map((form) => ({ dueOn: null, row: <FeedbackRow key={form.formId} teamId={teamId} form={form} /> })),
    ...firstDueFirst([
      ...rounds.map((round) => ({ dueOn: round.untilOn, row: <RoundRow key={round.roundId} teamId={teamId} round={round} /> })),
      ...mineOf(mine.filter((one) => rank(one) === 0)),
      ...mineListed.map((action) => ({ dueOn: action.dueOn, row: <ActionRow key={action.id} teamId={teamId} action={action} /> })),
    ]),
    ...undecided.map((round) => ({ dueOn: null, row: <UndecidedRow key={round.roundId} teamId={teamId} round={round} /> })),
    ...firstDueFirst([
      ...looseOf,
      ...looseListed.map((action) => ({ dueOn: action.dueOn, row: <LooseActionRow key={action.id} teamId={teamId} action={action} /> })),
    ]),
    ...mineOf(mine.filter((one) => rank(one) > 0).sort((a, b) => rank(a) - rank(b))),
  ].map(({ row }) => row);
  const more = rows.slice(SHOWN_AT_ONCE);
  return (
    <section aria-labelledby="yours">
      <h2 id="yours" className="home-title">
        Yours and overdue
      </h2>
      {rows.length === 0 ? <p className="text-[0.9375rem] text-muted">Nothing waits for you, and nothing is overdue.</p> : null}
      <ul className="work-rows">{rows.slice(0, SHOWN_AT_ONCE)}</ul>
      {more.length > 0 ? (
        <details className="fold">
          <summary className="text-[0.9375rem]">{more.length + unlisted} more</summary>
          <ul className="work-rows">
            {more}
            {unlisted > 0 ? (
              <li className="work-row">
                <Link href={`/teams/${teamId}/plan`} prefetch={false}>
                  {unlisted} more in the plan
                </Link>
              </li>
            ) : null}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function UndecidedRow({ teamId, round: { roundId, number, tool, items } }: { teamId: string; round: UndecidedRound }) {
  return (
    <li className="work-row">
      <div className="min-w-0 break-words">
        <Link href={`/teams/${teamId}/rounds/${roundId}`} prefetch={false}>
          {stillToDecide(items)} in round {number}
        </Link>
        <p className="work-note">{getTool(tool).label}: views differ, and the team has not recorded a decision.</p>
      </div>
    </li>
  );
}

/** Without a date last; what was before another stays so. */
function firstDueFirst(waiting: readonly Waiting[]): Waiting[] {
  const key = ({ dueOn }: Waiting) => dueOn ?? "9999";
  return [...waiting].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const isFilledIn = ({ progress: { answered, total } }: MyAssignment) => total > 0 && answered === total;

function rank(assignment: MyAssignment): number {
  if (assignment.handedBack) return 2;
  return isFilledIn(assignment) ? 1 : 0;
}

function MyRow({ teamId, assignment }: { teamId: string; assignment: MyAssignment }) {
  const { assignmentId, toolRef, isAccepted, handedBack } = assignment;
  return (
    <Row
      teamId={teamId}
      assignment={assignment}
      note={<Progress assignment={assignment} />}
      due={rank(assignment) === 0 ? <Due assignment={assignment} /> : null}
      acts={<AnswerAssignment teamId={teamId} assignment={{ assignmentId, toolRef, isAccepted, handedBack }} name={nameOfTarget(assignment)} />}
    />
  );
}

function LooseRow({ teamId, assignment }: { teamId: string; assignment: MyAssignment }) {
  const { assignee, handedBack, toolRef, targetId } = assignment;
  return (
    <Row
      teamId={teamId}
      assignment={assignment}
      note={
        <>
          <PersonName person={assignee} /> <RoleLabel person={assignee} /> {handedBack ? "handed this back" : "has this"}
          {handedBack?.note ? <>: “{handedBack.note}”</> : "."}
        </>
      }
      due={<Due assignment={assignment} />}
      acts={
        <Link
          href={`/teams/${teamId}/tools/${getTool(toolRef).slug}?assign=${encodeURIComponent(targetId)}`}
          prefetch={false}
          className="button button-secondary button-small"
        >
          Assign again<span className="sr-only">: {nameOfTarget(assignment)}</span>
        </Link>
      }
    />
  );
}

/** A round in which the reader is asked, until they have said that they finished. */
function RoundRow({ teamId, round: { roundId, number, tool, items, untilOn, opened } }: { teamId: string; round: AskedRound }) {
  return (
    <li className="work-row">
      <div className="min-w-0 break-words">
        <Link href={`/teams/${teamId}/rounds/${roundId}`} prefetch={false}>
          Rate {getTool(tool).label} on your own
        </Link>
        <p className="work-note">
          Round {number}, opened by <PersonName person={opened.by} /> <RoleLabel person={opened.by} />. {items === 1 ? "1 statement" : `${items} statements`}, {minutesWords(items)}.{" "}
          <span className="work-due">{untilOn ? <DueDate day={untilOn} /> : <span className="text-muted">No date</span>}</span>
        </p>
      </div>
    </li>
  );
}

function ActionRow({ teamId, action }: { teamId: string; action: PlannedAction }) {
  return <PlanRow teamId={teamId} action={action} search="?mine=1" note={<>{ACTION_STATUS_LABELS[action.status]}.</>} />;
}

function LooseActionRow({ teamId, action }: { teamId: string; action: WaitingAction }) {
  const { owner, lead, staleDays } = action;
  const who = owner ? (
    <>
      <PersonName person={owner} /> has this.
    </>
  ) : (
    <>{lead === "" ? "Nobody has this yet." : `${lead} has this.`}</>
  );
  return (
    <PlanRow
      teamId={teamId}
      action={action}
      search=""
      note={
        <>
          {who} {staleDays === null ? null : `No change in ${staleDays} days.`}
        </>
      }
    />
  );
}

/** An action of the plan, which is where it is changed. */
function PlanRow({ teamId, action, search, note }: { teamId: string; action: PlannedAction; search: string; note: ReactNode }) {
  return (
    <li className="work-row">
      <div className="min-w-0 break-words">
        <Link href={`/teams/${teamId}/plan${search}`} prefetch={false}>
          {action.what || "An action without words"}
        </Link>
        <p className="work-note">
          In the plan. {note} <span className="work-due">{action.dueOn ? <DueDate day={action.dueOn} /> : <span className="text-muted">No date</span>}</span>
        </p>
      </div>
    </li>
  );
}

interface RowProps {
  teamId: string;
  assignment: MyAssignment;
  note: ReactNode;
  due: ReactNode;
  acts: ReactNode;
}

/** What it is, as its own words where somebody wrote them; beside it (below, on a phone) what to do about it. */
function Row({ teamId, assignment, note, due, acts }: RowProps) {
  const tool = getTool(assignment.toolRef);
  const isWhole = assignment.targetId === "";
  const name = nameOfTarget(assignment);
  return (
    <li className="work-row">
      <div className="min-w-0 break-words">
        <Link href={`/teams/${teamId}/tools/${tool.slug}${isWhole ? "" : `#${assignment.targetId}`}`} prefetch={false}>
          {assignment.words || name}
        </Link>
        <p className="work-note">
          {isWhole ? null : `${toolName(tool)}. `}
          {assignment.words ? `${name} ` : null}
          {note} <span className="work-due">{due}</span>
        </p>
      </div>
      <div className="work-side">{acts}</div>
    </li>
  );
}

function Due({ assignment: { dueOn } }: { assignment: MyAssignment }) {
  return dueOn ? <DueDate day={dueOn} /> : <span className="text-muted">No date</span>;
}

function Progress({ assignment }: { assignment: MyAssignment }) {
  const { answered, total } = assignment.progress;
  if (total === 0) return null;
  if (isFilledIn(assignment)) return <span>{total === 1 ? "Answered." : `All ${total} answered.`}</span>;
  return <span>{total === 1 ? "Not answered yet." : `${answered} of ${total} answered.`}</span>;
}
