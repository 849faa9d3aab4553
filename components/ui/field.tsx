import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

/** What the shell hands to the control it labels. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

export interface FieldText {
  label: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and how to put it right; empty or undefined when nothing is. */
  error?: string | undefined;
  /** Adds "(optional)" to the label: fields are required unless they say so. */
  optional?: boolean;
}

interface FieldProps extends FieldText {
  id?: string | undefined;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

interface MessageProps {
  id: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** The ids of what says more about a control: its hint, and what is wrong with it. */
export function describedBy({ id, hint, error }: MessageProps): string | undefined {
  return classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined;
}

function FieldMessages({ id, hint, error }: MessageProps) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="mt-0.5 text-[0.9375rem] text-muted">
          {hint}
        </div>
      ) : null}
      <FieldError id={id} error={error} />
    </>
  );
}

/** What is wrong with a control; nothing when nothing is. */
export function FieldError({ id, error }: Pick<MessageProps, "id" | "error">) {
  return error ? (
    <p id={`${id}-error`} className="mt-1 font-semibold text-error">
      <span className="sr-only">Error: </span>
      {error}
    </p>
  ) : null;
}

function Optional({ shown }: { shown: boolean | undefined }) {
  return shown ? <span className="font-normal text-muted"> (optional)</span> : null;
}

/** Label, hint, error and their wiring for one control. */
export function Field({ id: givenId, label, hint, error, optional, className, children }: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className={classNames(error && "border-l-4 border-error-line pl-4", className)}>
      <label htmlFor={id} className="block">
        {label}
        <Optional shown={optional} />
      </label>
      <FieldMessages id={id} hint={hint} error={error} />
      <div className="mt-1.5">
        {children({ id, "aria-describedby": describedBy({ id, hint, error }), "aria-invalid": error ? true : undefined })}
      </div>
    </div>
  );
}

interface FieldGroupProps extends FieldText {
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** The same shell for a group of controls that answer one question together. */
export function FieldGroup({ id: givenId, label, hint, error, optional, className, children }: FieldGroupProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy({ id, hint, error })}
      className={classNames(error && "border-l-4 border-error-line pl-4", className)}
    >
      <legend>
        {label}
        <Optional shown={optional} />
      </legend>
      <FieldMessages id={id} hint={hint} error={error} />
      <div className="mt-2">{children}</div>
    </fieldset>
  );
}
