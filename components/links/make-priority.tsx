"use client";

import { useState } from "react";
import { makePrioritiesAction } from "@/app/teams/[teamId]/links/actions";
import { ActButton } from "@/components/forms/act-button";
import { Select } from "@/components/ui/select";
import type { PriorityChoice } from "@/lib/links/load-gap";
import { shorten } from "@/lib/domain/text/shorten";
import { useDone } from "./link-block";

interface MakePriorityProps {
  teamId: string;
  itemId: string;
  words: string;
  priorities: readonly PriorityChoice[];
}

/** One gap becomes a priority of its own, or joins one that is there. */
export function MakePriority({ teamId, itemId, words, priorities }: MakePriorityProps) {
  const onDone = useDone();
  const [rowId, setRowId] = useState("");
  return (
    <div className="link-acts items-end">
      {priorities.length > 0 ? <PrioritySelect label="As" priorities={priorities} value={rowId} onChange={setRowId} isMany={false} /> : null}
      <ActButton
        label="Make this a priority"
        describedFor={words}
        variant="primary"
        size="medium"
        once={(key) => makePrioritiesAction(teamId, { itemIds: [itemId], rowId: rowId || null, key })}
        onDone={() => onDone("This is a priority now. It stands in Tool 8.")}
      />
    </div>
  );
}

interface PrioritySelectProps {
  label: string;
  priorities: readonly PriorityChoice[];
  /** Empty for new ones. */
  value: string;
  onChange: (rowId: string) => void;
  isMany: boolean;
}

const SHOWN = 60;

export function PrioritySelect({ label, priorities, value, onChange, isMany }: PrioritySelectProps) {
  return (
    <Select label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{isMany ? "A new priority for each" : "A new priority"}</option>
      {priorities.map(({ rowId, what }) => (
        <option key={rowId} value={rowId}>
          Part of: {shorten(what, SHOWN) || "a priority without words"}
        </option>
      ))}
    </Select>
  );
}
