"use client";

import { useId, useRef, useState } from "react";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { WhoDisclosure } from "@/components/people/who-disclosure";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { Tag } from "@/components/ui/tag";
import type { HistoryNames } from "@/lib/domain/people/person";
import type { RevisionView, Side } from "@/lib/history/history-view";
import { ChangeText } from "./change-text";
import { ConfirmRestore } from "./confirm-restore";
import type { Restore } from "./use-restore";

interface RevisionEntryProps {
  readonly revision: RevisionView;
  readonly current: string;
  readonly historyNames: HistoryNames;
  readonly restore: Restore | null;
}

const SIDE_WORDS: Record<Side, string> = { before: "old", after: "new" };
/** Longer answers are not named in a button. */
const NAMED_LENGTH = 40;

function buttonLabel(side: Side, { change, ...texts }: RevisionView): string {
  const text = texts[side];
  const isNamed = change.kind === "value" && text.length <= NAMED_LENGTH;
  return isNamed ? `Bring back “${text}”` : `Bring back the ${SIDE_WORDS[side]} answer`;
}

/** One change: when and who, old and new, the whole answers, and the way back. */
export function RevisionEntry({ revision, current, historyNames, restore }: RevisionEntryProps) {
  const [asked, setAsked] = useState<Side | null>(null);
  const id = useId();
  const buttons = useRef<Partial<Record<Side, HTMLButtonElement | null>>>({});
  const cancel = () => {
    restore?.forgetProblem();
    if (asked) buttons.current[asked]?.focus();
    setAsked(null);
  };
  const confirm = async (side: Side) => {
    if (await restore?.restoreAnswer(revision.key, side)) setAsked(null);
  };
  return (
    <article aria-labelledby={id} className="grid gap-2 border-t border-line pt-3">
      <h3 id={id} className="flex flex-wrap items-baseline gap-x-2 text-[1rem]">
        {historyNames === "shown" ? (
          <>
            <PersonName person={revision.by} />
            <span className="text-[0.9375rem] font-normal text-muted">
              <DateTime iso={revision.at} />
            </span>
            <RoleLabel person={revision.by} />
          </>
        ) : (
          <span>
            Changed <DateTime iso={revision.at} />
          </span>
        )}
        {revision.isRestore ? <Tag>Brought back</Tag> : null}
      </h3>
      {historyNames === "on-asking" ? (
        <div className="text-[0.9375rem]">
          <WhoDisclosure about={<DateTime iso={revision.at} />}>
            <PersonName person={revision.by} /> <RoleLabel person={revision.by} />
          </WhoDisclosure>
        </div>
      ) : null}
      <ChangeText change={revision.change} />
      <WholeAnswers revision={revision} headingId={id} />
      {restore && revision.offers.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {revision.offers.map((side) => (
            <Button
              key={side}
              ref={(button) => {
                buttons.current[side] = button;
              }}
              id={`${id}-${side}`}
              variant="secondary"
              size="small"
              aria-labelledby={`${id}-${side} ${id}`}
              aria-expanded={asked === side}
              onClick={() => setAsked(side)}
            >
              {buttonLabel(side, revision)}
            </Button>
          ))}
        </div>
      ) : null}
      {restore && asked ? (
        <ConfirmRestore
          title="Bring back this answer?"
          comesBack={revision[asked]}
          replaces={current}
          restore={restore}
          onConfirm={() => confirm(asked)}
          onCancel={cancel}
        />
      ) : null}
    </article>
  );
}

/** What the short view of a long text leaves out. */
function WholeAnswers({ revision: { change, before, after }, headingId }: { revision: RevisionView; headingId: string }) {
  if (change.kind === "value" || change.kind === "none") return null;
  return (
    <>
      {before === "" ? null : <WholeAnswer title="Show the whole old answer" text={before} headingId={headingId} />}
      {after === "" ? null : <WholeAnswer title="Show the whole new answer" text={after} headingId={headingId} />}
    </>
  );
}

function WholeAnswer({ title, text, headingId }: { title: string; text: string; headingId: string }) {
  const id = useId();
  return (
    <details className="fold text-[0.9375rem]">
      <summary id={id} aria-labelledby={`${id} ${headingId}`}>
        {title}
      </summary>
      <p className="answer-text mt-2 border-l-[3px] border-line pl-3">{text}</p>
    </details>
  );
}
