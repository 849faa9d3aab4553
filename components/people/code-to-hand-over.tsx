"use client";

import { Alert } from "@/components/ui/alert";
import { LinkToCopy } from "@/components/forms/link-to-copy";
import type { HandedCode } from "@/lib/people/join-codes";

interface CodeToHandOverProps {
  made: HandedCode;
  title: string;
  /** What to say to the person, and what the lead could do with it. */
  children: React.ReactNode;
}

/** A code as it is shown once, to whoever hands it over. */
export function CodeToHandOver({ made: { code, link }, title, children }: CodeToHandOverProps) {
  return (
    <Alert tone="warning" title={title} live>
      <div className="prose-block mb-3">{children}</div>
      <p className="font-mono text-[1.25rem] font-bold tracking-wide wrap-anywhere">{code}</p>
      <p className="mt-2">They type it at “I have a code” on the sign-in page, or open this link:</p>
      <LinkToCopy label="Link with the code" link={link} />
    </Alert>
  );
}
