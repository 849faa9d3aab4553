"use client";

import { developIdeaAction } from "@/app/teams/[teamId]/links/actions";
import { useAnswer } from "@/components/tool/live/use-response";
import { Tag } from "@/components/ui/tag";
import { listPriorities, type Priority } from "@/lib/domain/plan/priorities";
import { PRIORITY_STATUS_LABELS } from "@/lib/domain/plan/priority-status";
import { NO_TOOL } from "@/lib/domain/tool/tool-ref";
import type { PriorityPlaces, RowPlaces } from "@/lib/links/link-places";
import { ChoosePlace } from "./choose-place";
import { LinkBlock } from "./link-block";
import { GapNames, OnwardLine, RemovedLinks } from "./link-parts";

interface PriorityLinksProps extends PriorityPlaces {
  teamId: string;
  mayEdit: boolean;
}

/** Below the table of priorities: which gaps each came from, and which idea it became. Follows the table as it is typed. */
export function PriorityLinks({ teamId, mayEdit, table, columns, rows, choices, removed }: PriorityLinksProps) {
  const answer = useAnswer({ id: table, kind: "table" });
  const priorities = listPriorities({ tool: NO_TOOL, section: "", table, columns }, answer === null ? {} : { [table]: answer });
  const gone = [...rows].filter(([rowId, { gaps, hidden, onward }]) => !priorities.some((one) => one.rowId === rowId) && (gaps.length > 0 || hidden > 0 || onward));
  return (
    <LinkBlock label="Where priorities come from and go">
      {priorities.length === 0 && gone.length === 0 ? (
        <p className="text-muted">
          No priority yet. <a href={`/teams/${teamId}/readiness#gaps`}>Choose some from your gaps</a>, or add a row above.
        </p>
      ) : null}
      <ul className="link-list">
        {priorities.map((priority) => (
          <PriorityRow key={priority.rowId} teamId={teamId} mayEdit={mayEdit} priority={priority} place={rows.get(priority.rowId)} choices={choices} />
        ))}
        {gone.map(([rowId, { gaps, hidden, onward }]) => (
          <li key={rowId}>
            <p>A priority that was removed from this table. What it was linked to stays.</p>
            <GapNames teamId={teamId} gaps={gaps} hidden={hidden} removesFor={mayEdit ? "a removed priority" : undefined}>
              It came from
            </GapNames>
            {onward ? <OnwardLine teamId={teamId} onward={onward} verb="Developed as" removesFor={mayEdit ? "a removed priority" : undefined} /> : null}
          </li>
        ))}
      </ul>
      <RemovedLinks teamId={teamId} removed={removed} mayEdit={mayEdit} />
    </LinkBlock>
  );
}

interface PriorityRowProps extends Pick<PriorityLinksProps, "teamId" | "mayEdit" | "choices"> {
  priority: Priority;
  /** Missing for a row that was only just typed. */
  place: RowPlaces | undefined;
}

function PriorityRow({ teamId, mayEdit, priority: { rowId, what, status }, place, choices }: PriorityRowProps) {
  const { gaps, hidden, onward } = place ?? { gaps: [], hidden: 0, onward: null };
  const name = what || "Without words";
  const removesFor = mayEdit ? name : undefined;
  return (
    <li>
      <p className="link-head">
        <span>{name}</span> <Tag>{PRIORITY_STATUS_LABELS[status]}</Tag>
      </p>
      <GapNames teamId={teamId} gaps={gaps} hidden={hidden} removesFor={removesFor}>
        From
      </GapNames>
      {gaps.length === 0 && hidden === 0 ? <p className="text-muted">From no gap: the team wrote it here.</p> : null}
      {onward ? <OnwardLine teamId={teamId} onward={onward} verb="Developed as" removesFor={removesFor} /> : null}
      {mayEdit && !onward && choices && status !== "set-aside" ? (
        <ChoosePlace label="Develop this idea" describedFor={name} place="idea" choices={choices} act={(section, key) => developIdeaAction(teamId, { rowId, section, key })} />
      ) : null}
    </li>
  );
}
