"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { addValueAction } from "@/app/teams/[teamId]/goals/[sheet]/actions";
import { Alert } from "@/components/ui/alert";
import type { IndicatorSettings } from "@/lib/domain/indicators/indicator";
import { type GoalRowPlace, indicatorFormsHref } from "./goal-address";
import { FormFold, type FormFoldProps } from "./form-fold";
import { type RefusedForm, TwoWayForm } from "./two-way-form";
import { ValueFields, type ValueTexts } from "./value-fields";

interface AddValueFormProps {
  place: GoalRowPlace;
  settings: Pick<IndicatorSettings, "unit" | "unitWords">;
  /** What is likely next: the month after the newest value's. */
  on: string;
  row: string;
  /** Names this filling of the form where no script does. */
  formKey: string;
  refused?: RefusedForm | undefined;
}

/** The same in a fold. */
export function AddValueFold({ fold, ...form }: AddValueFormProps & { fold: Omit<FormFoldProps, "title" | "name"> }) {
  return (
    <FormFold {...fold} title="Add a value" name={form.row}>
      {() => <AddValueForm {...form} />}
    </FormFold>
  );
}

function AddValueForm({ place, settings, on, row, formKey, refused }: AddValueFormProps) {
  const router = useRouter();
  const [saved, setSaved] = useState<string>();
  const { toolRef, itemId, rowId } = place;
  const given: ValueTexts = { on, value: "", of: "", source: "", note: "", ...refused?.values };
  return (
    <TwoWayForm<ValueTexts & Record<string, string>, null>
      address={indicatorFormsHref(place)}
      hidden={{ intent: "add", itemId, rowId, key: formKey }}
      send={async (values, key) => {
        setSaved(undefined);
        const texts = { on: values.on, value: values.value, of: values.of ?? "", source: values.source, note: values.note };
        const result = await addValueAction(place.teamId, { toolRef, itemId, rowId, ...texts, key });
        if (result.ok) setSaved(texts.on);
        return result;
      }}
      onDone={(reset) => {
        reset();
        router.refresh();
      }}
      submitLabel="Save the value"
      refused={refused}
    >
      {(field) => (
        <>
          <ValueFields field={field as never} settings={settings} given={given} row={row} />
          {saved === undefined ? null : (
            <Alert tone="success" live>
              Saved: {saved}.
            </Alert>
          )}
        </>
      )}
    </TwoWayForm>
  );
}
