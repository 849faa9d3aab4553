import Link from "next/link";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import { Tag } from "@/components/ui/tag";
import { formatHeadline } from "@/lib/domain/readiness/scoring";
import { formatDay } from "@/lib/domain/text/due-words";
import { exportPageHref } from "@/lib/exports/document/export-options";
import type { MilestoneView } from "@/lib/milestones/read-milestones";
import { PutBackButton, RemoveButton } from "./milestone-buttons";

interface MilestoneListProps {
  teamId: string;
  /** Removed ones too: those can be put back. */
  milestones: readonly MilestoneView[];
  mayRemove: boolean;
}

/** Every milestone with its day, who made it, and what can be done with it. */
export function MilestoneList({ teamId, milestones, mayRemove }: MilestoneListProps) {
  const shown = milestones.filter(({ removed }) => !removed || mayRemove);
  if (shown.length === 0) return null;
  return (
    <ul className="agenda-rows">
      {shown.map((milestone) => (
        <li key={milestone.id} className="grid gap-2">
          {milestone.removed ? (
            <div className="no-print flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <p className="min-w-0 wrap-anywhere text-muted">Removed: {milestone.name}, {formatDay(milestone.onDay)}</p>
              <PutBackButton teamId={teamId} milestoneId={milestone.id} name={milestone.name} />
            </div>
          ) : (
            <Standing teamId={teamId} milestone={milestone} mayRemove={mayRemove} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Standing({ teamId, milestone, mayRemove }: { teamId: string; milestone: MilestoneView; mayRemove: boolean }) {
  const { id, name, onDay, isPast, keepsNames, made, headline } = milestone;
  return (
    <>
      <div className="min-w-0 wrap-anywhere">
        <h3 className="text-[1.125rem]">{name}</h3>
        <p>
          <time dateTime={onDay}>{formatDay(onDay)}</time> · {formatHeadline(headline)}
        </p>
        <p className="work-note">
          {isPast ? "Made afterwards, out of the history, by " : "Made by "}
          <PersonName person={made.by} /> <RoleLabel person={made.by} />, <DateTime iso={made.at} dateOnly /> · {keepsNames ? "people by name or role" : "people by role only"}
        </p>
      </div>
      {isPast ? (
        <div>
          <Tag>Out of the history</Tag>
        </div>
      ) : null}
      <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
        <Link href={`/teams/${teamId}/milestones/compare?from=${id}`} prefetch={false}>
          Compare with now<span className="sr-only">: {name}</span>
        </Link>
        <Link href={exportPageHref(teamId, { milestone: id, names: "roles" })} prefetch={false}>
          Download<span className="sr-only">: {name}</span>
        </Link>
        {mayRemove ? <RemoveButton teamId={teamId} milestoneId={id} name={name} /> : null}
      </div>
    </>
  );
}
