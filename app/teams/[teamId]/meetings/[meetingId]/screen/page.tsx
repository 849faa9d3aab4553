import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NoticePage } from "@/components/forms/form-page";
import { BigScreen } from "@/components/sittings/big-screen";
import { LinkButton } from "@/components/ui/button";
import { findTool } from "@/content/toolkits";
import { showPerson } from "@/lib/domain/people/person";
import { formatDay } from "@/lib/domain/text/due-words";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { codeOf } from "@/lib/sittings/meet-codes";
import { meetAddress } from "@/lib/sittings/meet-address";
import { readSittingState } from "@/lib/sittings/read-state";
import { mayWatchScreen } from "@/lib/sittings/watch-screen";
import { listLeaders, openMeeting } from "../open-meeting";

export const metadata: Metadata = { title: "Big screen" };

/** What is projected. Who leads it has the keys; a partner, whose tools are chosen, watches with a seat in the meeting. */
export default async function ScreenPage({ params }: { params: Promise<{ teamId: string; meetingId: string }> }) {
  const { teamId, meetingId } = await params;
  const { context, meeting, sitting } = await openMeeting(teamId, meetingId);
  if (!sitting) redirect(`/teams/${teamId}/meetings/${meeting.id}`);
  if (!(await mayWatchScreen(context, sitting.id))) {
    return (
      <NoticePage title="Join the meeting first">
        <p>The big screen shows items of tools that are not shared with you. Join with the code in the room: then you see them here and on your phone.</p>
        <p className="flex flex-wrap gap-3">
          <LinkButton href="/meet">Join with a code</LinkButton>
          <LinkButton variant="secondary" href={`/teams/${teamId}/meetings/${meeting.id}`}>
            Back to the meeting
          </LinkButton>
        </p>
      </NoticePage>
    );
  }
  const state = await readSittingState(context, sitting.id);
  if (!state) redirect(`/teams/${teamId}/meetings/${meeting.id}`);
  const people = await listPeople(context, sitting);
  const code = codeOf(sitting.id, sitting.codeNumber);
  const { qr, shown } = meetAddress(code);
  return (
    <BigScreen
      teamId={teamId}
      meetingId={meeting.id}
      userId={context.userId}
      title={`Meeting on ${formatDay(meeting.heldOn)}`}
      initial={state}
      join={sitting.isJoinable ? { code, address: shown, qr } : null}
      items={sitting.items.map(({ id, itemId, tool }) => ({ id, itemId, toolHref: `/teams/${teamId}/tools/${findTool(tool)?.slug ?? ""}#${itemId}` }))}
      facilitator={showPerson(people, sitting.facilitator)}
      isYours={sitting.isYours}
      mayTakeOver={sitting.mayTakeOver && isAllowedInTeam(context.role, "sitting:run")}
      mayDecide={isAllowedInTeam(context.role, "round:decide")}
      leaders={sitting.isYours ? await listLeaders(context) : []}
    />
  );
}
