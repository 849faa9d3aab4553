"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";

/** A link that is shown once, to be selected or copied and handed over. */
export function LinkToCopy({ label, link }: { label: string; link: string }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <TextInput label={label} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button
          variant="secondary"
          size="small"
          onClick={() => navigator.clipboard.writeText(link).then(() => setIsCopied(true), () => setIsCopied(false))}
        >
          Copy the link
        </Button>
        <span role="status">{isCopied ? "Copied" : ""}</span>
      </div>
    </>
  );
}
