"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { removeLinkAction, restoreLinkAction } from "@/app/teams/[teamId]/links/actions";
import { ActButton } from "@/components/forms/act-button";
import { HistoryNamed, PersonName } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import type { GapLines, Onward, RemovedLink } from "@/lib/links/link-places";
import { gapHref } from "./gap-href";
import { useDone } from "./link-block";

interface GapNamesProps extends GapLines {
  teamId: string;
  /** What their links can be removed from; without it they can't be here. */
  removesFor?: string | undefined;
  /** Before them: "From". */
  children: ReactNode;
}

/** The gaps that something came from, each leading to its page. */
export function GapNames({ teamId, gaps, hidden, removesFor, children }: GapNamesProps) {
  if (gaps.length === 0 && hidden === 0) return null;
  return (
    <div className="link-from">
      <span>{children}</span>
      <ul>
        {gaps.map(({ itemId, words, place, linkId }) => (
          <li key={itemId} className="link-line">
            <span>
              <Link href={gapHref(teamId, itemId)} prefetch={false}>
                {words}
              </Link>{" "}
              <span className="text-muted">{place}</span>
            </span>
            {removesFor === undefined ? null : <RemoveLink teamId={teamId} linkId={linkId} describedFor={`${removesFor}, from ${words}`} />}
          </li>
        ))}
        {hidden > 0 ? <li className="text-muted">{hidden === 1 ? "A gap of a tool that is not shared with you." : `${hidden} gaps of tools that are not shared with you.`}</li> : null}
      </ul>
    </div>
  );
}

interface OnwardLineProps {
  teamId: string;
  onward: Onward;
  /** "Developed as" */
  verb: string;
  /** What the link can be removed from; without it it can't be here. */
  removesFor?: string | undefined;
}

/** What something became: its name, leading there where the reader may go, and the words it has now. */
export function OnwardLine({ teamId, onward: { linkId, name, words, path, isBegun }, verb, removesFor }: OnwardLineProps) {
  return (
    <div className="link-line">
      <p>
        {verb} {path === null ? name : <a href={`/teams/${teamId}${path}`}>{name}</a>}
        {words === null ? <span className="text-muted">, in a tool that is not shared with you</span> : words === "" ? <span className="text-muted">{isBegun ? ", where nothing stands any more" : ", where nothing is written yet"}</span> : `: “${words}”`}
      </p>
      {removesFor === undefined ? null : <RemoveLink teamId={teamId} linkId={linkId} describedFor={`${removesFor}, ${name}`} />}
    </div>
  );
}

interface RemoveProps {
  teamId: string;
  linkId: string;
  describedFor: string;
}

export function RemoveLink({ teamId, linkId, describedFor }: RemoveProps) {
  const onDone = useDone();
  return (
    <ActButton
      label="Remove this link"
      describedFor={describedFor}
      variant="quiet"
      act={() => removeLinkAction(teamId, { linkId })}
      onDone={() => onDone("The link is removed. Both texts stay. You can put the link back.")}
    />
  );
}

interface RemovedProps {
  teamId: string;
  removed: readonly RemovedLink[];
  mayEdit: boolean;
}

/** Links that were taken apart, each with its way back. */
export function RemovedLinks({ teamId, removed, mayEdit }: RemovedProps) {
  const onDone = useDone();
  if (removed.length === 0) return null;
  return (
    <ul className="link-removed">
      {removed.map(({ linkId, what, removed: { by, at } }) => (
        <li key={linkId}>
          <span>
            Removed: {what}. Both keep their text.{" "}
            <span className="text-muted">
              <HistoryNamed>
                <PersonName person={by} />
                {", "}
              </HistoryNamed>
              <DateTime iso={at} dateOnly />
            </span>
          </span>
          {mayEdit ? (
            <ActButton label="Put the link back" describedFor={what} variant="quiet" act={() => restoreLinkAction(teamId, { linkId })} onDone={() => onDone("The link is back.")} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
