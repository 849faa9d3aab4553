"use client";

import { WHOLE_TOOL } from "@/lib/domain/tool/tool-steps";
import { useCurrentStep } from "./step-frames";

/** A step as links name it. */
export interface StepRef {
  readonly id: string;
  readonly title: string;
}

/** From one step to the next, at its end; nothing while the whole tool is shown. */
export function NextStepLink({ step }: { step: StepRef }) {
  if (useCurrentStep() === null) return null;
  return (
    <p className="next-step no-print">
      <a href={`?section=${step.id}`} className="button button-primary">
        Go to {step.title}
      </a>
    </p>
  );
}

/** To the whole tool on one page, and back to single sections. */
export function WholeToolLink({ steps, className }: { steps: readonly StepRef[]; className?: string }) {
  const current = useCurrentStep();
  const first = steps[0];
  if (!first) return null;
  return (
    <a href={`?section=${current === null ? first.id : WHOLE_TOOL}`} className={className} aria-keyshortcuts="Alt+W">
      {current === null ? "Show one section at a time" : "Show the whole tool"}
    </a>
  );
}
