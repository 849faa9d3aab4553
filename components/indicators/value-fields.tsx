import { type FocusEvent, type ReactNode, useState } from "react";
import { TextInput } from "@/components/ui/text-input";
import type { IndicatorSettings } from "@/lib/domain/indicators/indicator";
import { numberLabels } from "@/lib/domain/indicators/read-number";
import type { TwoWayFormField } from "./form-types";

/** A value as a form holds it. */
export interface ValueTexts {
  readonly on: string;
  readonly value: string;
  readonly of: string;
  readonly source: string;
  readonly note: string;
}

interface ValueFieldsProps {
  field: TwoWayFormField<keyof ValueTexts>;
  settings: Pick<IndicatorSettings, "unit" | "unitWords">;
  given: ValueTexts;
  /** The row, for people who hear a field without it. */
  row: string;
}

/** The fields of one value, the same for a new one and one that is put right. */
export function ValueFields({ field, settings, given, row }: ValueFieldsProps) {
  const labels = numberLabels(settings.unit, settings.unitWords);
  const named = (label: string) => (
    <>
      {label}
      <span className="sr-only">: {row}</span>
    </>
  );
  return (
    <div className="value-fields">
      <MonthField field={field("on")} label={named("Month or day")} offered={given.on} />
      <TextInput {...field("value")} label={named(labels.value)} defaultValue={given.value} inputMode="decimal" autoComplete="off" />
      {labels.of ? <TextInput {...field("of")} label={named(labels.of)} defaultValue={given.of} inputMode="decimal" autoComplete="off" /> : null}
      <TextInput {...field("source")} label={named("Source")} optional defaultValue={given.source} autoComplete="off" />
      <div className="value-note">
        <TextInput {...field("note")} label={named("Note")} optional defaultValue={given.note} autoComplete="off" />
      </div>
    </div>
  );
}

interface MonthFieldProps {
  field: ReturnType<ValueFieldsProps["field"]>;
  label: ReactNode;
  /** What is likely next; another one when a value was saved. */
  offered: string;
}

/** What is offered stays as it is while somebody is in the field: another would come between what they chose there and what they type. */
function MonthField({ field, label, offered }: MonthFieldProps) {
  const [isIn, setIn] = useState(false);
  const [shown, setShown] = useState(offered);
  if (!isIn && shown !== offered) setShown(offered);
  const onBlur = (event: FocusEvent<HTMLInputElement>) => {
    setIn(false);
    field.onBlur?.(event);
  };
  return <TextInput {...field} label={label} defaultValue={shown} hint="Such as June 2026 or 6/15/2026" autoComplete="off" onFocus={() => setIn(true)} onBlur={onBlur} />;
}
