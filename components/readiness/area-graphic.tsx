import type { ReadinessArea, ReadinessSection } from "@/lib/domain/readiness/readiness";
import { NOT_ENOUGH_RATINGS } from "@/lib/domain/readiness/rules";
import { formatScore } from "@/lib/domain/readiness/scoring";
import type { AreaDrawing } from "@/lib/readiness/area-chart";
import { BandWord, bandReason } from "./band-word";

/** "2 of 5 gaps are in the plan" */
export interface AreaPlanned {
  readonly words: string;
  readonly href: string;
}

interface AreaGraphicProps {
  areas: readonly ReadinessArea[];
  sections: readonly ReadinessSection[];
  /** From `drawAreas`: a row for each area. */
  drawing: { readonly head: string; readonly rows: readonly AreaDrawing[] };
  /** Address of the assessment; each area links to its place there. */
  toolHref: string;
  tableHref: string;
  /** What is being done about an area's gaps, with where they are listed; empty while nothing is. */
  planned: ReadonlyMap<string, AreaPlanned>;
}

const KEY = [
  { id: "score", words: "Score", shape: '<circle cx="8" cy="8" r="7" fill="var(--ink)"/>' },
  { id: "item", words: "An item rated 3 to 5", shape: '<circle cx="8" cy="8" r="4.5" fill="var(--primary)"/>' },
  { id: "low", words: "An item rated 1 or 2", shape: '<path d="M8 2.500l5.500 5.500-5.500 5.500-5.500-5.500z" fill="var(--warm)"/>' },
  { id: "dk", words: "D/K", shape: '<circle cx="8" cy="8" r="6.500" fill="none" stroke="var(--muted)"/>' },
  { id: "blank", words: "Blank", shape: '<circle cx="8" cy="8" r="5" fill="none" stroke="var(--muted)" stroke-dasharray="2 2"/>' },
] as const;

/** One drawing per area: its items and its score on their scale from 1 to 5, and in words what that means. */
export function AreaGraphic({ areas, sections, drawing, toolHref, tableHref, planned }: AreaGraphicProps) {
  const perSection = Math.ceil(areas.length / Math.max(sections.length, 1));
  return (
    <div className="area-graphic">
      <ul className="area-key" aria-label="What the marks mean">
        {KEY.map(({ id, words, shape }) => (
          <li key={id}>
            <svg viewBox="0 0 16 16" aria-hidden="true" dangerouslySetInnerHTML={{ __html: shape }} />
            {words}
          </li>
        ))}
        <li>
          <a href={tableHref}>The areas as a table</a>
        </li>
      </ul>
      <div className="area-row area-head" aria-hidden="true">
        <span>1 Strongly Disagree, 5 Strongly Agree</span>
        <svg height="20" dangerouslySetInnerHTML={{ __html: drawing.head }} />
      </div>
      {sections.map((section, at) => (
        <section key={section.id} aria-label={section.title}>
          <p className="area-section">
            <b>{section.title}</b>
            <span>{section.score.status === "scored" ? `${formatScore(section.score)} on average` : NOT_ENOUGH_RATINGS}</span>
          </p>
          <ul>
            {areas.slice(at * perSection, (at + 1) * perSection).map((area, index) => (
              <AreaRow key={area.id} area={area} drawing={drawing.rows[at * perSection + index]!} href={`${toolHref}#${area.anchor}`} planned={planned.get(area.id)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function AreaRow({ area: { title, score }, drawing, href, planned }: { area: ReadinessArea; drawing: AreaDrawing; href: string; planned: AreaPlanned | undefined }) {
  const reason = bandReason(score);
  return (
    <li className="area-row keep-together">
      <div className="area-name">
        <a href={href}>{title.replace(/\.$/, "")}</a>
        {planned ? (
          <a href={planned.href} className="area-planned">
            {planned.words}
            <span className="sr-only">: {title}</span>
          </a>
        ) : null}
      </div>
      {/* Made on the server, of numbers alone. */}
      <svg height="52" role="img" aria-label={drawing.alternative} dangerouslySetInnerHTML={{ __html: drawing.marks }} />
      <span className="area-band">
        <BandWord band={score.status === "scored" ? score.band : null} />
        {reason ? <span className="area-reason">{reason}</span> : null}
      </span>
    </li>
  );
}
