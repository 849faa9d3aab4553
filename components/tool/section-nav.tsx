"use client";

import { useIsShown } from "./fields/on-demand";
import { LiveCount } from "./live/progress-text";
import type { ItemRange } from "./live/use-response";
import { useCurrentStep } from "./sections/step-frames";

/** A titled part of the tool, as its link shows it. */
export interface NavPart {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  readonly isArea: boolean;
  /** There once somebody has added it. */
  readonly isOnDemand?: true;
  /** The step of a long tool that it is in. */
  readonly step: string | null;
  /** How far it is filled in where nobody can change that; else it is counted along. Nothing for parts without items. */
  readonly count: string | null;
  /** Where its items are among those that count. */
  readonly range?: ItemRange;
}

/** Links to the parts of the tool, each with how far it is filled in. */
export function SectionNav({ parts, label }: { parts: readonly NavPart[]; label: string }) {
  const current = useCurrentStep();
  const isShown = useIsShown();
  const shown = parts.filter(({ id, isOnDemand = false }) => isShown(id, isOnDemand));
  if (shown.length === 0) return null;
  return (
    <nav aria-label={label} className="section-nav">
      <ul>
        {shown.map((part) => (
          <li key={part.id} className={part.isArea ? "section-nav-area" : undefined}>
            <a
              href={part.step === null ? `#${part.id}` : `?section=${part.step}#${part.id}`}
              aria-current={current !== null && part.step === current && !part.isArea ? "true" : undefined}
            >
              <span>{part.title}</span>
              {part.count === null ? part.range ? <LiveCount range={part.range} /> : null : <span className="count">{part.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
