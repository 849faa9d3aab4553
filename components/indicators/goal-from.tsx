import { gapHref } from "@/components/links/gap-href";
import type { LinkPlace } from "@/lib/links/link-places";

/** Where a goal comes from: its idea, and the gaps behind that. Links are made and taken apart in the tool. */
export function GoalFrom({ teamId, place }: { teamId: string; place: LinkPlace | undefined }) {
  if (place?.kind !== "sheet") return null;
  return place.sources.map(({ linkId, name, path, gaps }) => (
    <p key={linkId} className="indicator-quiet">
      From {path === null ? name : <a href={`/teams/${teamId}${path}`}>{name}</a>}
      {gaps.length > 0 ? ", which comes from " : null}
      {gaps.map(({ itemId, words, place: where }, index) => (
        <span key={itemId}>
          {index > 0 ? ", " : null}
          <a href={gapHref(teamId, itemId)}>
            the gap “{words}” ({where})
          </a>
        </span>
      ))}
    </p>
  ));
}
