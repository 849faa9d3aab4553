"use client";

import type { DocumentItem } from "@/lib/collab/document-item";
import type { Item } from "@/lib/tools/definition";
import { useProgress } from "./use-response";

/** What counting needs of an item. */
export type CountedItem = Pick<DocumentItem, "id" | "kind"> & Pick<Item, "extension">;

/** "12 of 44 answered" with a bar, kept up to date. */
export function LiveProgress({ items }: { items: readonly CountedItem[] }) {
  return <ProgressBar {...useProgress(items)} />;
}

/** "3 of 8", for one part of the tool. */
export function LiveCount({ items }: { items: readonly CountedItem[] }) {
  const { answered, total } = useProgress(items);
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
