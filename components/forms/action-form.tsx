"use client";

import type { ComponentProps, ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "./submit-button";
import type { useActionForm } from "./use-action-form";

interface ActionFormProps {
  /** From `useActionForm`. */
  action: Pick<ReturnType<typeof useActionForm>, "problems" | "message" | "isBusy" | "isSending"> & { readonly form: ComponentProps<"form"> };
  submitLabel: string;
  /** Shown while the form is on its way. */
  sendingLabel: string;
  /** "secondary" where the form is not what its page is for. */
  variant?: "primary" | "secondary";
  /** The fields, and what is said below them. */
  children?: ReactNode;
}

/** What every form has around its fields: what is wrong with it above, the button that sends it below. */
export function ActionForm({ action, submitLabel, sendingLabel, variant = "primary", children }: ActionFormProps) {
  const { form, problems, message, isBusy, isSending } = action;
  return (
    <form {...form}>
      <ErrorSummary problems={problems} message={message} />
      <div className="grid grid-cols-1 gap-5">
        {children}
        <div>
          <SubmitButton variant={variant} isBusy={isBusy} isSending={isSending} sendingLabel={sendingLabel}>
            {submitLabel}
          </SubmitButton>
        </div>
      </div>
    </form>
  );
}
