import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldText } from "./field";

interface SelectProps extends FieldText, Omit<ComponentProps<"select">, "id"> {
  id?: string;
}

/** One choice out of many; give the options as children. */
export function Select({ id, label, hint, error, optional, className, children, ...select }: SelectProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => (
        <select {...select} {...control} className={classNames("control", className)}>
          {children}
        </select>
      )}
    </Field>
  );
}
