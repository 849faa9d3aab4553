"use client";

import { removeAgencyMemberAction, updateAgencyMemberAction } from "@/app/agencies/[agencyId]/actions";
import { ActButton } from "@/components/forms/act-button";

interface MemberButtonsProps {
  agencyId: string;
  userId: string;
  name: string;
  isAdmin: boolean;
  isYou: boolean;
}

export function MemberButtons({ agencyId, userId, name, isAdmin, isYou }: MemberButtonsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <ActButton
        act={() => updateAgencyMemberAction(agencyId, { userId, isAdmin: !isAdmin })}
        label={isAdmin ? "Stop being admin" : "Make admin"}
        describedFor={name}
        {...(isAdmin && isYou
          ? {
              confirm: {
                title: "Stop being an admin?",
                text: <p>You can’t manage this agency any more. Another admin can make you one again.</p>,
                yes: "Stop being admin",
              },
            }
          : {})}
      />
      {isYou ? null : (
        <ActButton
          act={() => removeAgencyMemberAction(agencyId, { userId })}
          label="Remove"
          describedFor={name}
          variant="quiet"
          confirm={{
            title: `Remove ${name}?`,
            text: <p>They can’t open any team of this agency from now on. What they wrote stays.</p>,
            yes: "Remove from the agency",
          }}
        />
      )}
    </div>
  );
}
