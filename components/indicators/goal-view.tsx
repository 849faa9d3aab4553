import type { ReactNode } from "react";
import type { Printer } from "@/components/printed/create-printer";
import { LinkButton } from "@/components/ui/button";
import { nameRow, type GoalIndicators } from "@/lib/domain/indicators/goal-indicators";
import { hasSmallCounts } from "@/lib/domain/indicators/indicator";
import type { People } from "@/lib/domain/people/person";
import type { IndicatorDrawing } from "@/lib/indicators/indicator-chart";
import { type AskedOfGoal, goalHref, type GoalRowPlace } from "./goal-address";
import { IndicatorCard } from "./indicator-card";
import { LibraryList } from "./library-list";
import type { RefusedForm } from "./two-way-form";
import { newestOf, ValuesTable } from "./values-table";

export interface GoalViewProps {
  place: Omit<GoalRowPlace, "rowId">;
  /** The team's words; empty before anybody wrote them. */
  goal: string;
  /** Where the goal comes from. */
  from?: ReactNode;
  indicators: GoalIndicators;
  drawings: ReadonlyMap<string, IndicatorDrawing>;
  /** The sheet in its tool. */
  toolHref: string;
  toolLabel: string;
  mayChange: boolean;
  /** Why no row can be added now; null where it can. */
  closed: string | null;
  people: People | null;
  asked: AskedOfGoal;
  refused?: RefusedForm | undefined;
  /** By row: what is likely entered next. */
  nextOn: ReadonlyMap<string, string>;
  makeKey: () => string;
  /** Puts what is only read into the page once, where React would send it twice. */
  print: Printer["printAsIs"];
  libraryKeys: readonly string[];
}

/** So many rows come with their forms, which then work at once, also without a script; the others have them on asking. */
const FORMS_WITH_PAGE = 3;

/** A goal and what its rows measure. */
export function GoalView(props: GoalViewProps) {
  const { place, goal, from, indicators, toolHref, toolLabel, mayChange, people } = props;
  const newest = newestOf(indicators.rows.filter(({ measured }) => measured !== null).length);
  return (
    <>
      <section aria-labelledby="goal" className="goal-box">
        <h2 id="goal" className="indicator-quiet">
          Goal
        </h2>
        {goal ? (
          <p className="goal-words">{goal}</p>
        ) : (
          <p>
            No goal is written yet. <a href={toolHref}>Write it in {toolLabel}</a>
          </p>
        )}
        {from}
      </section>
      <section aria-labelledby="indicators" className="goal-indicators">
        <div>
          <h2 id="indicators">Indicators</h2>
          <p className="indicator-quiet">The rows of {toolLabel} and, beneath each, its values over time, which are ours.</p>
          {indicators.rows.some(({ measured }) => measured !== null && hasSmallCounts(measured)) ? (
            <p className="indicator-quiet">
              Some counts here are under 10. Counts that small may point to people when they are shared. Think of that before you pass them on.
            </p>
          ) : null}
        </div>
        {indicators.rows.length === 0 ? <p>This sheet has no indicators yet. Add one from the library, or write your own in {toolLabel}.</p> : null}
        {indicators.rows.map((row, index) => {
          const isAsked = props.asked.row === row.rowId;
          const drawing = props.drawings.get(row.rowId) ?? null;
          return (
            <IndicatorCard
              key={row.rowId}
              row={row}
              place={{ ...place, rowId: row.rowId }}
              drawing={drawing}
              isWide={index === 0 && drawing !== null}
              mayChange={mayChange}
              people={people}
              asked={isAsked ? props.asked : {}}
              refused={isAsked ? props.refused : undefined}
              nextOn={props.nextOn.get(row.rowId) ?? ""}
              formKey={props.makeKey()}
              print={props.print}
              newest={newest}
              hasForm={isAsked || index < FORMS_WITH_PAGE}
            />
          );
        })}
        {mayChange ? (
          <div className="goal-buttons no-print">
            <LinkButton href={goalHref(place, { library: "1" })} prefetch={false}>
              Add from the library
            </LinkButton>
            <LinkButton href={toolHref} variant="secondary" prefetch={false}>
              Write your own
            </LinkButton>
          </div>
        ) : null}
        {mayChange && props.asked.library ? <LibraryList place={place} rowIds={props.libraryKeys} closed={props.closed} refusal={props.refused?.message} /> : null}
      </section>
      {indicators.removedRows.length > 0 ? <RemovedRows {...props} /> : null}
    </>
  );
}

/** What was measured in rows that are not in the table any more. */
function RemovedRows({ indicators, toolLabel, people }: GoalViewProps) {
  return (
    <section aria-labelledby="removed-rows" className="goal-indicators">
      <div>
        <h2 id="removed-rows">Values of removed rows</h2>
        <p className="indicator-quiet">These rows were removed from the table of {toolLabel}. Their values are kept, and come back with the row.</p>
      </div>
      {indicators.removedRows.map((row) => (
        <details key={row.rowId} className="fold indicator-fold">
          <summary>{nameRow({ ...row, indicator: row.indicator || row.question || `Removed row ${row.number}` })}</summary>
          {row.measured ? <ValuesTable indicator={row.measured} name={nameRow(row)} people={people} place={null} allHref={null} newest={row.measured.values.length} /> : null}
        </details>
      ))}
    </section>
  );
}
