"use client";

import { useState } from "react";
import { saveOwnSeatsAction } from "@/app/teams/[teamId]/people/actions";
import { SavedForm } from "@/components/forms/saved-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field";
import type { Seat, SeatId } from "@/lib/domain/toolkit/roster";

interface OwnSeatsFormProps {
  teamId: string;
  seats: readonly Pick<Seat, "id" | "own" | "hint">[];
  /** What the person says now. */
  said: readonly SeatId[];
}

/** How somebody takes part in the team, as far as they like to say. Nothing is the default, and is kept as nothing. */
export function OwnSeatsForm({ teamId, seats, said }: OwnSeatsFormProps) {
  const [chosen, setChosen] = useState<readonly SeatId[]>(said);
  /** Ticked for whoever says nothing; the same as none for the server. */
  const [isSilent, setSilent] = useState(said.length === 0);
  const choose = (id: SeatId, isChosen: boolean) => {
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
    if (isChosen) setSilent(false);
  };
  const sayNothing = (isNothing: boolean) => {
    setSilent(isNothing);
    if (isNothing) setChosen([]);
  };
  return (
    <SavedForm<Record<string, never>, unknown>
      send={() => saveOwnSeatsAction(teamId, { seats: [...chosen] })}
      submitLabel="Save how I take part"
      savedMessage="Saved. Only you can see what you chose."
    >
      {() => (
        <FieldGroup label="How I take part in this team" hint="Choose any, several or none.">
          <div className="grid grid-cols-1 gap-2.5">
            {seats.map(({ id, own, hint }) => (
              <Checkbox key={id} label={own} hint={hint} checked={chosen.includes(id)} onChange={(event) => choose(id, event.target.checked)} />
            ))}
            <Checkbox
              label="I’d rather not say"
              hint="Nothing is kept, and what you said before is deleted. This is how it is for everybody who has not chosen."
              checked={isSilent}
              onChange={(event) => sayNothing(event.target.checked)}
            />
          </div>
        </FieldGroup>
      )}
    </SavedForm>
  );
}
