"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

interface LinkToCopyProps {
  label: string;
  link: string;
  copyLabel?: string;
}

/** A link that is shown once, to be selected or copied and handed over. */
export function LinkToCopy({ label, link, copyLabel = "Copy the link" }: LinkToCopyProps) {
  const [said, setSaid] = useState("");
  const field = useRef<HTMLInputElement>(null);

  async function copy(): Promise<void> {
    try {
      // Missing where a page is served over plain HTTP, and refused by some browsers.
      await navigator.clipboard.writeText(link);
      setSaid("Copied");
    } catch {
      field.current?.focus();
      field.current?.select();
      setSaid("This browser does not let us copy it. It is selected: copy it with your keyboard or the menu.");
    }
  }

  return (
    <>
      <TextInput ref={field} label={label} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button variant="secondary" size="small" onClick={copy}>
          {copyLabel}
        </Button>
        <span role="status">{said}</span>
      </div>
    </>
  );
}
