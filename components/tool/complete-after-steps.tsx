"use client";

import { CompleteLink } from "./live/complete-link";
import { useCurrentStep } from "./sections/step-frames";

interface CompleteAfterStepsProps {
  href: string;
  /** Of a long tool. */
  lastStep: string | null;
}

/** The way to mark a tool complete. Before the last step of a long one the way to the next step is what stands out. */
export function CompleteAfterSteps({ href, lastStep }: CompleteAfterStepsProps) {
  const step = useCurrentStep();
  return <CompleteLink href={href} isMain={step === null || step === lastStep} />;
}
