"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

interface SubmitButtonProps extends ComponentProps<typeof Button> {
  isBusy: boolean;
  /** Shown while the form is on its way. */
  sendingLabel?: string | undefined;
  isSending?: boolean;
}

// While the script is on its way the button waits, but a flash of grey on every page would look broken.
const LOOKS_READY = { background: "var(--primary)", color: "var(--on-primary)", cursor: "default" };
const SECONDARY_LOOKS_READY = { background: "var(--surface)", color: "var(--link)", cursor: "default" };

/** Sends its form; waits for the script and for an answer, so that nothing is sent twice. */
export function SubmitButton({ isBusy, isSending = false, sendingLabel, variant = "primary", children, ...rest }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      variant={variant}
      disabled={isBusy}
      {...(isBusy && !isSending ? { style: variant === "secondary" ? SECONDARY_LOOKS_READY : LOOKS_READY } : {})}
      {...rest}
    >
      {isSending && sendingLabel ? sendingLabel : children}
    </Button>
  );
}
