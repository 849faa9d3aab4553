import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { formatValue, type RoundScale } from "@/lib/domain/rounds/round-values";
import { type LaterDecision, laterPlace } from "@/lib/domain/rounds/later-decision";
import { type ShownItem, standingOf } from "@/lib/domain/rounds/shown-item";
import { SmallPlot } from "./dot-plot";

/** One item of a reveal's list. */
export interface RevealedItem {
  readonly id: string;
  readonly prompt: string;
  readonly place: string;
  readonly scale: RoundScale;
  readonly shown: ShownItem;
  /** What the team decided: a value, null for left open; undefined where nothing is recorded. */
  readonly decided: string | null | undefined;
  /** What a later round or vote decided, where nothing is decided here. */
  readonly later?: LaterDecision | undefined;
}

/** Whether an item still waits for the team: flagged, and no decision with a value. */
export function isOpenDisagreement({ shown, decided, later }: RevealedItem): boolean {
  return standingOf(shown) === "views-differ" && (decided === undefined || decided === null) && !later;
}

interface RevealListProps {
  items: readonly RevealedItem[];
  /** The round's page. */
  page: string;
  chosen: string | null;
}

const SHOWN_AT_ONCE = 10;

/** Items by disagreement first, each with its picture, how it stands and where it is from. */
export function RevealList({ items, page, chosen }: RevealListProps) {
  const flagged = items.filter(({ shown }) => standingOf(shown) === "views-differ");
  const open = items.filter(isOpenDisagreement).length;
  const count = Math.max(flagged.length, Math.min(SHOWN_AT_ONCE, items.length));
  const rest = items.slice(count);
  return (
    <nav aria-label="Items by disagreement">
      <p className="mb-2 flex flex-wrap justify-between gap-x-4">
        <strong>{flagged.length === 0 ? "No views differ far" : `${open} of ${flagged.length} disagreements open`}</strong>
        <span className="text-muted">most different first</span>
      </p>
      <ol className="reveal-rows">
        {items.slice(0, count).map((item) => (
          <Row key={item.id} item={item} page={page} isChosen={item.id === chosen} />
        ))}
      </ol>
      {rest.length > 0 ? (
        <details className="fold mt-3" open={rest.some(({ id }) => id === chosen)}>
          <summary>{rest.length} more</summary>
          <ol className="reveal-rows mt-2">
            {rest.map((item) => (
              <Row key={item.id} item={item} page={page} isChosen={item.id === chosen} />
            ))}
          </ol>
        </details>
      ) : null}
    </nav>
  );
}

function Row({ item, page, isChosen }: { item: RevealedItem; page: string; isChosen: boolean }) {
  const { id, prompt, place, scale, shown, decided, later } = item;
  return (
    <li className={isChosen ? "is-chosen" : undefined}>
      <div className="min-w-0">
        <Link href={`${page}?item=${id}`} prefetch={false} aria-current={isChosen ? "true" : undefined}>
          {prompt}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.875rem] text-muted">
          <Standing scale={scale} shown={shown} decided={decided} later={later} />
          <span>
            {place}
            {shown.dontKnow ? `, ${shown.dontKnow} D/K` : ""}
          </span>
        </p>
      </div>
      <SmallPlot scale={scale} shown={shown} />
    </li>
  );
}

function Standing({ scale, shown, decided, later }: Pick<RevealedItem, "scale" | "shown" | "decided" | "later">) {
  if (decided) {
    return (
      <Tag tone="success" icon="check">
        Decided: {formatValue(scale, decided)}
      </Tag>
    );
  }
  if (later) {
    return (
      <Tag tone="success" icon="check">
        Decided {laterPlace(later)}: {formatValue(scale, later.value)}
      </Tag>
    );
  }
  const left = decided === null ? ", left open" : "";
  const standing = standingOf(shown);
  if (standing === "views-differ") {
    return (
      <Tag tone="warm" icon="warning">
        Views differ{left}
      </Tag>
    );
  }
  return <Tag icon="circle">{standing === "views-close" ? `Views are close${left}` : `Fewer than three rated${left}`}</Tag>;
}
