"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

interface SubmitButtonProps extends Omit<ComponentProps<typeof Button>, "variant"> {
  variant?: keyof typeof LOOKS_READY;
  isBusy: boolean;
  /** Shown while the form is on its way. */
  sendingLabel?: string | undefined;
  isSending?: boolean;
}

// While the script is on its way the button waits, but a flash of grey on every page would look broken.
const LOOKS_READY = {
  primary: { background: "var(--primary)", color: "var(--on-primary)", cursor: "default" },
  secondary: { background: "var(--surface)", borderColor: "var(--primary)", color: "var(--link)", cursor: "default" },
};

/**
 * Sends its form; waits for the script and for an answer, so that nothing is sent twice. While the form is on its way it is
 * not disabled, or it would lose the focus.
 */
export function SubmitButton({ variant = "primary", isBusy, isSending = false, sendingLabel, children, ...rest }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      variant={variant}
      disabled={isBusy && !isSending}
      aria-disabled={isSending}
      {...(isBusy && !isSending ? { style: LOOKS_READY[variant] } : {})}
      {...rest}
    >
      {isSending && sendingLabel ? sendingLabel : children}
    </Button>
  );
}
