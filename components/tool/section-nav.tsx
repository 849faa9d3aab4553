"use client";

import { LiveCount } from "./live/progress-text";

/** A titled part of the tool, as its link shows it. */
export interface NavPart {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly isArea: boolean;
  /** How far it is filled in where nobody can change that; else it is counted along. Nothing for parts without items. */
  readonly count: string | null;
  readonly itemIds: readonly string[];
}

/** Links to the parts of the tool, each with how far it is filled in. */
export function SectionNav({ parts }: { parts: readonly NavPart[] }) {
  return (
    <nav aria-label="Parts of this tool">
      <ul className="grid gap-0.5 text-[0.9375rem]">
        {parts.map((part) => (
          <li key={part.id} className={part.isArea ? "pl-3" : undefined}>
            <a
              href={`#${part.id}`}
              className="flex items-baseline justify-between gap-3 rounded-control px-2 py-1.5 leading-snug no-underline hover:bg-primary-soft hover:underline"
            >
              <span>{part.title}</span>
              <span className="flex-none text-[0.8125rem] text-muted">
                {part.count ?? (part.itemIds.length > 0 ? <LiveCount itemIds={part.itemIds} /> : null)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
