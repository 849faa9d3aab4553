import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NeedsScript } from "@/components/forms/form-page";
import { AgendaList } from "@/components/meetings/agenda-list";
import { EntryList } from "@/components/meetings/entry-list";
import { MeetingButtons, RemoveMeeting } from "@/components/meetings/meeting-buttons";
import { MoveMeetingForm } from "@/components/meetings/meeting-form";
import { NotesForm } from "@/components/meetings/notes-form";
import { PeopleProvider } from "@/components/people/shown-people";
import { RecordView } from "@/components/sittings/record-view";
import { Alert } from "@/components/ui/alert";
import { DownloadLink, LinkButton } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { PageHeader } from "@/components/ui/page-header";
import { getTeam } from "@/lib/agencies/teams";
import type { AgendaEntry } from "@/lib/domain/meetings/agenda";
import { type EntryKind, formatMeetingTime, type MeetingView } from "@/lib/domain/meetings/meeting";
import { formatDay } from "@/lib/domain/text/due-words";
import { loadAgenda } from "@/lib/meetings/load-agenda";
import { findLastMeeting, findMeeting } from "@/lib/meetings/meetings";
import { findTeamDay } from "@/lib/meetings/team-day";
import { listPeople } from "@/lib/people/list-people";
import type { TeamContext } from "@/lib/platform/auth/context";
import { isAllowedInTeam, mayExport } from "@/lib/platform/auth/permissions";
import { requireTeam } from "@/lib/platform/auth/require";
import { loadSittingRecords, type SittingRecord } from "@/lib/sittings/sitting-record";

export const metadata: Metadata = { title: "Meeting" };

/** What people put on an agenda themselves. */
const BROUGHT = { point: "Brought by the team", "to-decide": "The team should decide" } as const;

export default async function MeetingPage({ params }: { params: Promise<{ teamId: string; meetingId: string }> }) {
  const { teamId, meetingId } = await params;
  const context = await requireTeam(teamId, "meeting:view");
  const meeting = await findMeeting(context, meetingId);
  if (!meeting) notFound();
  const agenda = meeting.agenda ?? (await makeAgenda(context, meeting));
  const [records, team] = await Promise.all([loadSittingRecords(context, meeting.id), getTeam(context)]);
  const people = await listPeople(context, { meeting, agenda, records });
  const isOpen = !meeting.isClosed && !meeting.isRemoved;
  const mayEdit = isAllowedInTeam(context.role, "meeting:edit");
  const mayAdd = isOpen && isAllowedInTeam(context.role, "meeting:suggest");
  const hasEntries = (kind: EntryKind) => meeting.entries.some((entry) => entry.kind === kind && !entry.isRemoved);
  const entries = (kind: EntryKind) => (
    <EntryList
      teamId={teamId}
      meetingId={meeting.id}
      kind={kind}
      entries={meeting.entries.filter((entry) => entry.kind === kind)}
      mayAdd={kind === "decision" ? isOpen && mayEdit : mayAdd}
      mayRemoveAll={mayEdit}
    />
  );
  return (
    <div className="container-page pt-6 pb-16">
      <PageHeader
        crumbs={[{ label: "Meetings", href: `/teams/${teamId}/meetings` }, { label: formatDay(meeting.heldOn) }]}
        title={`Meeting on ${formatDay(meeting.heldOn)}`}
        lead={[formatMeetingTime(meeting.startsAt), meeting.place].filter(Boolean).join(", ") || undefined}
        actions={
          <>
            <ModeLinks page={`/teams/${teamId}/meetings/${meeting.id}`} records={records} mayStart={isOpen && isAllowedInTeam(context.role, "sitting:run")} />
            <MeetingButtons teamId={teamId} meetingId={meeting.id} isClosed={meeting.isClosed} mayEdit={mayEdit && !meeting.isRemoved} />
          </>
        }
      />
      <NeedsScript />
      <PeopleProvider people={people} historyNames={context.historyNames}>
        <Standing meeting={meeting} teamId={teamId} mayEdit={mayEdit} />
        <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <section aria-labelledby="agenda" className="grid content-start gap-6">
            <div>
              <h2 id="agenda">Agenda</h2>
              <p className="text-muted">{meeting.isClosed ? "As it was when the meeting was closed." : "It fills itself from the team’s work until the meeting is closed."}</p>
            </div>
            <AgendaList teamId={teamId} entries={agenda} isKept={meeting.isClosed} />
            {(["point", "to-decide"] as const).filter((kind) => mayAdd || hasEntries(kind)).map((kind) => (
              <section key={kind} aria-labelledby={kind} className="grid gap-3">
                <h3 id={kind} className="agenda-title">
                  {BROUGHT[kind]}
                </h3>
                {entries(kind)}
              </section>
            ))}
          </section>
          <div className="grid content-start gap-10">
            <section aria-labelledby="decisions" className="grid content-start gap-4">
              <h2 id="decisions">Decisions</h2>
              {meeting.decisions === 0 ? <p className="text-muted">Nothing is written down yet.</p> : null}
              {entries("decision")}
            </section>
            <section aria-labelledby="notes" className="grid content-start gap-4">
              <h2 id="notes">Notes</h2>
              {isOpen && mayEdit ? (
                <NotesForm teamId={teamId} meetingId={meeting.id} notes={meeting.notes} mark={meeting.notesMark} />
              ) : (
                <p className="measure whitespace-pre-line wrap-anywhere">{meeting.notes || <span className="text-muted">No notes.</span>}</p>
              )}
            </section>
            <MeetingMode teamId={teamId} meetingId={meeting.id} records={records} mayStart={isOpen && isAllowedInTeam(context.role, "sitting:run")} maySave={mayExport(context.role, team.exporters)} mayDecide={isAllowedInTeam(context.role, "round:decide")} />
            {isOpen && mayEdit ? (
              <details className="fold no-print">
                <summary>Change when or where, or remove the meeting</summary>
                <div className="mt-4 grid gap-6">
                  <MoveMeetingForm teamId={teamId} meetingId={meeting.id} day={{ heldOn: meeting.heldOn, startsAt: meeting.startsAt, place: meeting.place }} />
                  <RemoveMeeting teamId={teamId} meetingId={meeting.id} isRemoved={false} />
                </div>
              </details>
            ) : null}
          </div>
        </div>
      </PeopleProvider>
    </div>
  );
}

interface MeetingModeProps {
  teamId: string;
  meetingId: string;
  records: readonly SittingRecord[];
  mayStart: boolean;
  maySave: boolean;
  mayDecide: boolean;
}

/** The way into meeting mode, at the top of the page: on a phone what it left behind stands far below. */
function ModeLinks({ page, records, mayStart }: { page: string; records: readonly SittingRecord[]; mayStart: boolean }) {
  const isRunning = records.some(({ sitting }) => sitting.ended === null);
  return (
    <>
      {isRunning ? <LinkButton href={`${page}/screen`}>Open the big screen</LinkButton> : null}
      {isRunning || mayStart ? (
        <LinkButton variant="secondary" href={`${page}/mode`} prefetch={false}>
          {isRunning ? "Items and people" : records.length > 0 ? "Start meeting mode again" : "Start meeting mode"}
        </LinkButton>
      ) : null}
    </>
  );
}

/** Meeting mode of this meeting: its screen while it runs, what it left behind afterwards. */
function MeetingMode({ teamId, meetingId, records, mayStart, maySave, mayDecide }: MeetingModeProps) {
  const page = `/teams/${teamId}/meetings/${meetingId}`;
  if (records.length === 0 && !mayStart) return null;
  return (
    <section aria-labelledby="mode" className="grid content-start gap-4">
      <h2 id="mode">Meeting mode</h2>
      {records.length === 0 ? <p className="text-muted">One item on the big screen; everyone votes alone on a phone, without an account too.</p> : null}
      <div className="no-print flex flex-wrap gap-3">
        {records.length > 0 && maySave ? (
          <DownloadLink variant="secondary" href={`/api${page}/record`}>
            Save as a page
          </DownloadLink>
        ) : null}
      </div>
      {records.map((record) => (
        <RecordView key={record.sitting.id} teamId={teamId} record={record} mayDecide={mayDecide} />
      ))}
    </section>
  );
}

async function makeAgenda(context: TeamContext, { heldOn }: MeetingView): Promise<readonly AgendaEntry[]> {
  const [today, since] = await Promise.all([findTeamDay(context, new Date()), findLastMeeting(context, heldOn)]);
  return loadAgenda(context, { today, since });
}

/** What is to know before reading it: that it is closed, or was removed. */
function Standing({ meeting, teamId, mayEdit }: { meeting: MeetingView; teamId: string; mayEdit: boolean }) {
  if (meeting.isRemoved) {
    return (
      <div className="mb-8 grid gap-3">
        <Alert tone="info">This meeting was removed from the list. Nothing of it is lost.</Alert>
        {mayEdit ? <RemoveMeeting teamId={teamId} meetingId={meeting.id} isRemoved /> : null}
      </div>
    );
  }
  if (!meeting.closed) return null;
  return (
    <p className="mb-8 text-muted">
      Closed on <DateTime iso={meeting.closed.at} dateOnly />.
    </p>
  );
}
