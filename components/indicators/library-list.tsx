import { Alert } from "@/components/ui/alert";
import { INDICATOR_LIBRARY } from "@/content/indicator-library";
import { describeUnit, INDICATOR_DIRECTION_LABELS } from "@/lib/domain/indicators/indicator";
import { INDICATOR_THEMES, type IndicatorTheme, type LibraryIndicator } from "@/lib/domain/indicators/indicator-library";
import { goalHref, type GoalRowPlace } from "./goal-address";
import { LibraryButton } from "./library-button";

interface LibraryListProps {
  place: Omit<GoalRowPlace, "rowId">;
  /** Ids for the rows that may be made, one for each entry. */
  rowIds: readonly string[];
  /** Why nothing can be added now; null where it can. */
  closed: string | null;
  /** Why the last try was refused. */
  refusal?: string | undefined;
}

/** Indicators to start from, by theme. */
export function LibraryList({ place, rowIds, closed, refusal }: LibraryListProps) {
  const themes = Object.entries(INDICATOR_THEMES) as [IndicatorTheme, string][];
  return (
    <section id="library" tabIndex={-1} aria-labelledby="library-title" className="indicator-library no-print">
      <h2 id="library-title">From the library</h2>
      <p className="indicator-quiet">
        Drawn from the toolkits. What stands in quotation marks is printed there; the rest is ours. What you add becomes a row of your
        table, and you can change every word of it.
      </p>
      {closed === null ? null : <p>{closed}</p>}
      {refusal ? <Alert tone="error">{refusal}</Alert> : null}
      {themes.map(([theme, title]) => (
        <section key={theme} aria-labelledby={`library-${theme}`}>
          <h3 id={`library-${theme}`}>{title}</h3>
          <ul>
            {INDICATOR_LIBRARY.map((entry, index) =>
              entry.theme === theme ? (
                <LibraryEntry key={entry.id} entry={entry} place={closed === null ? place : null} rowId={rowIds[index] ?? ""} />
              ) : null,
            )}
          </ul>
        </section>
      ))}
      <p>
        <a href={goalHref(place)}>Close the library</a>
      </p>
    </section>
  );
}

function LibraryEntry({ entry, place, rowId }: { entry: LibraryIndicator; place: LibraryListProps["place"] | null; rowId: string }) {
  const { question, indicator, source, timeframe, unit, unitWords, direction, from } = entry;
  return (
    <li>
      <div>
        <p className="indicator-quiet">{question}</p>
        <p className="font-semibold">{indicator}</p>
        <p className="indicator-quiet">{[source, timeframe, describeUnit({ unit, unitWords }), INDICATOR_DIRECTION_LABELS[direction]].join(" · ")}</p>
        <p className="indicator-quiet">
          {from.place}: “{from.words}”
        </p>
      </div>
      {place ? <LibraryButton place={place} libraryId={entry.id} name={indicator} rowId={rowId} /> : null}
    </li>
  );
}
