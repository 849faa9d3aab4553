"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import { DONT_KNOW_VALUES, type DontKnowValue, SCORE_LABELS, SCORE_VALUES, type ScoreValue } from "@/lib/domain/answer/answers";
import { OptionGroup } from "./option-group";

function drawTile(score: string, words: string) {
  return (
    <>
      {score}
      <span className="sr-only"> {words}</span>
    </>
  );
}

const DONT_KNOW = "Not sure, or does not apply";

const OPTIONS = [
  ...SCORE_VALUES.map((score) => ({
    value: String(score),
    content: drawTile(String(score), SCORE_LABELS[score]),
  })),
  { value: "dk", content: drawTile("D/K", DONT_KNOW) },
];

/** The three meanings the toolkit gives D/K, in the team's voice. */
const REASONS: Record<Exclude<DontKnowValue, "dk">, string> = {
  "dk-unclear": "We are not sure we understand this",
  "dk-unknown": "We do not know yet if we meet this",
  "dk-not-applicable": "This does not apply to us",
};

const REASON_VALUES = DONT_KNOW_VALUES.filter((value) => value !== "dk");

/** 1 to 5, or D/K and, when the team wants to say, what D/K means here. */
export function RatingControl({ id }: { id: string }) {
  const store = useResponseStore();
  const rating = useAnswer({ id, kind: "rating" });
  const isDontKnow = typeof rating === "string";

  return (
    <OptionGroup
      name={id}
      className="tiles tiles-rating"
      options={OPTIONS}
      value={rating === null ? null : isDontKnow ? "dk" : String(rating)}
      onChoose={(value) => store.setValue(id, value === "dk" ? "dk" : (Number(value) as ScoreValue))}
    >
      {/* The radio buttons say it to screen readers. */}
      <span aria-hidden="true" className="rating-word">
        {rating === null ? "" : isDontKnow ? DONT_KNOW : SCORE_LABELS[rating]}
      </span>
      {isDontKnow ? (
        <fieldset className="reasons">
          <legend>What does D/K mean here? (optional)</legend>
          {REASON_VALUES.map((value) => (
            <label key={value} className="radio-line">
              <input
                type="radio"
                name={`${id}-reason`}
                value={value}
                autoComplete="off"
                checked={rating === value}
                onChange={() => store.setValue(id, value)}
              />
              {REASONS[value]}
            </label>
          ))}
        </fieldset>
      ) : null}
    </OptionGroup>
  );
}
