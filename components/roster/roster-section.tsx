import type { ReactNode } from "react";
import { OursTag, Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/domain/item/item-readers";
import { FEWEST_PEOPLE, type Roster, type Seat } from "@/lib/domain/toolkit/roster";
import { numberInWords } from "@/lib/domain/toolkit/toolkit";
import type { RosterCheck, RosterLine } from "@/lib/roster/roster-check";
import { SeatMarkForm } from "./seat-mark-form";

interface RosterSectionProps {
  teamId: string;
  roster: Roster;
  check: RosterCheck;
  /** Where Tool 8 is; its name and its page. */
  tool: { readonly label: string; readonly href: string };
  mayMark: boolean;
}

/** Whom the toolkit wants on the team, held against what its people say of themselves. Names nobody and counts nobody. */
export function RosterSection({ teamId, roster, check, tool, mayMark }: RosterSectionProps) {
  const lines = new Map(check.lines.map((line) => [line.seat, line]));
  return (
    <section aria-labelledby="roster" className="border-t border-line pt-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="roster">Who the toolkit asks for</h2>
        <OursTag />
      </div>
      <p className="measure mt-1 text-muted">
        The toolkit says who should be on a Core Implementation Team. Each line says whether somebody here takes part in that way, by what people chose to say of
        themselves. It never says who, or how many, not even to leads and admins.
      </p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {check.hasLead === null ? null : (
          <Line asked={roster.lead} status={<Status isThere={check.hasLead}>{check.hasLead ? `Named in ${tool.label}` : `Not named in ${tool.label} yet`}</Status>}>
            <p className="mt-1 text-[0.9375rem]">
              <a href={`${tool.href}#${roster.lead.item}`}>{check.hasLead ? `See it in ${tool.label}` : `Name somebody in ${tool.label}`}</a>
            </p>
          </Line>
        )}
        {roster.seats.map((seat) => {
          const line = lines.get(seat.id);
          return line ? <SeatLine key={seat.id} teamId={teamId} seat={seat} line={line} mayMark={mayMark} /> : null;
        })}
      </ul>
      <p className="measure mt-3 text-[0.9375rem] text-muted">
        As of {formatDate(check.lookedOn)}; looked at next on {formatDate(check.nextLook)}. What people say or take back shows on the first day of the next month, all of it at once, so that no change
        points to a day. In a team of fewer than {numberInWords(FEWEST_PEOPLE)} people nothing is shown.
      </p>
    </section>
  );
}

function SeatLine({ teamId, seat, line, mayMark }: { teamId: string; seat: Seat; line: RosterLine; mayMark: boolean }) {
  const { isSaid, mark } = line;
  return (
    <Line asked={seat} note={seat.note} status={mark?.mark === "have" ? <Status isThere>The team has somebody</Status> : <SaidStatus isSaid={isSaid} />}>
      {mark?.mark === "looking" ? (
        <p className="mt-1 break-words">
          <strong className="font-semibold">The team is looking for somebody.</strong> {mark.words}
        </p>
      ) : null}
      {mayMark ? <SeatMarkForm teamId={teamId} seat={seat.id} about={seat.title} mark={mark?.mark ?? "none"} words={mark?.words ?? ""} /> : null}
    </Line>
  );
}

function SaidStatus({ isSaid }: Pick<RosterLine, "isSaid">) {
  if (isSaid === null) return <Tag>Not shown in a small team</Tag>;
  return <Status isThere={isSaid}>{isSaid ? "Somebody here says so" : "Nobody has said so yet"}</Status>;
}

function Status({ isThere, children }: { isThere: boolean; children: ReactNode }) {
  return <Tag {...(isThere && { tone: "success", icon: "check" })}>{children}</Tag>;
}

interface LineProps {
  asked: Pick<Seat, "title" | "asked" | "source">;
  note?: string | undefined;
  status: ReactNode;
  children: ReactNode;
}

function Line({ asked: { title, asked, source }, note, status, children }: LineProps) {
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2">
        <div className="measure min-w-0 flex-1 basis-[18rem]">
          <h3>{title}</h3>
          <p className="mt-1 text-[0.9375rem] text-muted">
            <q>{asked}</q> {capital(source)}.
          </p>
          {note ? <p className="mt-1 text-[0.9375rem]">{note}</p> : null}
        </div>
        <p>{status}</p>
      </div>
      {children}
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
