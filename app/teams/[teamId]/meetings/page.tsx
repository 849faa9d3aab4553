import type { Metadata } from "next";
import { NeedsScript } from "@/components/forms/form-page";
import { PlanMeetingForm } from "@/components/meetings/meeting-form";
import { MeetingList } from "@/components/meetings/meeting-list";
import { StartForm } from "@/components/sittings/arrange";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { suggestMeeting } from "@/lib/meetings/load-agenda";
import { listMeetings } from "@/lib/meetings/meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";

export const metadata: Metadata = { title: "Meetings" };

export default async function MeetingsPage({ params }: { params: Promise<{ teamId: string }> }) {
  const { teamId } = await params;
  const context = await requireTeam(teamId, "meeting:view");
  const today = await findTeamDay(context, new Date());
  const mayEdit = isAllowedInTeam(context.role, "meeting:edit");
  const [meetings, suggestion] = await Promise.all([listMeetings(context), mayEdit ? suggestMeeting(context, today) : null]);
  const coming = meetings.filter(({ heldOn, isClosed }) => !isClosed && heldOn >= today).toReversed();
  const earlier = meetings.filter((meeting) => !coming.includes(meeting));
  // A date that is planned already needs no suggestion.
  const offered = suggestion && meetings.some(({ heldOn }) => heldOn === suggestion.day) ? null : suggestion;
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader title="Meetings" lead="Each meeting fills its own agenda from the team’s work, and keeps what was noted and decided." />
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid content-start gap-10">
          <MeetingList teamId={teamId} id="coming" title="To come" meetings={coming} empty="No meeting is planned." />
          <MeetingList teamId={teamId} id="earlier" title="Earlier" meetings={earlier} empty="No meeting has been held here yet." />
        </div>
        {mayEdit ? (
          <div className="grid content-start gap-6">
          <section aria-labelledby="plan-a-meeting">
            <Card>
              <h2 id="plan-a-meeting" className="home-title mb-3">
                Plan a meeting
              </h2>
              <NeedsScript />
              <PlanMeetingForm teamId={teamId} suggestion={offered} />
            </Card>
          </section>
          <section aria-labelledby="meet-now">
            <Card>
              <h2 id="meet-now" className="home-title mb-3">
                Meet now
              </h2>
              <p className="mb-4">One item on the big screen; everyone votes alone on a phone, without an account too.</p>
              <StartForm teamId={teamId} meetingId="now" leaders={[]} label="Start a meeting now" />
            </Card>
          </section>
          </div>
        ) : null}
      </div>
    </div>
  );
}
