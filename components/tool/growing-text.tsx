"use client";

import { classNames } from "@/components/ui/class-names";
import { QuietStatus } from "@/components/ui/quiet-status";
import { ANSWER_MAX_LENGTH } from "@/lib/tools/limits";
import { useSharedText } from "./use-shared-text";

/** How near the limit, in characters, the count begins to show. */
const COUNT_FROM_LEFT = 2_000;

interface GrowingTextProps {
  /** From `textPlace`: the box and the text in the document share it. */
  id: string;
  value: string;
  isTall: boolean;
  onText: (text: string) => void;
}

/**
 * A text box as tall as its text. The copy of the text beside it gives the height where the browser can't,
 * and is what a printed page shows: a box would cut it off.
 */
export function GrowingText({ id, value, isTall, onText }: GrowingTextProps) {
  const box = useSharedText({ id, value, onText });
  const left = ANSWER_MAX_LENGTH - value.length;
  const isNearLimit = left <= COUNT_FROM_LEFT;
  const count = left === 0 ? "This answer is as long as it can be." : `${left.toLocaleString("en-US")} characters left`;
  return (
    <div className="grow-box">
      <textarea
        {...box}
        rows={isTall ? 3 : 1}
        maxLength={ANSWER_MAX_LENGTH}
        autoComplete="off"
        aria-describedby={isNearLimit ? `${id}-count` : undefined}
        className={classNames("control", isTall ? "grow-tall" : "grow-short")}
      />
      <div aria-hidden="true" className="control grow-copy">
        {value}{" "}
      </div>
      {isNearLimit ? (
        <p id={`${id}-count`} className="grow-count">
          <QuietStatus words={count} />
        </p>
      ) : null}
    </div>
  );
}
