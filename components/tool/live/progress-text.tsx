"use client";

import { type ConditionalItems, useProgress } from "./use-response";

/** "12 of 44 answered" with a bar, kept up to date. */
export function LiveProgress({ itemIds, conditions }: { itemIds: readonly string[]; conditions: readonly ConditionalItems[] }) {
  return <ProgressBar {...useProgress(itemIds, conditions)} />;
}

/** "3 of 8", for one part of the tool. */
export function LiveCount({ itemIds }: { itemIds: readonly string[] }) {
  const { answered, total } = useProgress(itemIds);
  return (
    <>
      {answered} of {total}
      <span className="sr-only"> answered</span>
    </>
  );
}

/** The same where nothing changes. */
export function ProgressBar({ answered, total }: { answered: number; total: number }) {
  return (
    <p className="flex items-center gap-3">
      <progress value={answered} max={Math.max(total, 1)} aria-hidden="true" />
      <span>
        {answered} of {total} answered
      </span>
    </p>
  );
}
