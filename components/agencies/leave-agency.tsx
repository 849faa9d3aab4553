"use client";

import { leaveAgencyAction } from "@/app/agencies/[agencyId]/actions";
import { ActButton } from "@/components/forms/act-button";
import { loadPage } from "@/components/forms/load-page";

export function LeaveAgency({ agencyId, agencyName }: { agencyId: string; agencyName: string }) {
  return (
    <ActButton
      act={() => leaveAgencyAction(agencyId, {})}
      label="Leave this agency"
      variant="danger"
      onDone={() => loadPage("/agencies")}
      confirm={{
        title: "Leave this agency?",
        text: <p className="break-words">You can’t open the teams of {agencyName} any more. What you wrote stays with them. To come back, you need a new invitation.</p>,
        yes: "Leave the agency",
      }}
    />
  );
}
