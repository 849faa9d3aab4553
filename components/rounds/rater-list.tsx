import { LinkToCopy } from "@/components/forms/link-to-copy";
import { LinkAgainButton } from "./lead-panel";
import { PersonName, RoleLabel } from "@/components/people/shown-people";
import { Tag } from "@/components/ui/tag";
import type { RaterLine } from "@/lib/domain/rounds/round";

interface RaterListProps {
  raters: readonly RaterLine[];
  /** Links that nobody has used yet, by rater, for whoever hands them over; empty for others. */
  links: ReadonlyMap<string, string>;
  /** Where lost links are given again, for whoever may; null after the reveal. */
  again: { teamId: string; roundId: string } | null;
}

/** Who is asked, and who has finished; never what they rated. */
export function RaterList({ raters, links, again }: RaterListProps) {
  return (
    <ul className="agenda-rows">
      {raters.map((rater) => (
        <li key={rater.id} className="grid gap-2">
          <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>
              {rater.person ? (
                <>
                  <PersonName person={rater.person} /> <RoleLabel person={rater.person} />
                </>
              ) : (
                <>
                  {rater.guestName} <span className="text-muted">No account</span>
                </>
              )}
            </span>
            {rater.hasFinished ? (
              <Tag tone="success" icon="check">
                Has finished
              </Tag>
            ) : (
              <Tag icon="circle">{rater.isLinkUnused ? "Link not used yet" : "Not yet"}</Tag>
            )}
          </p>
          {links.has(rater.id) ? (
            <details className="fold">
              <summary>Personal link for {rater.guestName}</summary>
              <div className="mt-3">
                <LinkToCopy label={`Link for ${rater.guestName}`} link={links.get(rater.id) ?? ""} />
                <p className="mt-2 text-[0.9375rem] text-muted">Hand it to this person only. It opens once; then they get a link of their own, which you do not see.</p>
              </div>
            </details>
          ) : null}
          {again && rater.guestName !== null && !rater.isLinkUnused ? <LinkAgainButton {...again} rater={{ ...rater, guestName: rater.guestName }} /> : null}
        </li>
      ))}
    </ul>
  );
}
