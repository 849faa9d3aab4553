"use client";

import { type ComponentProps, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";

interface PasswordInputProps extends Omit<ComponentProps<typeof TextInput>, "type"> {
  /** Says which, where a form has two. */
  showLabel?: string;
}

/** A password that can be looked at while typing; pasting and password managers work. */
export function PasswordInput({ showLabel = "Show password", ...props }: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <TextInput {...props} type={isShown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      <Checkbox label={showLabel} checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
    </div>
  );
}
