"use client";

import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { ANSWER_MAX_LENGTH } from "@/lib/tools/limits";

/** How near the limit, in characters, the count begins to show. */
const COUNT_FROM_LEFT = 2_000;

interface GrowingTextProps extends Omit<ComponentProps<"textarea">, "className" | "value" | "children"> {
  id: string;
  value: string;
  isTall: boolean;
}

/**
 * A text box as tall as its text. The copy of the text beside it gives the height where the browser can't,
 * and is what a printed page shows: a box would cut it off.
 */
export function GrowingText({ id, value, isTall, ...textarea }: GrowingTextProps) {
  const left = ANSWER_MAX_LENGTH - value.length;
  const isNearLimit = left <= COUNT_FROM_LEFT;
  return (
    <div className="grow-box">
      <textarea
        {...textarea}
        id={id}
        value={value}
        rows={isTall ? 3 : 1}
        maxLength={ANSWER_MAX_LENGTH}
        autoComplete="off"
        aria-describedby={isNearLimit ? `${id}-count` : textarea["aria-describedby"]}
        className={classNames("control", isTall ? "grow-tall" : "grow-short")}
      />
      <div aria-hidden="true" className="control grow-copy">
        {value}{" "}
      </div>
      {isNearLimit ? (
        <p id={`${id}-count`} aria-live="polite" className="grow-count">
          {left === 0 ? "This answer is as long as it can be." : `${left.toLocaleString("en-US")} characters left`}
        </p>
      ) : null}
    </div>
  );
}
