import type { ReactNode } from "react";
import Link from "next/link";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { DateTime } from "@/components/ui/date-time";
import type { ReportEvent } from "@/lib/domain/report/report-model";
import { formatValue, type RoundScale } from "@/lib/domain/rounds/round-values";

interface DecisionViewProps {
  scale: RoundScale;
  decision: { readonly value: string | null; readonly rationale: string; readonly dissent: string; readonly made: ReportEvent };
  /** The item in its tool. */
  answerHref: string;
  /** "Tool 9, Infrastructure 4, item 3" */
  place: string;
  children?: ReactNode;
}

/** What the team decided, why, and who sees it differently. */
export function DecisionView({ scale, decision: { value, rationale, dissent, made }, answerHref, place, children }: DecisionViewProps) {
  return (
    <div className="grid gap-3">
      <p className="text-[1.25rem] font-semibold">{value === null ? "Left open" : formatValue(scale, value)}</p>
      {rationale ? <p className="measure whitespace-pre-line break-words">{rationale}</p> : null}
      {dissent ? (
        <figure className="border-l-4 border-line-strong pl-4">
          <blockquote className="measure whitespace-pre-line break-words">{dissent}</blockquote>
          <figcaption className="text-[0.9375rem] text-muted">Dissent</figcaption>
        </figure>
      ) : null}
      <p className="text-[0.9375rem] text-muted">
        Recorded <DateTime iso={made.at} dateOnly /> by <PersonName person={made.by} /> <RoleLabel person={made.by} />.{" "}
        {value === null ? "It stays in the count of open disagreements." : <Link href={answerHref}>In {place}</Link>}
      </p>
      {children}
    </div>
  );
}
