"use client";

import { correctValueAction, removeValueAction, restoreValueAction } from "@/app/teams/[teamId]/goals/[sheet]/actions";
import { loadPage } from "@/components/forms/load-page";
import type { IndicatorSettings } from "@/lib/domain/indicators/indicator";
import { goalHref, type GoalRowPlace, indicatorFormsHref } from "./goal-address";
import { type RefusedForm, TwoWayForm } from "./two-way-form";
import { ValueFields, type ValueTexts } from "./value-fields";

interface ValuePanelProps {
  place: GoalRowPlace;
  valueId: string;
  settings: Pick<IndicatorSettings, "unit" | "unitWords">;
  /** As it stands. */
  texts: ValueTexts;
  /** "November 2026, 72%" */
  name: string;
  row: string;
  formKey: string;
  refused?: RefusedForm | undefined;
}

/** One value to put right or to take away. */
export function ValuePanel({ place, valueId, settings, texts, name, row, formKey, refused }: ValuePanelProps) {
  const { toolRef, itemId, rowId } = place;
  return (
    <div className="value-panel">
      <TwoWayForm<ValueTexts & Record<string, string>, null>
        address={indicatorFormsHref(place)}
        hidden={{ intent: "correct", itemId, rowId, valueId, key: formKey }}
        send={(values, key) => {
          const sent = { on: values.on, value: values.value, of: values.of ?? "", source: values.source, note: values.note };
          return correctValueAction(place.teamId, { toolRef, itemId, rowId, valueId, ...sent, key });
        }}
        onDone={() => loadPage(goalHref(place, { row: rowId, done: "saved" }))}
        submitLabel="Save the change"
        refused={refused}
      >
        {(field) => <ValueFields field={field as never} settings={settings} given={{ ...texts, ...refused?.values }} row={`${name}, ${row}`} />}
      </TwoWayForm>
      <TwoWayForm
        address={indicatorFormsHref(place)}
        hidden={{ intent: "remove", itemId, rowId, valueId }}
        send={() => removeValueAction(place.teamId, { toolRef, itemId, rowId, valueId })}
        onDone={() => loadPage(goalHref(place, { row: rowId, done: "removed", value: valueId }))}
        submitLabel={
          <>
            Remove this value<span className="sr-only">: {name}</span>
          </>
        }
        variant="secondary"
      />
      <a href={goalHref(place, { row: rowId })}>
        Leave it as it is<span className="sr-only">: {name}</span>
      </a>
    </div>
  );
}

/** Brings a removed value back. */
export function RestoreValue({ place, valueId, name, label = "Undo" }: Pick<ValuePanelProps, "place" | "valueId" | "name"> & { label?: string }) {
  const { toolRef, itemId, rowId } = place;
  return (
    <TwoWayForm
      address={indicatorFormsHref(place)}
      hidden={{ intent: "restore", itemId, rowId, valueId }}
      send={() => restoreValueAction(place.teamId, { toolRef, itemId, rowId, valueId })}
      onDone={() => loadPage(goalHref(place, { row: rowId, done: "restored", value: valueId }))}
      submitLabel={
        <>
          {label}
          <span className="sr-only">: {name}</span>
        </>
      }
      variant="secondary"
    />
  );
}
