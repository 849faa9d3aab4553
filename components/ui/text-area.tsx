import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldText } from "./field";

interface TextAreaProps extends FieldText, Omit<ComponentProps<"textarea">, "id"> {
  id?: string;
}

/** Several lines of text with their label. Takes what react-hook-form's `register` returns. */
export function TextArea({ id, label, hint, error, optional, className, ...area }: TextAreaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => <textarea {...area} {...control} className={classNames("control", className)} />}
    </Field>
  );
}
