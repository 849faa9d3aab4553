import { notFound } from "next/navigation";
import type { Leader } from "@/components/sittings/hand-over-dialog";
import type { MeetingView } from "@/lib/domain/meetings/meeting";
import type { SittingFacts } from "@/lib/domain/sittings/sitting";
import { findMeeting } from "@/lib/meetings/meetings";
import { listTeamMembers } from "@/lib/people/members";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam, ROLE_LABELS } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { findRunningSitting } from "@/lib/sittings/read-sittings";

interface OpenMeeting {
  readonly context: TeamContext;
  readonly meeting: MeetingView;
  /** The sitting that is going on. */
  readonly sitting: SittingFacts | null;
}

/** A meeting with its sitting, for the pages of meeting mode. */
export async function openMeeting(teamId: string, meetingId: string): Promise<OpenMeeting> {
  const context = await requireTeam(teamId, "meeting:view");
  const meeting = await findMeeting(context, meetingId);
  if (!meeting || meeting.isRemoved) notFound();
  return { context, meeting, sitting: await findRunningSitting(context, meeting.id) };
}

/** Who else of the team could lead a sitting, for whoever leads it. */
export async function listLeaders(context: TeamContext): Promise<readonly Leader[]> {
  if (!isAllowedInTeam(context.role, "sitting:run")) return [];
  return (await listTeamMembers(context))
    .filter(({ userId, role }) => userId !== context.userId && isAllowedInTeam(role, "sitting:run"))
    .map(({ userId, displayName, role }) => ({ userId, name: displayName, role: ROLE_LABELS[role] }));
}
