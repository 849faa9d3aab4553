import { type ComponentProps, type ReactNode, useId } from "react";
import { describedBy, FieldError } from "./field";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
}

/** One box to tick, with its label beside it. */
export function Checkbox({ id: givenId, label, hint, error, ...input }: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div>
      <div className="flex gap-3">
        <input
          {...input}
          id={id}
          type="checkbox"
          aria-describedby={describedBy({ id, hint, error })}
          aria-invalid={error ? true : undefined}
          className="tick"
        />
        <div>
          <label htmlFor={id}>{label}</label>
          {hint ? (
            <p id={`${id}-hint`} className="text-[0.9375rem] text-muted">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}
