import type { Brief } from "@/lib/domain/readiness/brief";
import { HOW_TO_READ, SELF_RATING_STATEMENT } from "@/lib/domain/readiness/rules";
import { formatHeadline } from "@/lib/domain/readiness/scoring";
import { BandWord } from "./band-word";

interface BriefSheetProps {
  brief: Brief;
  day: string;
  /** One for each of the brief's areas: inside an `<svg>`, and in words. */
  drawings: readonly { readonly marks: string; readonly words: string }[];
  /** The numbers of the scale, inside an `<svg>`. */
  head: string;
}

/** The brief as a sheet of paper: it stays white in the dark. */
export function BriefSheet({ brief, day, drawings, head }: BriefSheetProps) {
  return (
    <article className="brief-sheet" aria-labelledby="brief-title">
      <p className="brief-head">
        <b>{brief.agencyName}</b>
        <span>Overdose prevention and response, {day}</span>
      </p>
      <h1 id="brief-title" className="brief-title">
        {brief.title}
      </h1>
      {brief.titleNote ? <p className="brief-note">{brief.titleNote}</p> : null}
      <section aria-labelledby="brief-areas">
        <h2 id="brief-areas">What is strong, and what is not yet: {formatHeadline(brief.report.headline)}</h2>
        <p className="brief-row brief-note">
          <span>1 Strongly Disagree, 5 Strongly Agree</span>
          <svg height="16" aria-hidden="true" dangerouslySetInnerHTML={{ __html: head }} />
        </p>
        <ul>
          {brief.areas.map(({ id, title, score }, index) => (
            <li key={id} className="brief-row">
              <span>{title.replace(/^\w+ \d+: /, "").replace(/\.$/, "")}</span>
              {score.status === "scored" ? <BandWord band={score.band} /> : <span />}
              <svg height="24" role="img" aria-label={drawings[index]?.words} dangerouslySetInnerHTML={{ __html: drawings[index]?.marks ?? "" }} />
            </li>
          ))}
        </ul>
      </section>
      {brief.priorities.length > 0 ? (
        <section aria-labelledby="brief-priorities">
          <h2 id="brief-priorities">Priorities, and why</h2>
          <ol className="brief-priorities">
            {brief.priorities.map(({ itemId, statement, why }) => (
              <li key={itemId}>
                <h3>{statement}</h3>
                <p>{why}</p>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <div className="brief-columns">
        <Lines id="brief-planned" title="What is planned" lines={brief.planned} />
        <Lines id="brief-asks" title="What community partners ask" lines={brief.asks} />
      </div>
      <div className="brief-foot">
        <p>{HOW_TO_READ}</p>
        <p>{SELF_RATING_STATEMENT}</p>
      </div>
    </article>
  );
}

function Lines({ id, title, lines }: { id: string; title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
