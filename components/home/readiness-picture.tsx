import Link from "next/link";
import { shortAreaNames } from "@/content/ps-cope/short-names";
import type { ReadinessArea, ReadinessReport } from "@/lib/domain/readiness/readiness";
import { type Band, BAND_LABELS, BANDS, NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { formatHeadline, formatScore } from "@/lib/domain/readiness/scoring";

interface ReadinessPictureProps {
  report: ReadinessReport;
  href: string;
}

/** Where the areas stand, at a glance: a mark at its place from 1 to 5 for each, told apart by shape as well. */
export function ReadinessPicture({ report, href }: ReadinessPictureProps) {
  return (
    <section aria-labelledby="ready">
      <div className="home-head">
        <h2 id="ready" className="home-title">
          {formatHeadline(report.headline)}
        </h2>
        <Link href={href} className="text-[0.9375rem]">
          Readiness and gaps
        </Link>
      </div>
      <ul className="mini-areas">
        {report.areas.map((area) => (
          <li key={area.id}>
            <span aria-hidden="true">{shortAreaNames[area.id]}</span>
            <Scale area={area} />
          </li>
        ))}
      </ul>
      <p aria-hidden="true" className="mini-key">
        <span>1</span>
        {BANDS.map((band) => (
          <span key={band}>
            <svg viewBox="-7 -7 14 14">
              <Mark band={band} />
            </svg>
            {BAND_LABELS[band]}
          </span>
        ))}
        <span>5</span>
      </p>
    </section>
  );
}

/** In per cent of the width, with room for half a mark at both ends. */
function placeOf(score: number): string {
  return `${2.5 + ((score - 1) / 4) * 95}%`;
}

function Scale({ area: { title, score } }: { area: ReadinessArea }) {
  const said = score.status === "scored" ? `${formatScore(score)} of 5, ${BAND_LABELS[score.band]}` : NOT_ENOUGH_RATINGS;
  return (
    <svg role="img" aria-label={`${title} ${said}`} height="19">
      {[1, 2, 3, 4, 5].map((at) => (
        <line key={at} x1={placeOf(at)} x2={placeOf(at)} y1="0" y2="19" className="mini-line" />
      ))}
      <line x1={placeOf(1)} x2={placeOf(5)} y1="9.5" y2="9.5" className="mini-line" />
      {score.status === "scored" ? (
        <svg x={placeOf(score.mean)} y="9.5" overflow="visible" width="1" height="1">
          <Mark band={score.band} />
        </svg>
      ) : (
        <text x="2.5%" y="13.5" dx="4" className="mini-none">
          too few ratings
        </text>
      )}
    </svg>
  );
}

const MARKS: Record<Band, React.ReactNode> = {
  priority: <path className="mini-priority" d="M0-6 6 0 0 6-6 0Z" />,
  discuss: <circle className="mini-discuss" r="4.5" />,
  strength: <circle className="mini-strength" r="5.5" />,
};

function Mark({ band }: { band: Band }) {
  return MARKS[band];
}
