import type { ReactNode } from "react";

/** What is assigned or was handed back, as one card of rows. */
export function WorkRows({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">{children}</ul>;
}

/** What it is, and beside it (below, on a phone) what to do about it. */
export function WorkRow({ children }: { children: ReactNode }) {
  return (
    <li className="flex flex-col gap-x-6 gap-y-3 px-4 py-4 sm:flex-row sm:items-center sm:justify-between sm:px-5">
      {children}
    </li>
  );
}
