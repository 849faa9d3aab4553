"use client";

import { useAnswer, useResponseStore } from "@/components/tool/live/use-response";
import type { ChoiceOption } from "@/lib/domain/tool/definition";
import { textPlace } from "@/lib/sync/editing/text-place";
import { GrowingText } from "./growing-text";
import { OptionGroup } from "./option-group";

interface ChoiceControlProps {
  id: string;
  options: readonly ChoiceOption[];
  otherOptionId: string | undefined;
}

/** One of the printed options; "Other" asks for the team's own words. */
export function ChoiceControl({ id, options, otherOptionId }: ChoiceControlProps) {
  const store = useResponseStore();
  const choice = useAnswer({ id, kind: "choice" });
  const otherLabel = options.find((option) => option.id === otherOptionId)?.label ?? "Other";

  return (
    <OptionGroup
      name={id}
      className="tiles tiles-choice"
      options={options.map((option) => ({ value: option.id, content: <span>{option.label}</span> }))}
      value={choice?.option ?? null}
      onChoose={(option) => store.setValue(id, { option })}
    >
      {otherOptionId !== undefined && choice?.option === otherOptionId ? (
        <div className="mt-3 max-w-[28rem]">
          <label htmlFor={textPlace(id, "other")}>
            {otherLabel}: please describe
          </label>
          <GrowingText
            id={textPlace(id, "other")}
            value={choice.other ?? ""}
            isTall={false}
            onText={(other) => store.setValue(id, { option: otherOptionId, other })}
          />
        </div>
      ) : null}
    </OptionGroup>
  );
}
