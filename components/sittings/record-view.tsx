"use client";

import Link from "next/link";
import { PersonName } from "@/components/people/shown-people";
import { ActButton } from "@/components/forms/act-button";
import { undoVoteDecisionAction } from "@/app/teams/[teamId]/meetings/[meetingId]/actions";
import { voteWords } from "@/lib/domain/sittings/vote-words";
import type { RecordedItem, SittingRecord } from "@/lib/sittings/sitting-record";

/** What meeting mode left behind: what was decided, what is open, who took part as they chose to be named. */
export function RecordView({ teamId, record: { sitting, seats, items }, mayDecide }: { teamId: string; record: SittingRecord; mayDecide: boolean }) {
  const decided = items.filter(({ outcome }) => outcome !== null);
  const open = items.filter(({ outcome }) => outcome === null);
  return (
    <div className="grid gap-6">
      <p className="text-muted">
        Led by <PersonName person={sitting.facilitator} />{sitting.ended ? "" : ", still going on"}.
      </p>
      <section aria-labelledby={`decided-${sitting.id}`} className="grid gap-2">
        <h3 id={`decided-${sitting.id}`} className="agenda-title">
          Decided together
        </h3>
        {decided.length === 0 ? <p className="text-muted">Nothing was decided.</p> : <Items teamId={teamId} items={decided} mayDecide={mayDecide} />}
      </section>
      {open.length > 0 ? (
        <section aria-labelledby={`open-${sitting.id}`} className="grid gap-2">
          <h3 id={`open-${sitting.id}`} className="agenda-title">
            Still open
          </h3>
          <Items teamId={teamId} items={open} mayDecide={false} />
        </section>
      ) : null}
      <section aria-labelledby={`who-${sitting.id}`} className="grid gap-2">
        <h3 id={`who-${sitting.id}`} className="agenda-title">
          Who took part
        </h3>
        {seats.length === 0 ? (
          <p className="text-muted">Nobody joined with a phone.</p>
        ) : (
          <ul className="bullets">
            {seats.flatMap(({ id, person, names }) =>
              person
                ? [
                    <li key={id}>
                      <PersonName person={person} />
                    </li>,
                  ]
                : names.map((name, index) => (
                    <li key={`${id}-${index}`} className="wrap-anywhere">
                      {name}
                    </li>
                  )),
            )}
          </ul>
        )}
        <p className="text-[0.9375rem] text-muted">As they chose to be named. Nothing ties them to a vote.</p>
      </section>
    </div>
  );
}

function Items({ teamId, items, mayDecide }: { teamId: string; items: readonly RecordedItem[]; mayDecide: boolean }) {
  return (
    <ul className="agenda-rows">
      {items.map(({ id, itemId, name, place, path, outcome, rationale, dissent, votes, decidedIn, decisionId }) => (
        <li key={id}>
          <Link href={`/teams/${teamId}${path}`} prefetch={false}>
            {name}
          </Link>
          <p className="work-note">{place}</p>
          {outcome === null ? null : <p className="mt-1 font-semibold whitespace-pre-line">{outcome}</p>}
          {rationale ? <p className="mt-1 whitespace-pre-line">{rationale}</p> : null}
          {dissent ? <p className="mt-1 whitespace-pre-line text-muted">Seen differently: {dissent}</p> : null}
          {votes.map((vote, index) => (
            <p key={vote.roundId} className="work-note">
              {voteWords(vote, index, votes.length)}
            </p>
          ))}
          {mayDecide && decidedIn !== null && decisionId !== null && outcome !== null ? (
            <div className="no-print mt-1">
              <ActButton act={() => undoVoteDecisionAction(teamId, { roundId: decidedIn, itemId, decisionId })} label="Undo" describedFor={`${name}, ${outcome}`} variant="quiet" />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
