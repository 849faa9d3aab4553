import Link from "next/link";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DueDate } from "@/components/ui/due-date";
import { getTool } from "@/content/toolkits";
import { AGENDA_PARTS, AGENDA_TITLES, type AgendaEntry } from "@/lib/domain/meetings/agenda";
import { formatDay } from "@/lib/domain/text/due-words";

interface AgendaListProps {
  teamId: string;
  entries: readonly AgendaEntry[];
  /** Of a closed meeting: what it says is as it was, so that nothing is overdue by today. */
  isKept?: boolean;
}

/** What the team's work puts on the agenda, part by part. A part with nothing in it is left out. */
export function AgendaList({ teamId, entries, isKept = false }: AgendaListProps) {
  const parts = AGENDA_PARTS.map((part) => ({ part, own: entries.filter((entry) => entry.part === part) })).filter(({ own }) => own.length > 0);
  if (parts.length === 0) {
    return <p className="measure text-muted">{isKept ? "Nothing was overdue, blocked, long unchanged or waiting for a decision." : "Nothing is overdue, blocked, long unchanged or waiting for a decision right now."}</p>;
  }
  return (
    <div className="grid gap-6">
      {parts.map(({ part, own }) => (
        <section key={part} aria-labelledby={`agenda-${part}`}>
          <h3 id={`agenda-${part}`} className={part === "overdue" || part === "blocked" ? "agenda-title text-warm" : "agenda-title"}>
            {AGENDA_TITLES[part]} <span className="font-normal text-muted">{own.length}</span>
          </h3>
          <ul className="agenda-rows">
            {own.map((entry, index) => (
              // Two rows of one table can say the same.
              <li key={index}>
                <Row teamId={teamId} entry={entry} isKept={isKept} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({ teamId, entry: { words, detail, owner, dueOn, path, tool }, isKept }: { teamId: string; entry: AgendaEntry; isKept: boolean }) {
  return (
    <>
      <Link href={`/teams/${teamId}${path}`} prefetch={false}>
        {words}
        <span className="sr-only">, in {getTool(tool).label}</span>
      </Link>
      <p className="work-note">
        {owner ? (
          <>
            <PersonName person={owner} /> <RoleLabel person={owner} />{" "}
          </>
        ) : null}
        {detail ? `${detail} ` : null}
        {dueOn === null ? null : isKept ? <>Due <time dateTime={dueOn}>{formatDay(dueOn)}</time></> : <DueDate day={dueOn} />}
      </p>
    </>
  );
}
