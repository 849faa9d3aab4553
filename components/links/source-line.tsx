"use client";

import { decideWordsAction } from "@/app/teams/[teamId]/links/actions";
import { ActButton } from "@/components/forms/act-button";
import { DateTime } from "@/components/ui/date-time";
import { findLinkState, type LinkState } from "@/lib/domain/plan/link-state";
import type { SheetSource } from "@/lib/links/link-places";
import { useDone } from "./link-block";
import { GapNames, RemoveLink } from "./link-parts";

interface SourceLineProps {
  teamId: string;
  /** Of what came from it: "Idea #2". */
  name: string;
  mayEdit: boolean;
  /** The item that takes its words over. */
  itemName: string;
  source: SheetSource;
  /** What stands here now. */
  target: string;
  /** Whether to name the gaps behind it. */
  isWhyShown?: boolean;
}

/** One thing that an idea or a goal came from, with what is offered from there. */
export function SourceLine({ teamId, name, mayEdit, source: from, itemName, target, isWhyShown = true }: SourceLineProps) {
  const { linkId, path, source, isGone, words, decided, gaps, hidden } = from;
  const state = source === null ? null : isGone ? "source-gone" : findLinkState({ words, source, target });
  return (
    <div className="link-source">
      <div className="link-line">
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
        {mayEdit ? <RemoveLink teamId={teamId} linkId={linkId} describedFor={`${name}, from ${source || from.name}`} /> : null}
      </div>
      {isWhyShown ? (
        <GapNames teamId={teamId} gaps={gaps} hidden={hidden}>
          Why
        </GapNames>
      ) : null}
      {state && source !== null ? <Offer teamId={teamId} name={name} mayEdit={mayEdit} linkId={linkId} state={state} source={source} words={words} itemName={itemName} /> : null}
    </div>
  );
}

interface OfferProps extends Pick<SourceLineProps, "teamId" | "name" | "mayEdit" | "itemName"> {
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
      {isNew ? (
        <div>
          <p>
            <b>It has changed since.</b> This sheet keeps its own words until somebody decides.
          </p>
          <p className="text-muted">It said: “{words}”</p>
          <p>It says now: “{source}”</p>
        </div>
      ) : (
        <p>
          {state === "target-gone" ? "Nothing stands here any more. " : null}
          Offered for “{itemName}”: “{source}”
        </p>
      )}
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
