import Link from "next/link";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Tag } from "@/components/ui/tag";
import type { StatusWord } from "@/lib/events/response-event";
import type { TimelineBlock, TimelineChange, TimelineDay } from "@/lib/history/timeline";
import { ChangeText } from "./change-text";

const STATUS_WORDS: Record<StatusWord, string> = {
  completed: "marked this tool complete",
  "completed-and-locked": "marked this tool complete and locked it",
  reopened: "reopened this tool",
  locked: "locked this tool",
  unlocked: "unlocked this tool",
  rebuilt: "made room in this tool",
};

interface TimelineViewProps {
  days: readonly TimelineDay[];
  toolHref: string;
  /** Whether it says who. */
  hasNames: boolean;
}

/** What happened in a tool, day by day and, with names, person by person, newest first. */
export function TimelineView({ days, toolHref, hasNames }: TimelineViewProps) {
  return (
    <div className="grid gap-10">
      {days.map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.date}`}>
          <h2 id={`day-${day.date}`}>{day.title}</h2>
          <ol className="mt-4 grid gap-4">
            {day.blocks.map((block, index) => (
              <li key={index}>
                <Block block={block} toolHref={toolHref} hasNames={hasNames} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Block({ block, toolHref, hasNames }: { block: TimelineBlock; toolHref: string; hasNames: boolean }) {
  if (block.kind === "status") {
    return (
      <p className="rounded-card border border-line bg-sunken px-5 py-3 sm:px-6">
        {hasNames ? (
          <>
            <strong>
              <PersonName person={block.by} />
            </strong>{" "}
            {STATUS_WORDS[block.status]}
          </>
        ) : (
          <strong>Someone {STATUS_WORDS[block.status]}</strong>
        )}
        <span className="ml-2 text-[0.9375rem] text-muted">{block.time}</span> {hasNames ? <RoleLabel person={block.by} /> : null}
      </p>
    );
  }
  return (
    <div className="rounded-card border border-line bg-surface p-5 shadow-card sm:p-6">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3>{hasNames ? <PersonName person={block.by} /> : "The team"} {block.summary}</h3>
        {hasNames ? <RoleLabel person={block.by} /> : null}
      </div>
      <ul className="mt-4 grid gap-5">
        {block.changes.map((change, index) => (
          <Change key={index} change={change} toolHref={toolHref} />
        ))}
      </ul>
    </div>
  );
}

function Change({ change: { itemId, name, time, isRestore, change }, toolHref }: { change: TimelineChange; toolHref: string }) {
  return (
    <li className="keep-together grid gap-1 border-t border-line pt-4">
      <p className="measure flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Link href={`${toolHref}#${itemId}`} prefetch={false} className="min-w-0">
          {name}
        </Link>
        <span className="text-[0.9375rem] text-muted">{time}</span>
        {isRestore ? <Tag>Brought back</Tag> : null}
      </p>
      <ChangeText change={change} />
    </li>
  );
}
