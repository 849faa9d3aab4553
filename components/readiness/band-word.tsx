import type { AreaScore } from "@/lib/domain/readiness/scoring";
import { formatDontKnow } from "@/lib/domain/readiness/scoring";
import { type Band, BAND_LABELS, LOW_RATING, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";

const SHAPES: Record<Band | "none", string> = {
  priority: "M8 1l7 7-7 7-7-7z",
  discuss: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2",
  strength: "M2 8.500l4 4 8-9",
  none: "M1 8h2.500m3 0H9m3 0h2.500",
};

/** A band in a shape and a word; the shape helps, the word says it. Null is an area without enough ratings. */
export function BandWord({ band }: { band: Band | null }) {
  const kind = band ?? "none";
  return (
    <span className={`band-word band-${kind}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[kind]} />
      </svg>
      {band ? BAND_LABELS[band] : NOT_ENOUGH_RATINGS}
    </span>
  );
}

/** Why an area is where it is, as far as the drawing doesn't say it already; empty when it does. */
export function bandReason(score: AreaScore): string {
  if (score.status === "insufficient") return formatDontKnow(score.dontKnow);
  if (score.reasons.includes("low-item")) {
    const low = score.byScore[1] + (LOW_RATING >= 2 ? score.byScore[2] : 0);
    return low === 1 ? `1 item rated ${score.lowest}` : `${low} items rated 1 or 2`;
  }
  if (score.reasons.includes("many-dont-know")) return `${score.dontKnow.total} of ${score.total} are D/K`;
  if (score.viewsDiffer && score.reasons.includes("views-differ")) return score.viewsDiffer === 1 ? "Views differ on 1 item" : `Views differ on ${score.viewsDiffer} items`;
  return "";
}
