"use client";

import type { ReactNode } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { ActionResult } from "@/lib/platform/entry/action-result";

/** What a form held that was refused, when it was sent without a script. */
export interface RefusedForm {
  readonly message: string;
  readonly problems: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

interface TwoWayFormProps<Values extends FieldValues, Data> {
  /** Where the form goes without a script, and what goes with it besides its fields. */
  address: string;
  hidden: Readonly<Record<string, string>>;
  send: (values: Values, key: string) => Promise<ActionResult<Data>>;
  onDone: (reset: () => void) => void;
  submitLabel: ReactNode;
  variant?: "primary" | "secondary" | "danger";
  refused?: RefusedForm | undefined;
  className?: string;
  children?: (field: (name: Path<Values>) => ReturnType<ReturnType<typeof useActionForm<Values, Data>>["field"]>) => ReactNode;
}

/**
 * A form that a script sends in place, and a browser without one (or before it has come) sends as any form: then the page
 * comes back with what was entered and what is wrong with it.
 */
export function TwoWayForm<Values extends FieldValues, Data>(props: TwoWayFormProps<Values, Data>) {
  const { address, hidden, send, onDone, submitLabel, variant = "primary", refused, className, children } = props;
  const action = useActionForm<Values, Data>({ send, onDone: () => onDone(() => action.reset()) });
  const field = (name: Path<Values>) => {
    const wired = action.field(name);
    return { ...wired, error: wired.error ?? refused?.problems[name] };
  };
  const given = Object.entries(refused?.problems ?? {}).map(([name, message]) => ({ fieldId: action.field(name as Path<Values>).id, message }));
  const hasGiven = action.problems.length === 0 && action.message === undefined;
  return (
    <form {...action.form} action={address} className={className}>
      <ErrorSummary
        problems={hasGiven ? given : action.problems}
        message={hasGiven && given.length === 0 ? refused?.message : action.message}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children?.(field)}
      <div className="form-send">
        <Button type="submit" variant={variant} size="small" aria-disabled={action.isSending}>
          {action.isSending ? "Saving" : submitLabel}
        </Button>
      </div>
    </form>
  );
}
