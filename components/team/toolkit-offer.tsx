"use client";

import { addToolkitAction, putAwayToolkitAction } from "@/app/teams/[teamId]/toolkits/actions";
import { ActButton } from "@/components/forms/act-button";
import type { ToolkitOffer } from "@/lib/domain/toolkit/toolkit";

interface ToolkitOfferProps {
  teamId: string;
  toolkitId: string;
  offer: ToolkitOffer;
}

/** What a team may add beside the toolkit that everyone works with, in one line; opened: what it is, for whom, how long it takes. */
export function ToolkitOfferLine({ teamId, toolkitId, offer, guideHref }: ToolkitOfferProps & { guideHref: string }) {
  const titleId = `add-${toolkitId}`;
  return (
    <section aria-labelledby={titleId} className="toolkit-offer">
      <details className="fold">
        <summary>
          <h2 id={titleId}>Add {offer.name}</h2>
        </summary>
        <div className="grid gap-2">
          <p>{offer.what}</p>
          <p>{offer.forWhom}</p>
          <p>{offer.time}</p>
          <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-3">
            <ActButton once={(key) => addToolkitAction(teamId, { toolkitId, key })} label={`Add ${offer.name}`} size="medium" />
            <a href={guideHref}>Read its guide first</a>
          </div>
          <p className="mt-1 text-[0.9375rem] text-muted">You can put it away again at any time. What you answered is kept.</p>
        </div>
      </details>
    </section>
  );
}

/** For a lead, below the worksheets. */
export function PutAwayButton({ teamId, toolkitId, offer }: ToolkitOfferProps) {
  return (
    <ActButton
      once={(key) => putAwayToolkitAction(teamId, { toolkitId, key })}
      label={`Put ${offer.name} away`}
      variant="quiet"
      confirm={{
        title: `Put ${offer.name} away?`,
        text: <p>
            Nobody on this team will see its worksheets until a lead adds it again. All answers are kept. What people filled in
            for themselves alone stays theirs: each finds it on the page of your agency.
          </p>,
        yes: "Put it away",
      }}
    />
  );
}
