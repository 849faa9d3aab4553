"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

interface SubmitButtonProps extends ComponentProps<typeof Button> {
  isBusy: boolean;
  /** Shown while the form is on its way. */
  sendingLabel?: string | undefined;
  isSending?: boolean;
}

/** Sends its form; waits for the script and for an answer, so that nothing is sent twice. */
export function SubmitButton({ isBusy, isSending = false, sendingLabel, children, ...rest }: SubmitButtonProps) {
  return (
    <Button type="submit" disabled={isBusy} {...rest}>
      {isSending && sendingLabel ? sendingLabel : children}
    </Button>
  );
}
