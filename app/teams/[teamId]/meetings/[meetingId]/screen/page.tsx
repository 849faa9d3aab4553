import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BigScreen } from "@/components/sittings/big-screen";
import { findTool } from "@/content/toolkits";
import { showPerson } from "@/lib/domain/people/person";
import { formatDay } from "@/lib/domain/text/due-words";
import { listPeople } from "@/lib/people/list-people";
import { isAllowedInTeam } from "@/lib/platform/auth/permissions";
import { codeOf } from "@/lib/sittings/meet-codes";
import { meetAddress } from "@/lib/sittings/meet-address";
import { readSittingState } from "@/lib/sittings/read-state";
import { listLeaders, openMeeting } from "../open-meeting";

export const metadata: Metadata = { title: "Big screen" };

/** What is projected. Whoever may read the team's meetings may watch; who leads it has the keys. */
export default async function ScreenPage({ params }: { params: Promise<{ teamId: string; meetingId: string }> }) {
  const { teamId, meetingId } = await params;
  const { context, meeting, sitting } = await openMeeting(teamId, meetingId);
  if (!sitting) redirect(`/teams/${teamId}/meetings/${meeting.id}`);
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
