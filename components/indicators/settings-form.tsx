"use client";

import { setIndicatorAction } from "@/app/teams/[teamId]/goals/[sheet]/actions";
import { loadPage } from "@/components/forms/load-page";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import {
  INDICATOR_DIRECTION_LABELS,
  INDICATOR_DIRECTIONS,
  INDICATOR_UNIT_LABELS,
  INDICATOR_UNITS,
  type IndicatorDirection,
  type IndicatorUnit,
} from "@/lib/domain/indicators/indicator";
import { goalHref, type GoalRowPlace, indicatorFormsHref } from "./goal-address";
import { FormFold, type FormFoldProps } from "./form-fold";
import { type RefusedForm, TwoWayForm } from "./two-way-form";

/** How a row is measured, as a form holds it. */
export interface SettingsTexts {
  readonly unit: string;
  readonly unitWords: string;
  readonly direction: string;
  readonly target: string;
  readonly targetOn: string;
}

interface SettingsFormProps {
  place: GoalRowPlace;
  texts: SettingsTexts;
  row: string;
  isNew: boolean;
  refused?: RefusedForm | undefined;
}

/** The same for a row that nobody measures yet, in a fold. */
export function BeginFold({ fold, ...form }: SettingsFormProps & { fold: Omit<FormFoldProps, "title" | "name"> }) {
  return (
    <FormFold {...fold} title="Begin to measure" name={form.row}>
      {() => <SettingsForm {...form} />}
    </FormFold>
  );
}

/** How a row is measured, which way is better, and what the team aims for. */
export function SettingsForm({ place, texts, row, isNew, refused }: SettingsFormProps) {
  const { toolRef, itemId, rowId } = place;
  const given = { ...texts, ...refused?.values };
  const named = (label: string) => (
    <>
      {label}
      <span className="sr-only">: {row}</span>
    </>
  );
  return (
    <TwoWayForm<SettingsTexts & Record<string, string>, null>
      address={indicatorFormsHref(place)}
      hidden={{ intent: "settings", itemId, rowId }}
      send={({ unit, unitWords, direction, target, targetOn }) =>
        setIndicatorAction(place.teamId, {
          toolRef,
          itemId,
          rowId,
          unit: unit as IndicatorUnit,
          unitWords,
          direction: direction as IndicatorDirection,
          target,
          targetOn,
        })
      }
      onDone={() => loadPage(goalHref(place, { row: rowId, done: "saved", ...(isNew ? { open: "add" } : {}) }))}
      submitLabel={isNew ? "Go on to the first value" : "Save"}
      refused={refused}
    >
      {(field) => (
        <div className="settings-fields">
          <RadioGroup
            {...(field("unit") as object)}
            name="unit"
            label={named("What is measured")}
            error={field("unit").error}
            options={INDICATOR_UNITS.map((unit) => ({ value: unit, label: INDICATOR_UNIT_LABELS[unit] }))}
            defaultValue={given.unit}
          />
          <div className="value-fields">
            <TextInput
              {...field("unitWords")}
              label={named("Its unit")}
              optional
              hint="What is counted: calls, people, days, of 5"
              defaultValue={given.unitWords}
              autoComplete="off"
            />
            <Select {...field("direction")} label={named("Which way is better")} defaultValue={given.direction}>
              {INDICATOR_DIRECTIONS.map((direction) => (
                <option key={direction} value={direction}>
                  {INDICATOR_DIRECTION_LABELS[direction]}
                </option>
              ))}
            </Select>
            <TextInput {...field("target")} label={named("Target")} optional hint="A number; of a part of a whole in percent" defaultValue={given.target} inputMode="decimal" autoComplete="off" />
            <TextInput {...field("targetOn")} label={named("Reached by")} optional hint="Such as 12/31/2026" defaultValue={given.targetOn} autoComplete="off" />
          </div>
        </div>
      )}
    </TwoWayForm>
  );
}
