"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import type { HandedCode } from "@/lib/people/join-codes";

interface CodeToHandOverProps {
  made: HandedCode;
  title: string;
  /** What to say to the person, and what the lead could do with it. */
  children: React.ReactNode;
}

/** A code as it is shown once, to whoever hands it over. */
export function CodeToHandOver({ made: { code, link }, title, children }: CodeToHandOverProps) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Alert tone="warning" title={title} live>
      <div className="prose-block mb-3">{children}</div>
      <p className="font-mono text-[1.25rem] font-bold tracking-wide wrap-anywhere">{code}</p>
      <p className="mt-2">They type it at “I have a code” on the sign-in page, or open this link:</p>
      <TextInput label="Link with the code" value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
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
    </Alert>
  );
}
