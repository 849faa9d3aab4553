"use client";

import type { ComponentProps } from "react";
import { PasswordInput } from "./password-input";

/** The rule, told before anyone runs into it. */
const HINT =
  "At least 15 characters. Four or five words that don’t belong together are easy to remember and hard to guess. Spaces are fine.";

/** A password that is chosen, not known yet: with the rule beside it, and offered to be made and kept by a password manager. */
export function NewPasswordInput(props: Omit<ComponentProps<typeof PasswordInput>, "hint" | "autoComplete">) {
  return <PasswordInput {...props} hint={HINT} autoComplete="new-password" />;
}
