"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { OursTag } from "./ours-tag";

const Done = createContext<(said: string) => void>(() => undefined);

/** What was pressed is gone afterwards: focus goes to its block, which says what was done. */
export function useDone(): (said: string) => void {
  return useContext(Done);
}

interface DoneScopeProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/** A group of things to press: after each the page is read anew, and the group says what was done. */
export function DoneScope({ label, className, children }: DoneScopeProps) {
  const router = useRouter();
  const block = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const onDone = (words: string) => {
    setSaid(words);
    block.current?.focus();
    router.refresh();
  };
  return (
    <div ref={block} tabIndex={-1} role="group" aria-label={label} className={className}>
      <Done value={onDone}>{children}</Done>
      <p role="status" className={said ? "text-muted" : "sr-only"}>
        {said}
      </p>
    </div>
  );
}

/** What this workbook shows beside a tool's printed text: where something came from, and where it went. */
export function LinkBlock({ label, children }: Pick<DoneScopeProps, "label" | "children">) {
  return (
    <DoneScope label={label} className="link-block">
      <OursTag />
      {children}
    </DoneScope>
  );
}
