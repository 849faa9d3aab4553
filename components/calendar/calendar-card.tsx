"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { endCalendarFeedAction, makeCalendarFeedAction } from "@/app/(account)/account/actions";
import { ActButton } from "@/components/forms/act-button";
import { Alert } from "@/components/ui/alert";
import { DownloadLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { LinkToCopy } from "@/components/forms/link-to-copy";
import type { CalendarFeedView } from "@/lib/calendar/calendar-feed";

/** One's own due dates and meetings in one's own calendar: as a file, or by a private address that a calendar reads by itself. */
export function CalendarCard({ feed }: { feed: CalendarFeedView | null }) {
  const router = useRouter();
  const [address, setAddress] = useState<string>();
  const [isOff, setIsOff] = useState(false);
  const onMade = (made: { address: string }) => {
    setAddress(made.address);
    setIsOff(false);
    router.refresh();
  };
  return (
    <Card>
      <h2 id="calendar">Calendar</h2>
      <p className="mt-1 text-muted">The days by which something is yours to do, and your teams’ meetings. What was written there is not in the calendar.</p>
      <div className="mt-4">
        <DownloadLink href="/account/calendar.ics" download variant="secondary">
          Download as a calendar file
        </DownloadLink>
        <p className="mt-2 text-[0.9375rem] text-muted">The file holds the days as they are now.</p>
      </div>
      <section aria-labelledby="calendar-address" className="mt-6 border-t border-line pt-5">
        <h3 id="calendar-address">A private address</h3>
        <p className="mt-1 mb-4 text-[0.9375rem] text-muted">
          Your calendar reads it by itself, and follows when days move. Whoever has the address can read your due dates and when your teams meet, so keep it to yourself. It ends when you turn it off, and shows
          nothing of a team once you have left it.
        </p>
        {address ? (
          <Alert tone="warning" title="Copy this address now" live className="mb-4">
            <p className="mb-3">It is shown only this once. In your calendar program, choose to add a calendar from an address or URL, and paste it there.</p>
            <LinkToCopy label="Address of your calendar" link={address} copyLabel="Copy the address" />
          </Alert>
        ) : null}
        {feed ? (
          <>
            <p className="mb-4">
              Made <DateTime iso={feed.madeAt} />. {feed.readAt ? <>A calendar last asked there <DateTime iso={feed.readAt} />.</> : "No calendar has asked there yet."}
            </p>
            <div className="flex flex-wrap gap-3">
              <ActButton
                act={() => makeCalendarFeedAction({})}
                label="Replace the address"
                size="medium"
                confirm={{ title: "Replace the address?", text: <p>The address from before stops working. Calendars that use it need the new one.</p>, yes: "Replace it" }}
                onDone={onMade}
              />
              <ActButton
                act={() => endCalendarFeedAction({})}
                label="Turn it off"
                size="medium"
                confirm={{ title: "Turn the address off?", text: <p>Calendars that use it show nothing new. You can make another one later.</p>, yes: "Turn it off" }}
                onDone={() => {
                  setAddress(undefined);
                  setIsOff(true);
                  router.refresh();
                }}
              />
            </div>
          </>
        ) : (
          <>
            {isOff ? (
              <div className="mb-4">
                <Alert tone="success" live>
                  The address is turned off.
                </Alert>
              </div>
            ) : null}
            <ActButton act={() => makeCalendarFeedAction({})} label="Make an address" size="medium" onDone={onMade} />
          </>
        )}
      </section>
    </Card>
  );
}
