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
      <TextInput {...field("on")} label={named("Month or day")} defaultValue={given.on} hint="Such as June 2026 or 6/15/2026" autoComplete="off" />
      <TextInput {...field("value")} label={named(labels.value)} defaultValue={given.value} inputMode="decimal" autoComplete="off" />
      {labels.of ? <TextInput {...field("of")} label={named(labels.of)} defaultValue={given.of} inputMode="decimal" autoComplete="off" /> : null}
      <TextInput {...field("source")} label={named("Source")} optional defaultValue={given.source} autoComplete="off" />
      <div className="value-note">
        <TextInput {...field("note")} label={named("Note")} optional defaultValue={given.note} autoComplete="off" />
      </div>
    </div>
  );
}
