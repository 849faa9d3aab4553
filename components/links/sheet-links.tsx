"use client";

import { decideWordsAction, evaluateGoalAction } from "@/app/teams/[teamId]/links/actions";
import { ActButton } from "@/components/forms/act-button";
import { useAnswer } from "@/components/tool/live/use-response";
import { DateTime } from "@/components/ui/date-time";
import { findLinkState, type LinkState } from "@/lib/domain/plan/link-state";
import type { SheetPlace, SheetSource } from "@/lib/links/link-places";
import { ChoosePlace } from "./choose-place";
import { LinkBlock, useDone } from "./link-block";
import { GapNames, OnwardLine, RemovedLinks, RemoveLink } from "./link-parts";

interface SheetLinksProps extends SheetPlace {
  teamId: string;
  /** Of the sheet: "Idea #2". */
  name: string;
  mayEdit: boolean;
}

/** Under a sheet's heading: what it came from, what is offered from there, and where its goal is evaluated. */
export function SheetLinks({ teamId, name, mayEdit, itemId, itemName, sources, evaluates, removed }: SheetLinksProps) {
  const target = useAnswer({ id: itemId, kind: "text" }) ?? "";
  const goal = useAnswer({ id: evaluates?.goalItem ?? itemId, kind: "text" }) ?? "";
  const evaluation = evaluates && (evaluates.onward || (mayEdit && evaluates.choices && goal.trim() !== "")) ? evaluates : null;
  if (sources.length === 0 && removed.length === 0 && !evaluation) return null;
  return (
    <LinkBlock label={`Where ${name} comes from and goes`}>
      {sources.map((source) => (
        <Source key={source.linkId} teamId={teamId} name={name} mayEdit={mayEdit} source={source} itemName={itemName} target={target} />
      ))}
      {evaluation ? <Evaluation teamId={teamId} name={name} mayEdit={mayEdit} evaluates={evaluation} /> : null}
      <RemovedLinks teamId={teamId} removed={removed} mayEdit={mayEdit} />
    </LinkBlock>
  );
}

interface SourceProps extends Pick<SheetLinksProps, "teamId" | "name" | "mayEdit" | "itemName"> {
  source: SheetSource;
  /** What stands here now. */
  target: string;
}

function Source({ teamId, name, mayEdit, source: from, itemName, target }: SourceProps) {
  const { linkId, path, source, words, decided, gaps, hidden } = from;
  const state = source === null ? null : findLinkState({ words, source, target });
  return (
    <div className="link-source">
      <p>
        From {path === null ? from.name : <a href={`/teams/${teamId}${path}`}>{from.name}</a>}
        {source === null ? <span className="text-muted">, which is not shared with you</span> : source === "" ? null : `: “${source}”`}
        {state === "settled" && decided ? (
          <span className="text-muted">
            {" "}
            {target.trim() === source ? "Taken over word for word" : "Kept in your own words"}, <DateTime iso={decided.at} dateOnly />
          </span>
        ) : null}
      </p>
      <GapNames teamId={teamId} gaps={gaps} hidden={hidden}>
        Why
      </GapNames>
      {state && source !== null ? <Offer teamId={teamId} name={name} mayEdit={mayEdit} linkId={linkId} state={state} source={source} words={words} itemName={itemName} /> : null}
      {mayEdit ? (
        <div className="link-acts">
          <RemoveLink teamId={teamId} linkId={linkId} describedFor={`${name}, from ${source || from.name}`} />
        </div>
      ) : null}
    </div>
  );
}

interface OfferProps extends Pick<SourceProps, "teamId" | "name" | "mayEdit" | "itemName"> {
  linkId: string;
  state: LinkState;
  source: string;
  words: string | null;
}

/** What is offered, or said, until somebody answers. */
function Offer({ teamId, name, mayEdit, linkId, state, source, words, itemName }: OfferProps) {
  const onDone = useDone();
  if (state === "settled") return null;
  if (state === "nothing-yet") return <p className="text-muted">Nothing is written there yet.</p>;
  if (state === "source-gone") return <p>The text this came from was removed. What stands here stays.</p>;
  const isNew = state === "changed";
  const decide = (choice: "use" | "keep") => () => decideWordsAction(teamId, { linkId, choice, words: source });
  return (
    <div className="link-offer">
      <p>
        {isNew ? (
          <>
            <b>It has changed since.</b> It said “{words}”, and says now “{source}”. This sheet keeps its own words until somebody decides.
          </>
        ) : (
          <>
            {state === "target-gone" ? "Nothing stands here any more. " : null}
            Offered for “{itemName}”: “{source}”
          </>
        )}
      </p>
      {mayEdit ? (
        <div className="link-acts">
          <ActButton
            label={isNew ? "Use the new words" : "Use these words"}
            describedFor={name}
            variant="secondary"
            act={decide("use")}
            onDone={() => onDone(`These words stand under “${itemName}” now. You can change them there.`)}
          />
          <ActButton
            label={isNew ? "Keep ours" : "Write our own"}
            describedFor={name}
            variant="quiet"
            act={decide("keep")}
            onDone={() => onDone(isNew ? "Your words stay." : `Write your own under “${itemName}”.`)}
          />
        </div>
      ) : null}
    </div>
  );
}

interface EvaluationProps extends Pick<SourceProps, "teamId" | "name" | "mayEdit"> {
  evaluates: NonNullable<SheetPlace["evaluates"]>;
}

/** Where an idea's goal is evaluated, or can be. */
function Evaluation({ teamId, name, mayEdit, evaluates: { section, choices, onward } }: EvaluationProps) {
  if (onward) {
    return (
      <div className="link-source">
        <OnwardLine teamId={teamId} onward={onward} verb="Its goal is evaluated on" />
        {mayEdit ? (
          <div className="link-acts">
            <RemoveLink teamId={teamId} linkId={onward.linkId} describedFor={`${name}, ${onward.name}`} />
          </div>
        ) : null}
      </div>
    );
  }
  if (choices === null) return null;
  return <ChoosePlace label="Evaluate this goal" describedFor={name} place="sheet" choices={choices} act={(sheet, key) => evaluateGoalAction(teamId, { section, sheet, key })} />;
}
