import { OursTag } from "@/components/ui/tag";
import { FEWEST_PEOPLE, type Roster, type SeatId } from "@/lib/domain/toolkit/roster";
import { numberInWords } from "@/lib/domain/toolkit/toolkit";
import { OwnSeatsForm } from "./own-seats-form";

interface OwnSeatsSectionProps {
  teamId: string;
  roster: Roster;
  said: readonly SeatId[];
  /** From "roster:view": "agency admins, team leads, …". */
  readers: string;
}

/** Where somebody says how they take part, with who will know what of it said first. Folded, so that a shared screen shows nothing. */
export function OwnSeatsSection({ teamId, roster, said, readers }: OwnSeatsSectionProps) {
  return (
    <section aria-labelledby="how-you-take-part" className="no-print border-t border-line pt-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="how-you-take-part">How you take part</h2>
        <OursTag />
      </div>
      <p className="measure mt-1 text-muted">If you like, say in what way you take part in this team. You don’t have to, and nobody is told whether you did.</p>
      <details className="fold mt-3">
        <summary>
          <h3>Say how I take part, or take it back</h3>
        </summary>
        <div className="mt-4 grid gap-6 lg:grid-cols-2 lg:gap-10">
          <div>
            <h4 className="mb-2">Before you choose</h4>
            <dl className="grid gap-3 text-[0.9375rem]">
              {PROMISES.map(({ what, say }) => (
                <div key={what}>
                  <dt className="font-semibold">{what}</dt>
                  <dd className="measure text-muted">{say(readers)}</dd>
                </div>
              ))}
            </dl>
          </div>
          <OwnSeatsForm teamId={teamId} seats={roster.seats.map(({ id, own, hint }) => ({ id, own, hint }))} said={said} />
        </div>
      </details>
    </section>
  );
}

const PROMISES: readonly { readonly what: string; readonly say: (readers: string) => string }[] = [
  {
    what: "Who sees what you choose",
    say: (readers) => `Only you. The list above tells all alike, ${readers}, whether somebody here says so. It names nobody and counts nobody. In a team of fewer than ${numberInWords(FEWEST_PEOPLE)} people it says nothing.`,
  },
  { what: "When it shows", say: () => "On the first day of the next month, with whatever else has changed by then." },
  {
    what: "Taking it back",
    say: () => "At any time, here: choose “I’d rather not say” and save. It is deleted at once, and no history has it. The same happens when you leave the team, and when a code from a team lead lets you back in, since the lead could use that code. The list above follows on the first day of the next month.",
  },
  { what: "Where else it is", say: () => "Nowhere. It is in no download, archive or letter, and no record of what was done says that you said anything. It is for this team alone." },
  {
    what: "What we can’t promise",
    say: () => "Where few people come or go, somebody may still guess. Whoever runs this site could read what is stored on it. Choose only what you are at ease with.",
  },
];
