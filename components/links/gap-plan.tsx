"use client";

import type { ReactNode } from "react";
import { developIdeaAction, evaluateGoalAction } from "@/app/teams/[teamId]/links/actions";
import { PersonName } from "@/components/people/shown-people";
import { ActionStatusTag } from "@/components/plan/action-status-tag";
import { DateTime } from "@/components/ui/date-time";
import { DueDate } from "@/components/ui/due-date";
import { Tag } from "@/components/ui/tag";
import { ACTION_STATUS_LABELS, type ActionStatus } from "@/lib/domain/plan/action-status";
import type { Action } from "@/lib/domain/plan/actions";
import { PRIORITY_STATUS_LABELS } from "@/lib/domain/plan/priority-status";
import { formatDay } from "@/lib/domain/text/due-words";
import type { GapStory, StoryGoal, StoryIdea, StoryPriority } from "@/lib/links/load-gap";
import { ChoosePlace } from "./choose-place";
import { GapIndicators } from "./gap-indicators";
import { DoneScope } from "./link-block";
import { GapNames, RemovedLinks, RemoveLink } from "./link-parts";
import { MakePriority } from "./make-priority";
import { OursTag } from "./ours-tag";
import { SourceLine } from "./source-line";

interface GapPlanProps {
  teamId: string;
  itemId: string;
  words: string;
  story: GapStory;
  mayEdit: boolean;
  /** What the goal's indicators measured, by their rows; drawn on the server. */
  values: ReadonlyMap<string, ReactNode>;
}

/** What became of a gap, stop by stop, and what can be done where it ends. */
export function GapPlan({ teamId, itemId, words, story, mayEdit, values }: GapPlanProps) {
  const { priority, idea, goal, removed, priorityChoices, ideaChoices, goalChoices } = story;
  const teamHref = `/teams/${teamId}`;
  return (
    <DoneScope label="What became of this gap" className="gap-parts">
      <Part id="priority" title="The priority it became" stop={priority} teamHref={teamHref}>
        {priority ? (
          <PriorityStop teamId={teamId} priority={priority} mayEdit={mayEdit} />
        ) : (
          <>
            <p>Not a priority yet. {priorityChoices ? "A priority stands in Tool 8, where the team decides about it." : "Somebody who fills in Tool 8 can make it one."}</p>
            {priorityChoices ? <MakePriority teamId={teamId} itemId={itemId} words={words} priorities={priorityChoices} /> : null}
          </>
        )}
      </Part>
      {priority ? (
        <Part id="idea" title="The idea" stop={idea} teamHref={teamHref}>
          {idea ? (
            <IdeaStop teamId={teamId} idea={idea} mayEdit={mayEdit} />
          ) : (
            <>
              <p>Nobody has developed it into an idea yet.</p>
              {ideaChoices && priority.isThere && priority.status !== "set-aside" ? (
                <ChoosePlace
                  label="Develop this idea"
                  describedFor={priority.what || words}
                  place="idea"
                  choices={ideaChoices}
                  act={(section, key) => developIdeaAction(teamId, { rowId: priority.rowId, section, key })}
                />
              ) : null}
            </>
          )}
        </Part>
      ) : null}
      {idea && idea.path !== null ? <ActionsStop idea={idea} path={idea.path} teamHref={teamHref} mayEdit={mayEdit} /> : null}
      {idea ? (
        <Part id="goal" title="The goal it serves" stop={goal} teamHref={teamHref}>
          {goal ? (
            <GoalStop teamId={teamId} goal={goal} mayEdit={mayEdit} />
          ) : (
            <>
              <p>{idea.goal ? "Its goal is not evaluated yet." : "No goal is written for this idea yet. Write it in Tool 12; then you can choose how to evaluate it."}</p>
              {goalChoices && idea.goal ? (
                <ChoosePlace
                  label="Evaluate this goal"
                  describedFor={idea.name}
                  place="sheet"
                  choices={goalChoices}
                  act={(sheet, key) => evaluateGoalAction(teamId, { section: idea.section, sheet, key })}
                />
              ) : null}
            </>
          )}
        </Part>
      ) : null}
      {goal && goal.path !== null ? <GapIndicators indicators={goal.indicators} toolHref={`${teamHref}${goal.path}`} toolLabel={goal.toolLabel} mayEdit={mayEdit} drawValues={(rowId) => values.get(rowId) ?? null} /> : null}
      <RemovedLinks teamId={teamId} removed={removed} mayEdit={mayEdit} />
    </DoneScope>
  );
}

interface PartProps {
  id: string;
  title: string;
  stop: { readonly path: string | null; readonly toolLabel: string } | null;
  teamHref: string;
  children: ReactNode;
}

function Part({ id, title, stop, teamHref, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="gap-part">
      <div className="gap-part-head">
        <h2 id={id}>{title}</h2>
        {stop && stop.path !== null ? <a href={`${teamHref}${stop.path}`}>Open in {stop.toolLabel}</a> : null}
      </div>
      {stop && stop.path === null ? <p className="text-muted">It stands in {stop.toolLabel}, which is not shared with you.</p> : children}
    </section>
  );
}

function PriorityStop({ teamId, priority, mayEdit }: { teamId: string; priority: StoryPriority; mayEdit: boolean }) {
  const { linkId, what, status, reason, isThere, made, others } = priority;
  return (
    <>
      {isThere ? <p className="gap-words">{what || "A priority without words"}</p> : <p>Its text was removed from Tool 8. The link to it is still here.</p>}
      <div className="link-line">
        <p className="flex flex-wrap items-center gap-2">
          {isThere ? <Tag {...(status === "chosen" ? ({ tone: "success", icon: "check" } as const) : {})}>{PRIORITY_STATUS_LABELS[status]}</Tag> : null}
          <OursTag />
          <span className="text-[0.9375rem] text-muted">
            since <DateTime iso={made.at} dateOnly />
          </span>
        </p>
        {mayEdit ? <RemoveLink teamId={teamId} linkId={linkId} describedFor={`to the priority ${what}`} /> : null}
      </div>
      {status === "set-aside" && reason ? <p>Set aside: {reason}</p> : null}
      <GapNames teamId={teamId} {...others}>
        From this gap and
      </GapNames>
    </>
  );
}

function IdeaStop({ teamId, idea: { name, words, source }, mayEdit }: { teamId: string; idea: StoryIdea; mayEdit: boolean }) {
  return (
    <>
      <p className={words ? "gap-words" : "text-muted"}>{words || "Nothing is written for this idea yet."}</p>
      {source ? <SourceLine teamId={teamId} name={name} mayEdit={mayEdit} source={source} itemName="Idea" target={words} isWhyShown={false} /> : null}
    </>
  );
}

function GoalStop({ teamId, goal: { name, words, source }, mayEdit }: { teamId: string; goal: StoryGoal; mayEdit: boolean }) {
  return (
    <>
      <p className={words ? "gap-words" : "text-muted"}>{words || "Nothing is written on this sheet yet."}</p>
      {source ? <SourceLine teamId={teamId} name={name} mayEdit={mayEdit} source={source} itemName="Goal" target={words} isWhyShown={false} /> : null}
    </>
  );
}

function ActionsStop({ idea, path, teamHref, mayEdit }: { idea: StoryIdea; path: string; teamHref: string; mayEdit: boolean }) {
  const counts = (Object.keys(ACTION_STATUS_LABELS) as ActionStatus[]).toReversed().map((status) => ({ status, number: idea.actions.filter((action) => action.status === status).length }));
  return (
    <section aria-labelledby="actions" className="gap-part">
      <div className="gap-part-head">
        <h2 id="actions">What is being done</h2>
        <a href={`${teamHref}${path}`}>Open the actions in {idea.toolLabel}</a>
      </div>
      {idea.actions.length === 0 ? (
        <p>{mayEdit ? "No action yet. Write the first one in Tool 12, with who does it and by when." : "No action yet."}</p>
      ) : (
        <>
          <p className="text-[0.9375rem] text-muted">
            {counts
              .filter(({ number }) => number > 0)
              .map(({ status, number }) => `${number} ${ACTION_STATUS_LABELS[status].toLowerCase()}`)
              .join(" · ")}
          </p>
          <ul className="gap-actions">
            {idea.actions.map((action) => (
              <ActionRow key={action.id} action={action} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ActionRow({ action: { what, lead, owner, dueOn, status, why } }: { action: Action }) {
  return (
    <li>
      <span>
        {what || "Without words"}
        {status === "blocked" && why ? <span className="block text-[0.9375rem] text-warm">Blocked: {why}</span> : null}
      </span>
      <span className="text-[0.9375rem]">{owner ? <PersonName person={owner} /> : lead || <span className="text-muted">No owner yet</span>}</span>
      <span className="text-[0.9375rem]">{dueOn === null ? <span className="text-muted">No date</span> : status === "done" ? `Due ${formatDay(dueOn)}` : <DueDate day={dueOn} />}</span>
      <span>
        <ActionStatusTag status={status} />
      </span>
    </li>
  );
}
