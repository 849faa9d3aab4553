import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldText } from "./field";

interface TextareaProps extends FieldText, Omit<ComponentProps<"textarea">, "id"> {
  id?: string;
}

/** Several lines of text with their label; grows as people type where the browser can. */
export function Textarea({ id, label, hint, error, optional, className, ...textarea }: TextareaProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => <textarea {...textarea} {...control} className={classNames("control", className)} />}
    </Field>
  );
}
