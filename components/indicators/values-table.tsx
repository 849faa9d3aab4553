import { Table } from "@/components/ui/table";
import { formatCounted, formatMeasured, type Indicator, type IndicatorValue } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import { type People, showPerson } from "@/lib/domain/people/person";
import { goalHref, type GoalRowPlace } from "./goal-address";

export interface ValuesTableProps {
  indicator: Indicator;
  /** The row's name. */
  name: string;
  /** Null where the reader is not told who entered what. */
  people: People | null;
  /** Where values can be changed; null where they are only read. */
  place: GoalRowPlace | null;
  /** Where all of them stand; null where they do. */
  allHref: string | null;
  /** So many of the newest are shown where not all are. */
  newest: number;
}

/** Of one row as many as a year has months; all tables of a page hold about a hundred, whatever its rows are. */
export function newestOf(tables: number): number {
  return Math.min(12, Math.max(4, Math.floor(100 / Math.max(tables, 1))));
}

function listShown({ indicator: { values }, allHref, newest }: Pick<ValuesTableProps, "indicator" | "allHref" | "newest">): readonly IndicatorValue[] {
  return allHref === null ? values : values.slice(-newest);
}

/** Everything by which a table reads otherwise when the page is drawn again; what is corrected is another value. */
export function tableReadsBy(table: ValuesTableProps): readonly (string | number | boolean | null)[] {
  const { people, name, place, indicator: { unit, unitWords, values } } = table;
  const shown = listShown(table).flatMap(({ id, entered }) => [id, people && showPerson(people, entered.by)]);
  return [name, unit, unitWords, values.length, place !== null, people !== null, table.allHref, ...shown];
}

/** Every value, the newest first: the chart in numbers, with what is known of each. */
export function ValuesTable({ indicator, name, people, place, allHref, newest }: ValuesTableProps) {
  const { unit, values } = indicator;
  const shown = listShown({ indicator, allHref, newest });
  const isPart = unit === "percent";
  return (
    <>
      <Table caption={`Values: ${name}`} captionHidden>
        <thead>
          <tr>
            <th scope="col">Month or day</th>
            <th scope="col" className="values-number">
              Value
            </th>
            {isPart ? (
              <th scope="col" className="values-number">
                Counted
              </th>
            ) : null}
            <th scope="col">Source and note</th>
            {people ? <th scope="col">Entered by</th> : null}
            {place ? (
              <th scope="col" className="no-print">
                <span className="sr-only">Change</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.toReversed().map((value) => {
            const when = formatMeasuredOn(value.on);
            return (
              <tr key={value.id}>
                <th scope="row">{when}</th>
                <td className="values-number">{isPart ? formatMeasured(value) : formatCounted(indicator, value)}</td>
                {isPart ? <td className="values-number">{formatCounted({ unitWords: "" }, value)}</td> : null}
                <td>
                  <BesideValue indicator={indicator} value={value} />
                </td>
                {people ? <td>{showPerson(people, value.entered.by)}</td> : null}
                {place ? (
                  <td className="no-print">
                    <a href={goalHref(place, { row: place.rowId, open: value.id })}>
                      Change<span className="sr-only">: {when}, {name}</span>
                    </a>
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </Table>
      {allHref !== null && shown.length < values.length ? (
        <p className="mt-2">
          <a href={allHref}>
            All {values.length} values<span className="sr-only">: {name}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What is said beside a value, and what it was before it was put right. */
function BesideValue({ indicator, value }: { indicator: Indicator; value: IndicatorValue }) {
  const lines = [
    ...[value.source, value.note].filter(Boolean),
    ...value.earlier.map((was) => `Put right: it was ${formatMeasuredOn(was.on)}, ${formatCounted(indicator, was)}.`),
  ];
  return lines.map((line, index) => <p key={index}>{line}</p>);
}
