"use client";

import { addToolkitAction, putAwayToolkitAction } from "@/app/teams/[teamId]/toolkits/actions";
import { ActButton } from "@/components/forms/act-button";
import type { ToolkitOffer } from "@/lib/domain/toolkit/toolkit";

interface ToolkitOfferProps {
  teamId: string;
  toolkitId: string;
  offer: ToolkitOffer;
}

/** What a team may add beside the toolkit that everyone works with: what it is, for whom, how long it takes. */
export function ToolkitOfferCard({ teamId, toolkitId, offer, guideHref }: ToolkitOfferProps & { guideHref: string }) {
  const titleId = `add-${toolkitId}`;
  return (
    <section aria-labelledby={titleId} className="rounded-card border border-line bg-surface p-5 sm:p-6">
      <h2 id={titleId}>Add {offer.name}</h2>
      <p className="measure mt-2">{offer.what}</p>
      <p className="measure mt-2">{offer.forWhom}</p>
      <p className="measure mt-2">{offer.time}</p>
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ActButton once={(key) => addToolkitAction(teamId, { toolkitId, key })} label={`Add ${offer.name}`} size="medium" />
        <a href={guideHref}>Read its guide first</a>
      </div>
      <p className="mt-3 text-[0.9375rem] text-muted">You can put it away again at any time. What you answered is kept.</p>
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
