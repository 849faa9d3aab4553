"use client";

import { type ComponentProps, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { TextInput } from "@/components/ui/text-input";

type PasswordInputProps = Omit<ComponentProps<typeof TextInput>, "type">;

/** A password that can be looked at while typing; pasting and password managers work. */
export function PasswordInput(props: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <TextInput {...props} type={isShown ? "text" : "password"} autoCapitalize="none" spellCheck={false} />
      <Checkbox label="Show password" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
    </div>
  );
}
