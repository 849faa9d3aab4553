"use client";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { QuietStatus } from "@/components/ui/quiet-status";
import { ANSWER_MAX_LENGTH } from "@/lib/domain/limits";
import { idList } from "./id-list";
import { useSharedText } from "./use-shared-text";

function countText(left: number): string {
  if (left > 0) return `${left.toLocaleString("en-US")} characters left`;
  return left === 0 ? "This answer is as long as it can be." : `This answer is ${(-left).toLocaleString("en-US")} characters too long.`;
}

/** Said at the box when something typed or pasted was too long. */
function cutText(letters: number): string {
  const count = letters === 1 ? "1 character was" : `The last ${letters.toLocaleString("en-US")} characters were`;
  return `${count} left out: there is room for ${ANSWER_MAX_LENGTH.toLocaleString("en-US")}.`;
}

/** How near the limit, in characters, the count begins to show. */
const COUNT_FROM_LEFT = 2_000;

interface GrowingTextProps {
  /** From `textPlace`: the box and the text in the document share it. */
  id: string;
  value: string;
  isTall: boolean;
  describedBy?: string | undefined;
  onText: (text: string) => void;
}

/**
 * A text box as tall as its text. The copy of the text beside it gives the height where the browser can't,
 * and is what a printed page shows: a box would cut it off.
 */
export function GrowingText({ id, value, isTall, describedBy, onText }: GrowingTextProps) {
  const { box, cut, undoCut } = useSharedText({ id, value, onText });
  const left = ANSWER_MAX_LENGTH - value.length;
  const isNearLimit = left <= COUNT_FROM_LEFT;
  return (
    <div className="grow-box">
      <textarea
        {...box}
        rows={isTall ? 3 : 1}
        autoComplete="off"
        aria-describedby={idList(describedBy, cut > 0 ? `${id}-cut` : isNearLimit && `${id}-count`)}
        className={classNames("control", isTall ? "grow-tall" : "grow-short")}
      />
      <div aria-hidden="true" className="control grow-copy">
        {value}{" "}
      </div>
      {isNearLimit && cut === 0 ? (
        <p id={`${id}-count`} className="grow-count">
          <QuietStatus words={countText(left)} />
        </p>
      ) : null}
      {cut > 0 ? (
        <div className="grow-cut no-print">
          <p id={`${id}-cut`} role="alert">
            {cutText(cut)}
          </p>
          <Button variant="secondary" size="small" onClick={undoCut}>
            Undo<span className="sr-only"> what was entered last</span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}
