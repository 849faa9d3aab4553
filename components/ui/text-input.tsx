import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { Field, type FieldText } from "./field";

interface TextInputProps extends FieldText, Omit<ComponentProps<"input">, "id" | "type"> {
  id?: string;
  type?: "text" | "email" | "password" | "search" | "date" | "time" | "url" | "number";
}

/** One line of text with its label. Takes what react-hook-form's `register` returns. */
export function TextInput({ id, label, hint, error, optional, className, type = "text", ...input }: TextInputProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => <input {...input} {...control} type={type} className={classNames("control", className)} />}
    </Field>
  );
}
