import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { CheckSharing } from "./own-check-form";

/** A check as its person's list shows it. */
export interface KeptCheckLine {
  readonly teamId: string;
  /** Null for a team that they are no longer in. */
  readonly teamName: string | null;
  readonly slug: string;
  readonly title: string;
  readonly changedAt: string;
  readonly isShared: boolean;
}

/** What somebody filled in for themselves, to find again: also what a team put away, or in a team they left. */
export function OwnChecksCard({ agencyId, checks }: { agencyId: string; checks: readonly KeptCheckLine[] }) {
  return (
    <Card>
      <h2>Your own checks</h2>
      <p className="measure mt-2 text-muted">Only you see this list. If you leave this agency, they are deleted.</p>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {checks.map(({ teamId, teamName, slug, title, changedAt, isShared }) => (
          <li key={`${teamId} ${slug}`} className="grid gap-2 py-3">
            <p className="break-words">
              {teamName === null ? (
                <>
                  <span className="font-semibold">{title}</span>, of a team you are no longer in
                </>
              ) : (
                <>
                  <Link href={`/teams/${teamId}/personal/${slug}`} className="font-semibold">
                    {title}
                  </Link>
                  , {teamName}
                </>
              )}
              . Last changed <DateTime iso={changedAt} />. {isShared ? "Shared." : "Not shared."}
            </p>
            <CheckSharing
              agencyId={agencyId}
              teamId={teamId}
              check={slug}
              isShared={isShared}
              mayShare={false}
              describedFor={`${title}, ${teamName ?? "a team you are no longer in"}`}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
