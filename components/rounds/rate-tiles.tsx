"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { DONT_KNOW_CHOICES, isDontKnow, RATING_SCALE, type RoundScale, STATUS_SCALE } from "@/lib/domain/rounds/round-values";

export function scaleFor(kind: "rating" | "status"): RoundScale {
  return kind === "rating" ? RATING_SCALE : STATUS_SCALE;
}

interface RateTilesProps {
  /** Makes the ids of the radios unique. */
  id: string;
  kind: "rating" | "status";
  /** What is chosen; null for nothing. Nothing is ever chosen for anybody. */
  value: string | null;
  onChoose?: ((value: string) => void) | undefined;
  /** What D/K says: a rater speaks for themselves, a team for itself. */
  dontKnow: string;
  /** The question, as its legend. */
  legend: ReactNode;
  legendClass?: string;
  /** Said with the group: what is wrong. */
  describedBy?: string | undefined;
  /** Between the question and the answers. */
  children?: ReactNode;
}

/** The answers of an item as radio buttons the whole width of a phone; D/K with its three meanings. Works without script. */
export function RateTiles({ id, kind, value, onChoose, dontKnow, legend, legendClass, describedBy, children }: RateTilesProps) {
  const scale = scaleFor(kind);
  const steps = kind === "status" ? scale.steps.toReversed() : scale.steps;
  const radio = (choice: string, extra = "") => ({
    type: "radio" as const,
    name: "value",
    value: choice,
    autoComplete: "off",
    className: classNames("rate-radio", extra),
    // Without a handler the browser keeps what is chosen, as in any form.
    ...(onChoose ? { checked: value === choice, onChange: () => onChoose(choice) } : { defaultChecked: value === choice }),
  });
  return (
    <fieldset className="rate-tiles" aria-describedby={describedBy}>
      <legend className={legendClass}>{legend}</legend>
      {children}
      {steps.map(({ value: step, score, label }) => (
        <label key={step} className="rate-tile">
          <input {...radio(step)} />
          {kind === "rating" ? <span className="rate-number">{score}</span> : null}
          <span>{label}</span>
        </label>
      ))}
      {scale.hasDontKnow ? (
        <div className={classNames("rate-dont-know", value !== null && isDontKnow(value) && "is-chosen")}>
          <label className="rate-tile">
            <input {...radio("dk")} />
            <span className="rate-number">D/K</span>
            <span>{dontKnow}</span>
          </label>
          <fieldset className="rate-reasons">
            <legend className="sr-only">What does D/K mean here? (optional)</legend>
            {DONT_KNOW_CHOICES.map((choice) => (
              <label key={choice.value} className="rate-tile" htmlFor={`${id}-${choice.value}`}>
                <input {...radio(choice.value)} id={`${id}-${choice.value}`} />
                <span>{choice.label}</span>
              </label>
            ))}
          </fieldset>
        </div>
      ) : null}
    </fieldset>
  );
}
