import { getTeam } from "@/lib/agencies/teams";
import { formatDay } from "@/lib/domain/text/due-words";
import { findMeeting } from "@/lib/meetings/meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import { listPeople } from "@/lib/people/list-people";
import { mayExport } from "@/lib/platform/auth/permissions";
import { routeProblem, teamRoute } from "@/lib/platform/entry/route";
import { attachment } from "@/lib/platform/http/attachment";
import { RATES } from "@/lib/platform/rates/rates";
import { recordPage } from "@/lib/sittings/record-page";
import { loadSittingRecords } from "@/lib/sittings/sitting-record";

/** A meeting with its meeting mode as one page: what was decided, what is open, who took part as they chose to be named. */
export const GET = teamRoute({
  permission: "meeting:view",
  rate: RATES.file,
  handler: async ({ context, params }) => {
    const meeting = await findMeeting(context, params.meetingId ?? "");
    if (!meeting) return routeProblem(404, "not-found", "We could not find this meeting. It may have been removed.");
    const team = await getTeam(context);
    if (!mayExport(context.role, team.exporters)) return routeProblem(403, "forbidden", "Your agency limits who may download its teams’ work. Read it on screen, or ask a team lead.");
    const records = await loadSittingRecords(context, meeting.id);
    const people = await listPeople(context, records);
    const title = `Meeting on ${formatDay(meeting.heldOn)}`;
    const decisions = meeting.entries.filter(({ kind, isRemoved }) => kind === "decision" && !isRemoved).map(({ words }) => words);
    const savedOn = formatDay(await findTeamDay(context, new Date()));
    return new Response(recordPage({ title, about: `${team.name}, ${team.agencyName}`, savedOn, notes: meeting.notes, decisions }, records, people), {
      headers: { "Content-Type": "text/html; charset=utf-8", "Content-Disposition": attachment(`${title}.html`), "Cache-Control": "no-store" },
    });
  },
});
