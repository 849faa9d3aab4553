import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldGroup, type FieldText } from "./field";

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioGroupProps extends FieldText, Omit<ComponentProps<"input">, "id" | "type" | "value" | "defaultValue"> {
  id?: string;
  name: string;
  options: readonly RadioOption[];
  /** For forms without script; with react-hook-form leave it out. */
  defaultValue?: string;
  /** Side by side where there is room, for few short options. */
  isRow?: boolean;
}

/** One choice out of a few, all of them in view. Takes what react-hook-form's `register` returns. */
export function RadioGroup({ id, label, hint, error, optional, options, defaultValue, isRow = false, ...input }: RadioGroupProps) {
  const groupId = useId();
  return (
    <FieldGroup id={id ?? groupId} label={label} hint={hint} error={error} optional={optional ?? false}>
      <div className={isRow ? "flex flex-wrap gap-x-6 gap-y-2.5" : "grid gap-2.5"}>
        {options.map((option) => {
          const optionId = `${groupId}-${option.value}`;
          return (
            <div key={option.value} className="flex gap-3">
              <input
                {...input}
                {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === option.value })}
                type="radio"
                id={optionId}
                value={option.value}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                className="tick"
              />
              <div>
                <label htmlFor={optionId}>{option.label}</label>
                {option.hint ? (
                  <p id={`${optionId}-hint`} className="text-[0.9375rem] text-muted">
                    {option.hint}
                  </p>
                ) : null}
              </div>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
