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
}

/** As many of the newest as a year has months: twenty rows with five years each are a page of two megabytes. */
const SHOWN = 12;

function listShown({ indicator: { values }, allHref }: Pick<ValuesTableProps, "indicator" | "allHref">): readonly IndicatorValue[] {
  return allHref === null ? values : values.slice(-SHOWN);
}

/** Everything that a table reads otherwise by when the page is drawn again. */
export function readsBy({ people, ...table }: ValuesTableProps): unknown {
  const { unit, unitWords, values } = table.indicator;
  const shown = listShown(table).map((value) => [value, people && showPerson(people, value.entered.by)]);
  return [table.name, unit, unitWords, shown, values.length, table.place !== null, table.allHref];
}

/** Every value, the newest first: the chart in numbers, with what is known of each. */
export function ValuesTable({ indicator, name, people, place, allHref }: ValuesTableProps) {
  const { unit, values } = indicator;
  const shown = listShown({ indicator, allHref });
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
