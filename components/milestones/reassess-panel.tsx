import Link from "next/link";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import type { Reassessment } from "@/lib/milestones/reassess";
import { StopButton } from "./milestone-buttons";

interface ReassessPanelProps {
  teamId: string;
  /** Null while none is under way. */
  reassessment: Reassessment | null;
  mayStart: boolean;
}

/** Where rating anew stands, or how to begin it. */
export function ReassessPanel({ teamId, reassessment, mayStart }: ReassessPanelProps) {
  const href = `/teams/${teamId}/milestones/reassess`;
  if (!reassessment) {
    return (
      <section aria-labelledby="reassess" className="measure no-print grid justify-items-start gap-3">
        <h2 id="reassess" className="home-title">
          Reassess
        </h2>
        <p>Open tools again with the answers of a milestone. Each is marked until somebody confirms or changes it.</p>
        {mayStart ? (
          <LinkButton href={href} variant="secondary">
            Start a reassessment
          </LinkButton>
        ) : (
          <p className="text-muted">A team lead can start one.</p>
        )}
      </section>
    );
  }
  const { items, milestone, started } = reassessment;
  const waiting = items.filter(({ state }) => state === "waiting").length;
  const looked = items.length - waiting;
  return (
    <section aria-labelledby="reassess" className="measure grid justify-items-start gap-3">
      <h2 id="reassess" className="home-title">
        Reassessment under way
      </h2>
      <p>
        {looked} of {items.length} answers from “{milestone.name}” {looked === 1 ? "has" : "have"} been looked at.{" "}
        {waiting === 0 ? "Nothing waits. You can make the next milestone now." : "The others count in no score until somebody looks at them."}
      </p>
      <progress className="rate-progress" max={items.length} value={looked} aria-label="Answers looked at" />
      <p className="work-note">
        Started by <PersonName person={started.by} /> <RoleLabel person={started.by} />, <DateTime iso={started.at} dateOnly />
      </p>
      <div className="no-print flex flex-wrap items-center gap-x-5 gap-y-3">
        {waiting > 0 ? (
          <LinkButton href={href}>Look at the answers</LinkButton>
        ) : (
          <Link href={href} prefetch={false}>
            The answers that were looked at
          </Link>
        )}
        {mayStart ? <StopButton teamId={teamId} waiting={waiting} /> : null}
      </div>
    </section>
  );
}
