"use client";

import { type ItemRange, useProgress } from "./use-response";

/** "12 of 44 answered" with a bar, kept up to date. */
export function LiveProgress() {
  return <ProgressBar {...useProgress()} />;
}

/** "3 of 8", for one part of the tool. */
export function LiveCount({ range }: { range: ItemRange }) {
  const { answered, total } = useProgress(range);
  return (
    <span className="count">
      {answered} of {total}
      <span className="sr-only"> answered</span>
    </span>
  );
}

/** The same where nothing changes. The bar is the lower edge of what it stands in. */
export function ProgressBar({ answered, total }: { answered: number; total: number }) {
  return (
    <p className="tool-count">
      <span>
        {answered} of {total} answered
      </span>
      <progress value={answered} max={Math.max(total, 1)} aria-hidden="true" />
    </p>
  );
}
