import "server-only";
import { listOwnAgencies } from "@/lib/agencies/agencies";
import type { MeetingLine } from "@/lib/domain/meetings/meeting";
import { authorizeTeam } from "@/lib/platform/auth/authorize";
import { listMeetings } from "./meetings";

export interface OwnMeeting extends MeetingLine {
  readonly teamId: string;
  readonly teamName: string;
}

/** The meetings of all teams that a person can open now. */
export async function listOwnMeetings(userId: string): Promise<readonly OwnMeeting[]> {
  const meetings: OwnMeeting[] = [];
  for (const { teams } of await listOwnAgencies(userId)) {
    for (const { teamId, name: teamName } of teams) {
      const access = await authorizeTeam(userId, teamId, "meeting:view");
      if (access.ok) meetings.push(...(await listMeetings(access.context)).map((meeting) => ({ ...meeting, teamId, teamName })));
    }
  }
  return meetings;
}
