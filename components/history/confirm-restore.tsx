"use client";

import { useEffect, useId, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Restore } from "./use-restore";

interface ConfirmRestoreProps {
  readonly title: string;
  readonly comesBack: string;
  /** What is there now and makes room; empty when nothing is. */
  readonly replaces: string;
  readonly restore: Restore;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks before an answer is replaced. In its place in the list, since the panel around it is a dialog already. */
export function ConfirmRestore({ title, comesBack, replaces, restore, onConfirm, onCancel }: ConfirmRestoreProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  return (
    <div role="group" aria-labelledby={id} className="grid gap-3 rounded-control border border-line-strong bg-sunken p-4">
      <h4 ref={heading} id={id} tabIndex={-1}>
        {title}
      </h4>
      <Quote label="This comes back" text={comesBack} />
      {replaces === "" ? (
        <p>There is no answer now.</p>
      ) : (
        <>
          <Quote label="It takes the place of this" text={replaces} />
          <p>The answer of now stays in the history.</p>
        </>
      )}
      {restore.problem ? (
        <Alert tone="error" live>
          {restore.problem}
        </Alert>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button size="small" aria-disabled={restore.isBusy} onClick={onConfirm}>
          {restore.isBusy ? "Bringing it back" : "Bring it back"}
        </Button>
        <Button variant="secondary" size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Quote({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <p className="text-[0.9375rem]">{label}</p>
      <p className="answer-text mt-1 max-h-60 overflow-y-auto border-l-[3px] border-line-strong pl-3" tabIndex={0}>
        {text}
      </p>
    </div>
  );
}
