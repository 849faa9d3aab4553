import type { ComponentProps } from "react";
import { type Printer, printedKey } from "@/components/printed/create-printer";
import { Printed } from "@/components/printed/printed";
import { Alert } from "@/components/ui/alert";
import { nameRow, type GoalRow } from "@/lib/domain/indicators/goal-indicators";
import { formatMeasured, type Indicator, type IndicatorValue, type MeasuredNumber } from "@/lib/domain/indicators/indicator";
import { formatMeasuredOn } from "@/lib/domain/indicators/measured-on";
import type { People } from "@/lib/domain/people/person";
import type { IndicatorDrawing } from "@/lib/indicators/indicator-chart";
import { AddValueFold } from "./add-value-form";
import { ArrivedNotice } from "./arrived-notice";
import { type AskedOfGoal, goalHref, type GoalRowPlace, rowAnchor } from "./goal-address";
import { IndicatorRead, rowReadsBy } from "./indicator-read";
import { BeginFold, SettingsForm } from "./settings-form";
import type { RefusedForm } from "./two-way-form";
import { RestoreValue, ValuePanel } from "./value-panel";
import { tableReadsBy, ValuesTable, type ValuesTableProps } from "./values-table";

interface IndicatorCardProps {
  row: GoalRow;
  place: GoalRowPlace;
  /** Null with fewer than two values. */
  drawing: IndicatorDrawing | null;
  isWide: boolean;
  mayChange: boolean;
  people: People | null;
  /** What of this row the page was asked to show. */
  asked: AskedOfGoal;
  refused?: RefusedForm | undefined;
  /** What is likely entered next. */
  nextOn: string;
  /** For forms that a browser sends without a script. */
  formKey: string;
  print: Printer["printAsIs"];
  /** So many of the newest values stand in its table. */
  newest: number;
  /** Whether its form comes with the page, and not only once it is opened. */
  hasForm: boolean;
}

/** One row of a goal's table: what it asks, the newest value, the line, and its values. */
export function IndicatorCard(props: IndicatorCardProps) {
  const { row, drawing, isWide } = props;
  const { measured } = row;
  const name = nameRow(row);
  const titleId = `${rowAnchor(row.rowId)}-title`;
  return (
    <article id={rowAnchor(row.rowId)} tabIndex={-1} aria-labelledby={titleId} className={isWide ? "indicator indicator-wide" : "indicator"}>
      <PrintedRow print={props.print} row={row} name={name} titleId={titleId} drawing={drawing} isWide={isWide} />
      <div className="indicator-more">
        <RowNotice {...props} name={name} />
        {measured && measured.values.length > 0 ? (
          <details className="fold indicator-fold values-fold" open={props.asked.open === "values"}>
            <summary>
              Values as a table<span className="sr-only">: {name}</span>
            </summary>
            <PrintedValues
              print={props.print}
              table={{
                indicator: measured,
                name,
                people: props.people,
                newest: props.newest,
                place: props.mayChange ? props.place : null,
                allHref: props.asked.open === "values" ? null : goalHref(props.place, { row: row.rowId, open: "values" }),
              }}
            />
          </details>
        ) : null}
        {props.mayChange ? <RowForms {...props} name={name} /> : null}
      </div>
    </article>
  );
}

function PrintedRow({ print, ...read }: Pick<IndicatorCardProps, "print"> & ComponentProps<typeof IndicatorRead>) {
  return <Printed key={printedKey(rowReadsBy(read))} as="div" className="indicator-read" content={print(<IndicatorRead {...read} />)} />;
}

function PrintedValues({ print, table }: Pick<IndicatorCardProps, "print"> & { table: ValuesTableProps }) {
  return <Printed key={printedKey(tableReadsBy(table))} as="div" content={print(<ValuesTable {...table} />)} />;
}

function nameValue(on: IndicatorValue["on"], number: MeasuredNumber): string {
  return `${formatMeasuredOn(on)}, ${formatMeasured(number)}`;
}

/** What was just done here, with the way back. */
function RowNotice({ row: { measured }, place, asked, mayChange }: IndicatorCardProps & { name: string }) {
  if (asked.done === undefined) return null;
  const removed = measured?.removedValues.find(({ id }) => id === asked.value);
  if (asked.done === "removed" && removed && mayChange) {
    const name = nameValue(removed.on, removed);
    return (
      <div className="indicator-undo">
        <ArrivedNotice>Removed: {name}.</ArrivedNotice>
        <RestoreValue place={place} valueId={removed.id} name={name} />
      </div>
    );
  }
  return <ArrivedNotice>{asked.done === "restored" ? "The value is back." : "Saved."}</ArrivedNotice>;
}

function RowForms({ row, place, asked, refused, nextOn, formKey, hasForm, name }: IndicatorCardProps & { name: string }) {
  const { measured } = row;
  const foldOf = (open: "add" | "settings") => ({ isOpen: asked.open === open, isDrawn: hasForm, href: goalHref(place, { row: row.rowId, open }) });
  if (!measured) {
    const texts = { unit: "percent", unitWords: "", direction: "up", target: "", targetOn: "" };
    return <BeginFold fold={foldOf("settings")} place={place} texts={texts} row={name} isNew refused={refused} />;
  }
  const asText = { unit: measured.unit, unitWords: measured.unitWords, direction: measured.direction, target: measured.target ?? "", targetOn: measured.targetOn ?? "" };
  const chosen = [...measured.values, ...measured.removedValues].find(({ id }) => id === asked.open);
  return (
    <>
      {chosen ? <ChosenValue chosen={chosen} measured={measured} place={place} refused={refused} formKey={formKey} name={name} /> : null}
      <AddValueFold
        fold={foldOf("add")}
        place={place}
        settings={{ unit: measured.unit, unitWords: measured.unitWords }}
        on={nextOn}
        row={name}
        formKey={formKey}
        refused={asked.open === "add" ? refused : undefined}
      />
      {asked.open === "settings" ? (
        <section aria-label={`Unit, direction and target: ${name}`} className="indicator-change">
          <h4>Unit, direction and target</h4>
          <SettingsForm place={place} texts={asText} row={name} isNew={false} refused={refused} />
        </section>
      ) : (
        <a href={goalHref(place, { row: row.rowId, open: "settings" })} className="indicator-settings">
          Unit, direction and target<span className="sr-only">: {name}</span>
        </a>
      )}
      {measured.removedValues.length > 0 ? (
        <details className="fold indicator-fold">
          <summary>
            Removed values ({measured.removedValues.length})<span className="sr-only">: {name}</span>
          </summary>
          <ul className="indicator-removed">
            {measured.removedValues.map((value) => (
              <li key={value.id}>
                <span>{nameValue(value.on, value)}</span>
                <a href={goalHref(place, { row: row.rowId, open: value.id })}>
                  Bring back<span className="sr-only">: {nameValue(value.on, value)}, {name}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

interface ChosenValueProps extends Pick<IndicatorCardProps, "place" | "refused" | "formKey"> {
  chosen: IndicatorValue;
  measured: Indicator;
  name: string;
}

function ChosenValue({ chosen, measured, place, refused, formKey, name }: ChosenValueProps) {
  const called = nameValue(chosen.on, chosen);
  if (chosen.removed !== null) {
    return (
      <section aria-label={`Removed value: ${called}`} className="indicator-undo">
        <Alert>This value was removed: {called}.</Alert>
        <RestoreValue place={place} valueId={chosen.id} name={called} label="Bring it back" />
      </section>
    );
  }
  const texts = { on: formatMeasuredOn(chosen.on), value: chosen.value, of: chosen.of ?? "", source: chosen.source, note: chosen.note };
  return (
    <section aria-label={`Change ${called}`} className="indicator-change">
      <h4>Change {called}</h4>
      <ValuePanel
        place={place}
        valueId={chosen.id}
        settings={{ unit: measured.unit, unitWords: measured.unitWords }}
        texts={texts}
        name={called}
        row={name}
        formKey={formKey}
        refused={refused}
      />
    </section>
  );
}
